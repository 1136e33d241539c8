using System.Collections.Immutable;
using System.Text;
using Dockerland.Cli;
using Dockerland.Cli.Boot;
using Dockerland.Tests.Support.Clouds;
using Dockerland.Tests.Support.Docker;
using Dockerland.Tests.Support.Processes;

namespace Dockerland.Tests.EndToEnd.Hosts;

/// <summary>A host of each fleet of dev, booted from its user-data; for the tests that look at them, since a boot takes its time.</summary>
public sealed class BootedHosts : IAsyncLifetime
{
    private static readonly string[] Programs = [.. DockerEngine.Programs, .. DockerRegistry.Programs, .. Moto.Programs];

    private readonly StringBuilder _log = new();
    private readonly Dictionary<string, (BootRun Run, ImmutableArray<string> Lacks)> _hosts = [];

    private static bool CanRun => Prerequisite.HasPrograms(Programs);

    private DockerEngine? _engine;

    public static void Require() => Prerequisite.Programs(Programs);

    /// <summary>What it printed while they booted.</summary>
    public string Said => _log.ToString();

    internal BootRun this[string fleet] => _hosts[fleet].Run;

    public ImmutableArray<string> LacksOf(string fleet) => _hosts[fleet].Lacks;

    public async Task<string> RunAsync(string fleet, string script) => await this[fleet].Container.RunAsync(script);

    /// <summary>The <c>docker</c> command, at the engine where they run.</summary>
    public Tool Docker => new("docker") { Environment = _engine!.Environment };

    public async Task InitializeAsync()
    {
        if (!CanRun) return;
        try
        {
            _engine = await DockerEngine.StartAsync();
            var repository = new Repository(Tests.Support.Repository.Root);
            foreach (var fleet in new[] { "web", "balancer" }) await BootAsync(await BootCommand.ReadAsync(repository, "dev", fleet));
        }
        catch
        {
            // A fixture that can't be made isn't disposed of by the runner.
            await DisposeAsync();
            throw;
        }
    }

    public async Task DisposeAsync()
    {
        foreach (var (run, _) in _hosts.Values) await run.DisposeAsync();
        if (_engine is not null) await _engine.DisposeAsync();
    }

    /// <summary>One of another fleet, when the first test asks for it.</summary>
    internal async Task<BootRun> BootAsync(HostPlan host)
    {
        if (_hosts.TryGetValue(host.Fleet, out var booted)) return booted.Run;
        await using var said = new StringWriter(_log);
        var run = new BootRun(new(said, said, Interactive: false), new(Tests.Support.Repository.Root), host, _engine!.Environment);
        _hosts[host.Fleet] = (run, []);
        await run.StartAsync(CancellationToken.None);
        _hosts[host.Fleet] = (run, await run.WaitAsync(BootCommand.Limit, CancellationToken.None));
        if (_hosts[host.Fleet].Lacks is not []) await said.WriteLineAsync(await run.ReadLogsAsync(CancellationToken.None));
        return run;
    }
}

/// <summary>They have the machine for themselves, as it is judged how long a boot takes.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class HostTestGroup : ICollectionFixture<BootedHosts>
{
    public const string Name = "hosts";
}
