using System.Collections.Immutable;
using Dockerland.Contracts;

namespace Dockerland.Infra.Settings;

/// <summary>
/// A stack's configuration, validated. Each property but <see cref="Region"/>, <see cref="DefaultTags"/> and
/// <see cref="Warnings"/> is the key of the same name in Pulumi.yaml's schema, which also describes it; a required one has no
/// default there.
/// </summary>
public sealed record StackSettings
{
    /// <summary>The AWS provider's region, the key <c>aws:region</c>.</summary>
    public required string Region { get; init; }

    /// <summary>The tags of <c>aws:defaultTags</c>. The provider puts them on what it makes itself; hosts, volumes and interfaces are made by the group.</summary>
    public ImmutableSortedDictionary<string, string> DefaultTags { get; init; } = FleetSettings.None;

    public required string Zone { get; init; }
    public string ZoneId { get; init; } = "";
    public bool ZoneExisting { get; init; }
    public string ZoneImport { get; init; } = "";
    public string ParentZoneId { get; init; } = "";

    /// <summary>The VPC's own zone; null for none. The key is empty for the name of <see cref="Zone"/>, and <c>none</c> for none.</summary>
    public string? PrivateZone { get; init; }

    public ImmutableArray<RecordSettings> Records { get; init; } = [];
    public required string Environment { get; init; }
    public bool Protect { get; init; }
    public bool ForceDestroy { get; init; }

    public string NetworkCidr { get; init; } = "10.0.0.0/16";
    public ImmutableArray<string> AvailabilityZones { get; init; } = ["a", "b", "c"];
    public string VpcId { get; init; } = "";
    public ImmutableArray<string> SubnetIds { get; init; } = [];
    public ImmutableArray<string> PrivateSubnetIds { get; init; } = [];
    public bool PrivateSubnets { get; init; }
    public string NatGateways { get; init; } = "one";
    public string SshKey { get; init; } = "";
    public ImmutableArray<string> SshCidrs { get; init; } = [];
    public int GossipPort { get; init; } = Ports.Gossip;

    /// <summary>By name; <see cref="FleetSettings.HostImage"/> and <see cref="FleetSettings.Containers"/> of each are those that it ends up with.</summary>
    public required ImmutableSortedDictionary<string, FleetSettings> Fleets { get; init; }

    public string Architecture { get; init; } = Architectures.Amd64;

    /// <summary>That of Debian's fleets that have none of their own; by itself Debian's newest. Its <see cref="HostImageSettings.Roll"/> is for all fleets that have none.</summary>
    public HostImageSettings HostImage { get; init; } = new() { Parameter = Architectures.ImageParameter(Systems.Debian, Architectures.Amd64) ?? "" };

    public string BaseImage { get; init; } = "debian:bookworm-slim";

    /// <summary>User → public keys.</summary>
    public ImmutableSortedDictionary<string, ImmutableArray<string>> AdminKeys { get; init; } = ImmutableSortedDictionary.Create<string, ImmutableArray<string>>(StringComparer.Ordinal);

    public string Timezone { get; init; } = "Etc/UTC";
    public ImmutableArray<string> Packages { get; init; } = ["curl", "tmux", "nmap"];
    public ImmutableSortedDictionary<string, AgentSettings> Agents { get; init; } = ImmutableSortedDictionary.Create<string, AgentSettings>(StringComparer.Ordinal);
    /// <summary>What Debian hosts install for sessions without SSH; null for AWS's newest.</summary>
    public DownloadSettings? SsmAgent { get; init; }

    /// <summary>Null unless it is set or fleets join one.</summary>
    public SwarmSettings? Swarm { get; init; }

    public RancherSettings Rancher { get; init; } = new();
    public string VariablePrefix { get; init; } = TagKeys.VariablePrefix;

    public int LogRetentionDays { get; init; } = 30;

    /// <summary>ARNs of topics, and e-mail addresses.</summary>
    public ImmutableArray<string> AlarmTargets { get; init; } = [];

    public string PermissionsBoundary { get; init; } = "";

    /// <summary>Rule → resource → why the rule doesn't hold for it.</summary>
    public ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, string>> Exemptions { get; init; } = ImmutableSortedDictionary.Create<string, ImmutableSortedDictionary<string, string>>(StringComparer.Ordinal);

    public string RegistryServer { get; init; } = "";
    public string RegistryUser { get; init; } = "";
    public Secret? RegistryPassword { get; init; }

    public string NodeRegistryUrl { get; init; } = "";
    public string NodeRegistryKind { get; init; } = "docker-cloud";
    public string NodeRegistryUser { get; init; } = "";
    public Secret? NodeRegistryKey { get; init; }

    public Secret? GossipKey { get; init; }
    public Secret? CookieSecret { get; init; }
    public string BalancerCertificate { get; init; } = "";
    public Secret? BalancerPem { get; init; }
    /// <summary>ARNs of the KMS keys, beside AWS's own, that hosts' parameters are encrypted with.</summary>
    public ImmutableArray<string> ParameterKeys { get; init; } = [];

    public bool RequireSecrets { get; init; } = true;

    /// <summary>What is allowed, but worth saying.</summary>
    public ImmutableArray<string> Warnings { get; init; } = [];
}
