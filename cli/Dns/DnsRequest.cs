using System.Collections.Immutable;
using Dockerland.Contracts;

namespace Dockerland.Cli.Dns;

/// <summary>What is asked for on the command line.</summary>
/// <param name="Groups">Groups or fleets; none for all.</param>
/// <param name="Zones">Zones to look at besides those that groups name.</param>
internal sealed record DnsRequest(DnsTarget Target, ImmutableArray<string> Groups, ImmutableArray<string> Zones, ImmutableArray<string> Adopt, PlanPolicy Policy)
{
    /// <summary>Whether records are changed.</summary>
    public required bool Apply { get; init; }

    /// <summary>Whether to wait until all of Route53's servers have the changes.</summary>
    public bool Wait { get; init; }
}
