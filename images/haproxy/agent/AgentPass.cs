using Dockerland.HaproxyAgent.Members;
using Dockerland.HaproxyAgent.Runtime;
using Dockerland.HaproxyAgent.Servers;

namespace Dockerland.HaproxyAgent;

/// <summary>One look at who is there, and what follows of it. A second one does nothing.</summary>
internal sealed class AgentPass(IMemberSource source, IServerRuntime runtime, IMembersFile file, TimeSpan drain, TimeProvider time, Log log)
{
    // When servers were first to go; what is lost of it at a restart only gives them more time.
    private readonly Dictionary<Server, DateTimeOffset> _leaving = [];

    public async Task<ServerPlan> PlanAsync(CancellationToken cancellationToken)
    {
        var desired = DesiredServers.Of(await source.ReadAsync(cancellationToken));
        log.Problems(desired.Problems);
        return ServerPlan.Of(desired, await runtime.ReadAsync(cancellationToken));
    }

    /// <returns>Whether something changed, or will soon.</returns>
    public async Task<bool> RunOnceAsync(CancellationToken cancellationToken)
    {
        var desired = DesiredServers.Of(await source.ReadAsync(cancellationToken));
        var plan = ServerPlan.Of(desired, await runtime.ReadAsync(cancellationToken));
        var faults = new List<string>(desired.Problems);

        foreach (var server in plan.Add) await TryAsync(faults, $"{server} joins", () => runtime.AddAsync(server, cancellationToken));
        foreach (var server in plan.Check) await TryAsync(faults, $"{server} is checked", () => runtime.CheckAsync(server, cancellationToken));
        foreach (var server in plan.Admit) await TryAsync(faults, $"{server} gets requests", () => runtime.AdmitAsync(server, cancellationToken));
        foreach (var server in plan.Remove) await TryAsync(faults, null, () => RemoveAsync(server, cancellationToken));
        Forget(plan);

        await TryAsync(faults, null, () => file.WriteAsync([.. desired.Alive, .. plan.Kept], cancellationToken));
        log.Problems(faults);
        return !plan.IsSettled;
    }

    // One that is refused keeps none of the others waiting.
    private async Task TryAsync(List<string> faults, string? done, Func<Task> step)
    {
        try
        {
            await step();
            if (done is not null) log.Write(done);
        }
        catch (AgentException error)
        {
            faults.Add(error.Message);
        }
    }

    private async Task RemoveAsync(RunningServer server, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (_leaving.TryAdd(server.Server, now)) log.Write($"{server.Server} leaves");
        var cut = now - _leaving[server.Server] >= drain;
        if (await runtime.RemoveAsync(server, cut, cancellationToken)) log.Write($"{server.Server} is gone{(cut ? ", with what it hadn't answered" : "")}");
    }

    private void Forget(ServerPlan plan)
    {
        var leaving = plan.Remove.Select(server => server.Server).ToHashSet();
        foreach (var server in _leaving.Keys.Where(server => !leaving.Contains(server)).ToArray()) _leaving.Remove(server);
    }
}
