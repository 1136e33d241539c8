using System.Collections.Immutable;

namespace Dockerland.DnsUpdater.Fleets;

/// <summary>A group as Auto Scaling and EC2 have it.</summary>
internal sealed record GroupState(string Name, ImmutableSortedDictionary<string, string> Tags, ImmutableArray<InstanceState> Instances)
{
    /// <summary>How many instances it is to have.</summary>
    public int Wanted { get; init; } = 1;

    /// <summary>Whether it is being deleted.</summary>
    public bool IsGoing { get; init; }
}

/// <summary>An instance of a group.</summary>
/// <param name="Lifecycle">As Auto Scaling says: <c>InService</c>, <c>Pending:Wait</c>, <c>Terminating</c> …</param>
/// <param name="Health">As Auto Scaling says: <c>Healthy</c> or <c>Unhealthy</c>.</param>
/// <param name="Machine">What EC2 has of it; null when it has nothing.</param>
internal sealed record InstanceState(string Id, string Lifecycle, string Health, MachineState? Machine);

/// <summary>A machine as EC2 has it.</summary>
/// <param name="State"><c>running</c>, <c>stopping</c> …</param>
internal sealed record MachineState(string State, string? PublicAddress, string? PrivateAddress, string? Ipv6Address);
