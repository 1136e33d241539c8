using System.CommandLine;
using System.Net;
using System.Net.Sockets;
using Dockerland.Cli.Images;

namespace Dockerland.Cli.Load;

/// <summary>Requests for a while, and what became of them.</summary>
internal static class LoadVerb
{
    private const int MaxClients = 500;
    private const int MaxRate = 5_000;
    private const int MaxSeconds = 86_400;

    private static readonly TimeSpan ProgressEvery = TimeSpan.FromSeconds(1);

    public static Command Create(Terminal terminal)
    {
        var address = new Argument<string>("URL") { Description = "What is asked for, over http", DefaultValueFactory = _ => $"http://127.0.0.1:{ImagesVerb.DefaultPort}/" };
        var seconds = NumberOption.Create("--seconds", "How long; Ctrl+C ends it before", 30, 1, MaxSeconds);
        var rate = NumberOption.Create("--rate", "Requests a second, each over a connection of its own", LoadShape.Standard.RequestsPerSecond, 1, MaxRate);
        var clients = NumberOption.Create("--clients", "How many ask at the same time", LoadShape.Standard.Clients, 1, MaxClients);
        var verb = new Command("load", $"Ask for a page many times, and print what failed and the slowest answer; a failure is anything but a whole 200 within {LoadShape.Standard.Patience.TotalSeconds:0} seconds, and makes the exit code 1") { address, seconds, rate, clients };
        verb.SetAction(async (parsed, cancellationToken) =>
        {
            var shape = LoadShape.Standard with { RequestsPerSecond = parsed.GetValue(rate), Clients = parsed.GetValue(clients) };
            var request = await FindAsync(parsed.GetRequiredValue(address), shape.Patience, cancellationToken);
            var load = new LoadRun(request, shape);
            var result = await load.RunAsync(WatchAsync(terminal, load, TimeSpan.FromSeconds(parsed.GetValue(seconds)), cancellationToken));
            await terminal.Out.WriteLineAsync(result.ToString());
            return result.Failures is [] ? CommandLine.Success : CommandLine.Failure;
        });
        return verb;
    }

    /// <exception cref="CliException">It is no address, or nobody listens there: thousands of failures would say no more.</exception>
    internal static async Task<LoadRequest> FindAsync(string text, TimeSpan patience, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var address) || address.Scheme is not "http" || address.UserInfo is not "")
            throw new CliException($"URL is '{text}'; it takes an address such as http://127.0.0.1:8080/path, without a user.");

        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(patience);
        try
        {
            // The first of its addresses that takes a connection.
            using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
            await socket.ConnectAsync(address.IdnHost, address.Port, timeout.Token);
            var target = (IPEndPoint)socket.RemoteEndPoint!;
            return new(target.Address.IsIPv4MappedToIPv6 ? new(target.Address.MapToIPv4(), target.Port) : target, address.Authority, address.PathAndQuery);
        }
        catch (SocketException error)
        {
            throw NobodyAnswers(error.Message);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw NobodyAnswers($"no connection within {patience.TotalSeconds:0} s");
        }

        CliException NobodyAnswers(string why) => new($"Nobody answers at {address}: {why}. './dockerland images start' starts a balancer on port {ImagesVerb.DefaultPort}.");
    }

    // Whoever stops it sooner wants to see what there is so far.
    private static async Task WatchAsync(Terminal terminal, LoadRun load, TimeSpan duration, CancellationToken cancellationToken)
    {
        for (var left = duration; left > TimeSpan.Zero && !cancellationToken.IsCancellationRequested; left -= ProgressEvery)
        {
            await Task.Delay(left < ProgressEvery ? left : ProgressEvery, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (terminal.Interactive) await terminal.Error.WriteAsync(FormattableString.Invariant($"\r{load.Requests,8} requests, {load.Failed} failed, {left.TotalSeconds:0} s left "));
        }

        if (terminal.Interactive) await terminal.Error.WriteLineAsync();
    }
}
