using System.Collections.Immutable;

namespace Dockerland.DnsUpdater.Fleets;

/// <summary>Where groups are known. What can't be read throws: unknown is not empty.</summary>
internal interface IFleetSource
{
    /// <summary>All groups of a stack and environment, without their machines.</summary>
    Task<ImmutableArray<GroupState>> ReadGroupsAsync(string stack, string environment, CancellationToken cancellationToken);

    /// <summary>The same groups with their machines.</summary>
    Task<ImmutableArray<GroupState>> ReadMachinesAsync(ImmutableArray<GroupState> groups, CancellationToken cancellationToken);
}
