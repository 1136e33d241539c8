using Dockerland.HaproxyAgent.Configuration;
using Dockerland.HaproxyAgent.Runtime;
using Dockerland.HaproxyAgent.Servers;
using Dockerland.HaproxyAgent.Services;

namespace Dockerland.HaproxyAgent.Sinks;

/// <summary>HAProxy's files of services. It loads them only when a name comes or goes; servers are <see cref="ServerSink"/>'s.</summary>
internal sealed class ServiceSink(IServiceConfiguration configuration, IServerRuntime runtime, TimeSpan keepName, TimeProvider time, Log log) : ISink
{
    // Names that come one after the other come together.
    private static readonly TimeSpan Apart = TimeSpan.FromSeconds(2);

    private readonly KeptNames _kept = new(keepName, time);

    // What HAProxy has against structures that it was asked about; null for nothing.
    private readonly Dictionary<string, string?> _verdicts = [];
    private DateTimeOffset _reloaded = DateTimeOffset.MinValue;

    public async Task<IReadOnlyList<string>> PlanAsync(Desired desired, CancellationToken cancellationToken)
    {
        if (desired.Services is not { } services) return [];
        var running = (await runtime.ReadAsync(cancellationToken)).Backends;
        return [.. services.All.Where(service => !running.Contains(service.Name.Backend)).Select(service => $"add     {service.Name}: a name, by a reload")];
    }

    public async Task<bool> ApplyAsync(Desired desired, List<string> faults, CancellationToken cancellationToken)
    {
        // Whose names they are isn't known, so they stay whose they were.
        if (desired.Services is not { } services) return false;

        var running = await runtime.ReadAsync(cancellationToken);
        var names = await GoodAsync(_kept.Of(services.All.Select(service => service.Name), running.Backends), running, faults, cancellationToken);
        var wanted = services.All.ToDictionary(service => service.Name.Backend, service => service.Servers);
        var files = await configuration.RenderAsync(names, backend => wanted.GetValueOrDefault(backend, []), cancellationToken);
        if (files.Structure == await configuration.LoadedAsync(cancellationToken))
        {
            await configuration.WriteAsync(files, cancellationToken);
            return false;
        }

        var now = time.GetUtcNow();
        if (now - _reloaded < Apart) return true;
        _reloaded = now;
        await configuration.LoadAsync(await configuration.RenderAsync(names, Running, cancellationToken), cancellationToken);
        log.Write("HAProxy has loaded the names of services anew");
        return true;

        // A server that HAProxy starts with gets requests at once. One that it doesn't know comes as all others do, afterwards.
        IEnumerable<Server> Running(string backend) => wanted.GetValueOrDefault(backend, []).Where(server => running.Servers[backend].Any(other => other.Server == server));
    }

    // All, or those that run already and each other that goes with them.
    private async Task<IReadOnlyCollection<ServiceName>> GoodAsync(IReadOnlyCollection<ServiceName> names, RunningState running, List<string> faults, CancellationToken cancellationToken)
    {
        if (await ProblemAsync(names, cancellationToken) is null) return names;

        var good = names.Where(name => running.Backends.Contains(name.Backend)).ToList();
        if (await ProblemAsync(good, cancellationToken) is { } problem) throw new AgentException($"HAProxy doesn't take its files of services, which stay as they are: {problem}");
        foreach (var name in names.Except(good))
        {
            if (await ProblemAsync([.. good, name], cancellationToken) is { } wrong) faults.Add($"HAProxy doesn't take the service {name}, which is left out: {wrong}");
            else good.Add(name);
        }

        return good;
    }

    private async Task<string?> ProblemAsync(IReadOnlyCollection<ServiceName> names, CancellationToken cancellationToken)
    {
        var files = await configuration.RenderAsync(names, _ => [], cancellationToken);
        if (!_verdicts.TryGetValue(files.Structure, out var problem)) _verdicts[files.Structure] = problem = await configuration.ProblemAsync(files, cancellationToken);
        return problem;
    }
}
