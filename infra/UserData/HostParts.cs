using System.Collections.Immutable;
using Dockerland.Infra.Settings;

namespace Dockerland.Infra.UserData;

/// <summary>What decides how a fleet's hosts are set up: settings, and what the stack made for them.</summary>
public sealed record HostParts
{
    public required StackSettings Stack { get; init; }
    public required FleetSettings Fleet { get; init; }

    /// <summary>Image of ours → its address.</summary>
    public required ImmutableSortedDictionary<string, string> Images { get; init; }

    /// <summary>The VPC's IPv4 range, which containers' networks keep out of.</summary>
    public required string NetworkCidr { get; init; }

    public ImmutableArray<RegistryLogin> Logins { get; init; } = [];
    public string? LogGroup { get; init; }
    public string? GossipKeyParameter { get; init; }
    public string? CookieSecretParameter { get; init; }

    /// <summary>Has the balancers' certificates and key; null for no TLS.</summary>
    public string? CertificateParameter { get; init; }

    /// <summary>The private zone's id, in which hosts keep records of their containers' names; null for none.</summary>
    public string? RecordZoneId { get; init; }
}
