using System.Collections.Immutable;

namespace Dockerland.DnsUpdater.Registry;

/// <summary>Where hosts are also listed, by somebody who doesn't learn by himself that one is gone.</summary>
internal interface INodeRegistry
{
    /// <summary>All nodes, of all pages.</summary>
    Task<ImmutableArray<RegistryNode>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Deletes a node; one that is gone already is as good.</summary>
    Task DeleteAsync(RegistryNode node, CancellationToken cancellationToken);
}

/// <summary>A host as the registry lists it.</summary>
/// <param name="Address">Its public address, all that both sides know of it.</param>
/// <param name="RegisteredAt">Null when the registry doesn't say.</param>
internal sealed record RegistryNode(string Id, string State, string? Address, DateTimeOffset? RegisteredAt);
