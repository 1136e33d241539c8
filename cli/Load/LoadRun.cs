using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Sockets;

namespace Dockerland.Cli.Load;

/// <summary>Clients that ask at a steady pace, each request over a connection of its own.</summary>
internal sealed class LoadRun(LoadRequest request, LoadShape shape)
{
    private const int MostBytes = 1 << 16;

    private readonly ConcurrentBag<LoadFailure> _failures = [];
    private readonly ConcurrentBag<TimeSpan> _slowest = [];
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private int _requests;

    public int Requests => _requests;

    public int Failed => _failures.Count;

    /// <summary>Asks until this is over, however it ends.</summary>
    public async Task<LoadResult> RunAsync(Task until)
    {
        using var stop = new CancellationTokenSource();
        var clients = Enumerable.Range(0, shape.Clients).Select(number => Task.Run(() => RunClientAsync(number, stop.Token), CancellationToken.None)).ToArray();
        try
        {
            await until;
        }
        finally
        {
            await stop.CancelAsync();
            await Task.WhenAll(clients);
        }

        return new(_requests, _watch.Elapsed, _slowest.Max(), [.. _failures]);
    }

    private async Task RunClientAsync(int number, CancellationToken stop)
    {
        var buffer = new byte[MostBytes];
        var slowest = TimeSpan.Zero;
        // Not all at the same moment.
        var due = shape.Pace * number / shape.Clients;
        using var timeout = new ReusedTimeout(shape.Patience);
        while (!stop.IsCancellationRequested)
        {
            if (due - _watch.Elapsed is { Ticks: > 0 } rest) await Task.Delay(rest, CancellationToken.None);
            due += shape.Pace;
            if (await AskAsync(buffer, timeout) is { } took && took > slowest) slowest = took;
            Interlocked.Increment(ref _requests);
        }

        _slowest.Add(slowest);
    }

    // Null for a failure.
    private async Task<TimeSpan?> AskAsync(byte[] buffer, ReusedTimeout timeout)
    {
        var began = _watch.Elapsed;
        string? fault;
        try
        {
            fault = await request.RunAsync(buffer, timeout.Start());
        }
        catch (Exception error) when (error is SocketException or OperationCanceledException)
        {
            fault = error is SocketException ? error.Message : "no answer in time";
        }

        var took = _watch.Elapsed - began;
        if (fault is null && took > shape.Patience) fault = "it took too long";
        if (fault is null) return took;
        _failures.Add(new(began, took, fault));
        return null;
    }

    /// <summary>A deadline that most requests meet, and that is made anew only for those that don't.</summary>
    private sealed class ReusedTimeout(TimeSpan patience) : IDisposable
    {
        private CancellationTokenSource _source = new();

        public CancellationToken Start()
        {
            if (!_source.TryReset())
            {
                _source.Dispose();
                _source = new();
            }

            _source.CancelAfter(patience);
            return _source.Token;
        }

        public void Dispose() => _source.Dispose();
    }
}
