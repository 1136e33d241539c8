using System.Collections.Immutable;
using Dockerland.Infra.Settings;
using Pulumi;

namespace Dockerland.Infra.Components;

/// <summary>What a <see cref="Zone"/> is made of.</summary>
public sealed record ZoneArgs
{
    public required string DomainName { get; init; }

    /// <summary>The id of an existing zone to take over.</summary>
    public string? ImportId { get; init; }

    /// <summary>A zone that others made and keep, to put records into.</summary>
    public ExistingZone? Existing { get; init; }

    /// <summary>The zone above, in which this one is delegated to its name servers.</summary>
    public string? ParentZoneId { get; init; }

    /// <summary>The VPC's own zone, if it is to have one.</summary>
    public PrivateZoneArgs? PrivateZone { get; init; }

    public ImmutableArray<RecordSettings> Records { get; init; } = [];

    /// <summary>Whether the zones go although there are records in them that others made, such as the updater.</summary>
    public bool ForceDestroy { get; init; }

    /// <summary>Whether the zones stay, whatever is done to the stack.</summary>
    public bool Protect { get; init; }
}

/// <summary>A zone that is there already.</summary>
/// <param name="Id">Null to find it by its name.</param>
public sealed record ExistingZone(string? Id);

/// <summary>The zone that only hosts of a VPC see.</summary>
public sealed record PrivateZoneArgs
{
    public required string DomainName { get; init; }
    public required Input<string> VpcId { get; init; }

    /// <summary>Fleet → its public name, of those that have one.</summary>
    public IReadOnlyDictionary<string, string> Domains { get; init; } = ImmutableDictionary<string, string>.Empty;
}
