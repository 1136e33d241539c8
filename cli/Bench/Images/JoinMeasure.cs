using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Dockerland.Cli.Images;
using Dockerland.Cli.Images.Fleets;
using Dockerland.Cli.Load;

namespace Dockerland.Cli.Bench.Images;

/// <summary>How long a backend that has joined waits for its first request: from the line that Serf's handler writes to the first 200.</summary>
internal sealed partial class JoinMeasure(DockerCommand docker) : IMeasure
{
    private const int Joins = 10;
    private const double MostMilliseconds = 1500;
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    public string What => $"{Joins} backends that join, one after the other";

    public async Task<IReadOnlyList<Measurement>> RunAsync(CancellationToken cancellationToken)
    {
        await using var fleet = await Fleet.StartAsync(docker, new("dockerland-bench"), backends: 0);
        var times = new List<(double Line, double Start)>();
        foreach (var name in Fleet.Names(Joins))
        {
            var started = DateTimeOffset.UtcNow;
            await fleet.AddAsync(name);
            var served = await ServedAsync(fleet, cancellationToken);
            var joined = await JoinedAsync(fleet, name, cancellationToken);
            times.Add(((served - joined).TotalMilliseconds, (served - started).TotalMilliseconds));
            await fleet.DockerAsync("stop", name);
            await fleet.Balancer.WaitForAsync([]);
        }

        return
        [
            new($"join line to first 200, worst of {Joins}", "ms", times.Max(time => time.Line), Most: MostMilliseconds),
            new($"'docker run' to first 200, worst of {Joins}", "ms", times.Max(time => time.Start)),
        ];
    }

    // Nobody else could have answered.
    private static async Task<DateTimeOffset> ServedAsync(Fleet fleet, CancellationToken cancellationToken)
    {
        var request = new LoadRequest(new(fleet.Balancer.Address, Contracts.Ports.Traffic), "bench", "/");
        var buffer = new byte[1 << 14];
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(Deadline);
        try
        {
            while (await request.RunAsync(buffer, deadline.Token) is not null) await Task.Delay(Pause, deadline.Token);
            return DateTimeOffset.UtcNow;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new CliException($"A backend that joined isn't served after {Deadline.TotalSeconds:0} s.");
        }
    }

    // The line may come later: a look at who is there doesn't wait for it.
    private static async Task<DateTimeOffset> JoinedAsync(Fleet fleet, string name, CancellationToken cancellationToken)
    {
        var host = await fleet.InAsync(name, "hostname");
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < Deadline; await Task.Delay(Pause * 20, cancellationToken))
            if (Find(await fleet.LogsAsync(Fleet.Seed, "--timestamps"), host) is { } time) return time;
        throw new CliException($"No line says that {name} joined.");
    }

    /// <summary>When a container's log has it that a host joined, at first.</summary>
    internal static DateTimeOffset? Find(string log, string host) => JoinLine().Matches(log).FirstOrDefault(line => line.Groups["host"].Value == host) is { } found
        ? DateTimeOffset.Parse(found.Groups["time"].Value, CultureInfo.InvariantCulture)
        : null;

    [GeneratedRegex(@"^(?<time>\S+) Member join event received from: (?<host>\S+) with role backend\s*$", RegexOptions.Multiline)]
    private static partial Regex JoinLine();
}
