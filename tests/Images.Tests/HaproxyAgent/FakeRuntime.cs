using Dockerland.HaproxyAgent;
using Dockerland.HaproxyAgent.Runtime;
using Dockerland.HaproxyAgent.Servers;
using static Dockerland.Tests.Images.HaproxyAgent.Samples;

namespace Dockerland.Tests.Images.HaproxyAgent;

/// <summary>A HAProxy whose servers pass their first check at once.</summary>
internal sealed class FakeRuntime : IServerRuntime
{
    public List<RunningServer> Servers { get; } = [];

    /// <summary>Backends beside the members'.</summary>
    public string[] Backends { get; set; } = [];

    public int Commands { get; private set; }

    /// <summary>The name of a server that it takes no command for.</summary>
    public string? Refused { get; set; }

    /// <summary>Whether servers have connections that only a cut ends.</summary>
    public bool IsBusy { get; set; }

    public Task<RunningState> ReadAsync(CancellationToken cancellationToken) => Task.FromResult(RunningState.Of([AgentSettings.Backend, .. Backends], Servers.Select(server => (AgentSettings.Backend, server))));

    public Task AddAsync(string backend, Server server, CancellationToken cancellationToken) => SetAsync(Running(server, Admission.Drain));

    public Task CheckAsync(string backend, Server server, CancellationToken cancellationToken) => SetAsync(Running(server, Admission.Drain));

    public Task AdmitAsync(string backend, Server server, CancellationToken cancellationToken) => SetAsync(Running(server));

    public async Task<bool> RemoveAsync(string backend, RunningServer server, bool cut, CancellationToken cancellationToken)
    {
        await SetAsync(server with { Admission = Admission.Maintenance });
        if (IsBusy && !cut) return false;
        Servers.RemoveAll(other => other.Name == server.Name);
        return true;
    }

    private Task SetAsync(RunningServer server)
    {
        Commands++;
        if (server.Name == Refused) throw new AgentException($"{server.Name} is refused");
        Servers.RemoveAll(other => other.Name == server.Name);
        Servers.Add(server);
        return Task.CompletedTask;
    }
}
