using System.Collections.Immutable;

namespace Dockerland.Infra.Settings;

/// <summary>One fleet of <c>dockerland:fleets</c>; each property is the key of the same name.</summary>
public sealed record FleetSettings
{
    public required string Role { get; init; }
    public string InstanceType { get; init; } = "t3.small";
    public int Min { get; init; } = 1;
    public int Max { get; init; } = 2;

    /// <summary>The record that follows the fleet's instances; empty for none.</summary>
    public string Domain { get; init; } = "";

    /// <summary>Further tags under <c>docker.</c> and <c>example.</c>.</summary>
    public ImmutableSortedDictionary<string, string> Tags { get; init; } = None;

    /// <summary>Environment of the fleet's containers.</summary>
    public ImmutableSortedDictionary<string, string> Environment { get; init; } = None;

    internal static ImmutableSortedDictionary<string, string> None { get; } =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);
}
