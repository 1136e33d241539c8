using System.Collections.Concurrent;
using System.Diagnostics;

namespace Dockerland.Tests.EndToEnd.Images.Losses;

/// <summary>Clients that ask without a pause longer than what gives their rate, each request over a connection of its own.</summary>
internal sealed class Load(Uri address) : IDisposable
{
    private const int Clients = 32;
    private const int RequestsPerSecond = 250;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds((double)Clients / RequestsPerSecond);

    private readonly HttpClient client = new(new SocketsHttpHandler { UseCookies = false }) { Timeout = Patience };
    private readonly ConcurrentBag<string> failures = [];
    private readonly Stopwatch watch = Stopwatch.StartNew();
    private int requests;

    /// <summary>Asks while the event goes on, and at least so long.</summary>
    public async Task<LoadResult> RunAsync(TimeSpan duration, Func<Task> happenAsync)
    {
        using var stop = new CancellationTokenSource();
        var clients = Enumerable.Range(0, Clients).Select(number => RunClientAsync(number, stop.Token)).ToArray();
        var least = Task.Delay(duration);
        await Task.Delay(duration / 5);
        await happenAsync();
        await least;
        var elapsed = watch.Elapsed;
        await stop.CancelAsync();
        await Task.WhenAll(clients);
        return new(requests, requests / elapsed.TotalSeconds, [.. failures]);
    }

    public void Dispose() => client.Dispose();

    private async Task RunClientAsync(int number, CancellationToken stop)
    {
        // Not all at the same moment.
        await Task.Delay(Pace * number / Clients, CancellationToken.None);
        while (!stop.IsCancellationRequested)
        {
            var next = watch.Elapsed + Pace;
            await AskAsync();
            Interlocked.Increment(ref requests);
            if (next - watch.Elapsed is { Ticks: > 0 } rest) await Task.Delay(rest, CancellationToken.None);
        }
    }

    private async Task AskAsync()
    {
        var began = watch.Elapsed;
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.ConnectionClose = true;
            using var response = await client.SendAsync(request);
            if ((int)response.StatusCode is not 200) Fail($"status {(int)response.StatusCode}");
        }
        catch (Exception error) when (error is HttpRequestException or OperationCanceledException)
        {
            Fail(error.Message);
        }

        void Fail(string what) => failures.Add(FormattableString.Invariant($"at {began.TotalSeconds:0.00} s, after {(watch.Elapsed - began).TotalSeconds:0.00} s: {what}"));
    }
}

/// <param name="Rate">Requests a second.</param>
/// <param name="Failures">Whatever wasn't answered with 200 within five seconds.</param>
internal sealed record LoadResult(int Requests, double Rate, IReadOnlyList<string> Failures)
{
    public override string ToString() => FormattableString.Invariant($"{Requests} requests, {Rate:0} a second, {Failures.Count} failed:\n{string.Join('\n', Failures.Order(StringComparer.Ordinal).Take(10))}");
}
