using System.Net;
using System.Net.Sockets;

namespace Dockerland.Cli.Boot;

/// <summary>A server program on this machine's loopback, until it is disposed of.</summary>
internal sealed class LocalServer : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly CancellationTokenSource _stop = new();
    private readonly List<string> _log = [];
    private readonly string _program;
    private readonly Task<int> _run;

    private LocalServer(string program, string[] arguments, string folder, Uri address)
    {
        (_program, Address) = (program, address);
        _run = ChildProcess.RunAsync(program, arguments, folder, _log.Add, _stop.Token);
    }

    public Uri Address { get; }

    /// <param name="arguments">For the port that it shall listen on.</param>
    /// <param name="folder">Where it runs.</param>
    /// <exception cref="CliException">It isn't there, or ends.</exception>
    public static async Task<LocalServer> StartAsync(string program, Func<int, string[]> arguments, string folder, CancellationToken cancellationToken)
    {
        var port = UnusedPort.Next(IPAddress.Loopback);
        var server = new LocalServer(program, arguments(port), folder, new Uri($"http://127.0.0.1:{port}"));
        try
        {
            await server.WaitAsync(cancellationToken);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        // A second time is none.
        if (_stop.IsCancellationRequested) return;
        await _stop.CancelAsync();
        try
        {
            await _run;
        }
        catch (Exception error) when (error is OperationCanceledException or CliException)
        {
            // It is gone, which is what was wanted.
        }

        _stop.Dispose();
    }

    private async Task WaitAsync(CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            while (!await ConnectsAsync(patience.Token))
            {
                if (_run.IsCompleted) throw new CliException($"'{_program}' ends with {await _run}: {string.Join('\n', _log.TakeLast(10)).Trim()}");
                await Task.Delay(Pause, patience.Token);
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new CliException($"'{_program}' doesn't listen after {Patience.TotalSeconds:0} s.");
        }
    }

    private async Task<bool> ConnectsAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(Address.Host, Address.Port, cancellationToken);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
