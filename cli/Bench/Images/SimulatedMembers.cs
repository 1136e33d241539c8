using System.Globalization;
using System.Text.Json;
using Dockerland.Cli.Images;
using Dockerland.Cli.Images.Fleets;
using Dockerland.Contracts;

namespace Dockerland.Cli.Bench.Images;

/// <summary>
/// A balancer whose agent is told of members that aren't there. All of them answer checks: at each address of the loopback it is
/// the balancer itself that does.
/// </summary>
internal sealed class SimulatedMembers : IAsyncDisposable
{
    /// <summary>What a look at who is there finds when all of them are known.</summary>
    public const string Settled = "Nothing is to be done.";

    private const string Agent = "/run/service/agent";
    // Addresses of a network: 0 and 255 are none's.
    private const int OfNetwork = 250;

    private readonly string _file = Path.GetTempFileName();
    private Fleet? _fleet;

    public FleetBalancer Balancer => _fleet!.Balancer;

    public static async Task<SimulatedMembers> StartAsync(DockerCommand docker, Repository repository)
    {
        var members = new SimulatedMembers();
        try
        {
            await members.TellAsync(0);
            // Another user reads it.
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(members._file, (UnixFileMode)0b110_100_100);
            var serf = repository.PathOf("cli", "Bench", "Images", "members", "serf");
            members._fleet = await Fleet.StartAsync(docker, new("dockerland-members") { Balancer = ["--volume", $"{members._file}:/members.json:ro", "--volume", $"{serf}:/usr/local/bin/serf:ro"] }, backends: 0);
            return members;
        }
        catch
        {
            await members.DisposeAsync();
            throw;
        }
    }

    /// <summary>Ends the agent that goes on by itself, so that passes are <see cref="PassAsync"/>'s.</summary>
    public Task PauseAsync() => InAsync("s6-svc", "-wD", "-d", Agent);

    /// <summary>Has it go on.</summary>
    public Task ResumeAsync() => InAsync("s6-svc", "-wu", "-u", Agent);

    /// <summary>Makes the members so many that are alive, and so many that left.</summary>
    public Task TellAsync(int alive, int left = 0) => File.WriteAllTextAsync(_file, Render(alive, left));

    /// <returns>How long one pass took.</returns>
    public async Task<TimeSpan> PassAsync()
    {
        var text = await InAsync("bash", "-c", "TIMEFORMAT=%R; { time agent sync --once >/dev/null; } 2>&1");
        return double.TryParse(text, CultureInfo.InvariantCulture, out var seconds) ? TimeSpan.FromSeconds(seconds) : throw new CliException($"A pass of the agent fails: {text}");
    }

    /// <returns>What another pass would do.</returns>
    public Task<string> PlanAsync() => InAsync("agent", "sync", "--once", "--dry-run");

    /// <returns>The most memory that the agent which goes on by itself has had, in mebibytes.</returns>
    public async Task<double> MebibytesAsync()
    {
        var line = await InAsync("bash", "-c", $"grep VmHWM /proc/$(s6-svstat -o pid {Agent})/status");
        return double.Parse(line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
    }

    public async ValueTask DisposeAsync()
    {
        if (_fleet is not null) await _fleet.DisposeAsync();
        File.Delete(_file);
    }

    private Task<string> InAsync(params string[] command) => _fleet!.InAsync(Fleet.Seed, command);

    private static string Render(int alive, int left) => JsonSerializer.Serialize(new
    {
        members = Enumerable.Range(0, alive + left).Select(number => new
        {
            name = string.Create(CultureInfo.InvariantCulture, $"m{number:0000}"),
            addr = string.Create(CultureInfo.InvariantCulture, $"127.1.{number / OfNetwork}.{(number % OfNetwork) + 1}:{Ports.Gossip}"),
            status = number < alive ? "alive" : "left",
            tags = new { role = Roles.Backend, port = Ports.Traffic.ToString(CultureInfo.InvariantCulture) },
        }),
    });
}
