using System.Collections.Immutable;
using Dockerland.Contracts;
using Dockerland.HaproxyAgent.Services;

namespace Dockerland.HaproxyAgent.Containers;

/// <summary>The containers on this host that have a <c>DOMAIN</c>.</summary>
internal sealed class ContainerSource(Engine engine, StopSignals stops, IReadOnlyCollection<string> zones) : IServiceSource
{
    // A container's variables don't change, so one without names is looked at once.
    private ImmutableHashSet<string> _others = [];

    public async Task<Claims> ReadAsync(CancellationToken cancellationToken)
    {
        var ids = (await engine.ListAsync(cancellationToken)).Select(entry => entry.Id).ToArray();
        _others = _others.Intersect(ids);
        var containers = new List<Container>();
        foreach (var id in ids.Except(_others))
        {
            // Null when it ended meanwhile.
            if (await engine.InspectAsync(id, cancellationToken) is not { } container) continue;
            if (container.Variable(EnvironmentVariables.Domain) is null) _others = _others.Add(id);
            else containers.Add(container);
        }

        return ContainerClaims.Of(containers, OwnNetworks.Read(), zones, stops.IsStopping);
    }
}
