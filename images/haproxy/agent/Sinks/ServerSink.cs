using Dockerland.HaproxyAgent.Runtime;
using Dockerland.HaproxyAgent.Servers;

namespace Dockerland.HaproxyAgent.Sinks;

/// <summary>HAProxy's servers, of members as of services: they come and go while it runs.</summary>
internal sealed class ServerSink(IServerRuntime runtime, IMembersFile file, TimeSpan drain, TimeProvider time, Log log) : ISink
{
    // When servers were first to go; what is lost of it at a restart only gives them more time.
    private readonly Dictionary<(string Backend, Server Server), DateTimeOffset> _leaving = [];

    public async Task<IReadOnlyList<string>> PlanAsync(Desired desired, CancellationToken cancellationToken) =>
        [.. Plans(desired, await runtime.ReadAsync(cancellationToken)).SelectMany(entry => PlanText.Render(entry.Plan, entry.Backend))];

    public async Task<bool> ApplyAsync(Desired desired, List<string> faults, CancellationToken cancellationToken)
    {
        var plans = Plans(desired, await runtime.ReadAsync(cancellationToken));
        foreach (var (backend, plan) in plans) await ApplyAsync(backend, plan, faults, cancellationToken);
        Forget(plans);

        if (desired.Members is { } members)
        {
            var kept = plans.Where(entry => entry.Backend is AgentSettings.Backend).SelectMany(entry => entry.Plan.Kept);
            await TryAsync(faults, null, () => file.WriteAsync([.. members.Alive, .. kept], cancellationToken));
        }

        return plans.Any(entry => !entry.Plan.IsSettled);
    }

    private (string Backend, ServerPlan Plan)[] Plans(Desired desired, RunningState running)
    {
        var wanted = new List<(string Backend, DesiredServers Servers)>();
        if (desired.Members is { } members) wanted.Add((AgentSettings.Backend, members));
        wanted.AddRange((desired.Services?.All ?? []).Select(service => (service.Name.Backend, DesiredServers.Of(service))));
        return [.. wanted.Where(entry => running.Backends.Contains(entry.Backend)).Select(entry => (entry.Backend, ServerPlan.Of(entry.Servers, [.. running.Servers[entry.Backend]], server => _leaving.ContainsKey((entry.Backend, server)))))];
    }

    private async Task ApplyAsync(string backend, ServerPlan plan, List<string> faults, CancellationToken cancellationToken)
    {
        var place = backend is AgentSettings.Backend ? "" : $"{backend}/";
        foreach (var server in plan.Add) await TryAsync(faults, $"{place}{server} joins", () => runtime.AddAsync(backend, server, cancellationToken));
        foreach (var server in plan.Check) await TryAsync(faults, $"{place}{server} is checked", () => runtime.CheckAsync(backend, server, cancellationToken));
        foreach (var server in plan.Admit) await TryAsync(faults, $"{place}{server} gets requests", () => runtime.AdmitAsync(backend, server, cancellationToken));
        foreach (var server in plan.Remove) await TryAsync(faults, null, () => RemoveAsync(backend, place, server, cancellationToken));
    }

    // One that is refused keeps none of the others waiting.
    private async Task TryAsync(List<string> faults, string? done, Func<Task> step)
    {
        try
        {
            await step();
            if (done is not null) log.Write(done);
        }
        catch (Exception error) when (AgentException.MayPass(error))
        {
            faults.Add(error.Message);
        }
    }

    private async Task RemoveAsync(string backend, string place, RunningServer server, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (_leaving.TryAdd((backend, server.Server), now)) log.Write($"{place}{server.Server} leaves");
        var cut = now - _leaving[(backend, server.Server)] >= drain;
        if (await runtime.RemoveAsync(backend, server, cut, cancellationToken)) log.Write($"{place}{server.Server} is gone{(cut ? ", with what it hadn't answered" : "")}");
    }

    private void Forget(IEnumerable<(string Backend, ServerPlan Plan)> plans)
    {
        var leaving = plans.SelectMany(entry => entry.Plan.Remove.Select(server => server.Server).Concat(entry.Plan.Check).Select(server => (entry.Backend, server))).ToHashSet();
        foreach (var server in _leaving.Keys.Where(server => !leaving.Contains(server)).ToArray()) _leaving.Remove(server);
    }
}
