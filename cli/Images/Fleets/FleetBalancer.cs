using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Dockerland.Cli.Load;
using Dockerland.Contracts;

namespace Dockerland.Cli.Images.Fleets;

/// <summary>A fleet's balancer, asked at its own address: without what publishing a port costs.</summary>
internal sealed class FleetBalancer(IPAddress address)
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    public IPAddress Address => address;

    public Uri Uri => new($"http://{address}/");

    /// <summary>The load of clients that ask for the first page of a host; by default of one that no service has the name of.</summary>
    public LoadRun NewLoad(string host = "fleet.test") => new(new(new(address, Ports.Traffic), host, "/"), LoadShape.Standard);

    /// <summary>Waits until these and no others get requests.</summary>
    /// <exception cref="CliException">They don't in time.</exception>
    public Task WaitForAsync(IReadOnlyCollection<string> names, TimeSpan? deadline = null) => WaitAsync($"{string.Join(", ", names)} serve", up => up.SetEquals(names), deadline);

    /// <summary>Waits until those that get requests are as wanted.</summary>
    /// <exception cref="CliException">They aren't in time.</exception>
    public async Task WaitAsync(string what, Func<HashSet<string>, bool> isReached, TimeSpan? deadline = null)
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            var up = await FindAsync();
            if (up is not null && isReached(up)) return;
            if (watch.Elapsed > (deadline ?? Deadline)) throw new CliException($"Waited {watch.Elapsed.TotalSeconds:0} s in vain until {what}. {(up is null ? "HAProxy doesn't answer" : $"There serve: {string.Join(", ", up.Order(StringComparer.Ordinal))}")}.");
            await Task.Delay(Pause);
        }
    }

    /// <summary>The servers that get requests; none while HAProxy doesn't answer.</summary>
    public async Task<HashSet<string>> UpAsync() => await FindAsync() ?? [];

    /// <summary>What a command of HAProxy's administration answers.</summary>
    public async Task<string> AdministerAsync(string command) => (await AskAsync(Ports.Admin, command + "\n")).Trim();

    /// <summary>The process that answers requests: each reload makes another.</summary>
    public async Task<string> WorkerAsync() => (await AdministerAsync("show info")).Split('\n').First(line => line.StartsWith("Pid:", StringComparison.Ordinal));

    // Null when it doesn't answer in whole: a server that is deleted meanwhile cuts the list off.
    private async Task<HashSet<string>?> FindAsync()
    {
        try
        {
            // pxname,svname,…,status as the 18th; the backend's own line is the last of its lines.
            var rows = (await AskAsync(Ports.Stats, "GET /;csv HTTP/1.0\r\n\r\n")).Split('\n').Select(line => line.Split(',')).Where(row => row is ["members", ..] && row.Length > 17).ToArray();
            return rows is [.., [_, "BACKEND", ..]] ? [.. rows.SkipLast(1).Where(row => row[17] is "UP").Select(row => row[1])] : null;
        }
        catch (Exception error) when (error is SocketException or IOException or OperationCanceledException)
        {
            return null;
        }
    }

    private async Task<string> AskAsync(int port, string text)
    {
        using var timeout = new CancellationTokenSource(LoadShape.Standard.Patience);
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(new IPEndPoint(address, port), timeout.Token);
        await using var stream = new NetworkStream(socket);
        await stream.WriteAsync(Encoding.ASCII.GetBytes(text), timeout.Token);
        using var reader = new StreamReader(stream, Encoding.ASCII);
        return await reader.ReadToEndAsync(timeout.Token);
    }
}
