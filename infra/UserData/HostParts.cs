using System.Collections.Immutable;
using Dockerland.Contracts;
using Dockerland.Infra.Settings;

namespace Dockerland.Infra.UserData;

/// <summary>What decides how a fleet's hosts are set up: its settings, and what the stack made for it.</summary>
public sealed record HostParts
{
    public required string Region { get; init; }
    public required FleetSettings Fleet { get; init; }

    /// <summary>Image of ours → its address.</summary>
    public required ImmutableSortedDictionary<string, string> Images { get; init; }

    public ImmutableArray<RegistryLogin> Logins { get; init; } = [];
    public string Architecture { get; init; } = "amd64";
    public string NetworkCidr { get; init; } = "10.0.0.0/16";
    public string Timezone { get; init; } = "Etc/UTC";
    public ImmutableSortedDictionary<string, ImmutableArray<string>> AdminKeys { get; init; } = ImmutableSortedDictionary.Create<string, ImmutableArray<string>>(StringComparer.Ordinal);
    public ImmutableArray<string> Packages { get; init; } = [];
    public ImmutableSortedDictionary<string, AgentSettings> Agents { get; init; } = ImmutableSortedDictionary.Create<string, AgentSettings>(StringComparer.Ordinal);

    /// <summary>The SSM agent's package, if not AWS's own of the region.</summary>
    public DownloadSettings? SsmAgent { get; init; }

    public SwarmSettings? Swarm { get; init; }
    public RancherSettings Rancher { get; init; } = new();
    public string? LogGroup { get; init; }

    /// <summary>The name that gossiping containers join; null for none.</summary>
    public string? JoinName { get; init; }

    public int GossipPort { get; init; } = Ports.Gossip;
    public string? GossipKeyParameter { get; init; }
    public string? CookieSecretParameter { get; init; }

    /// <summary>Has the balancers' certificates and key; null for no TLS.</summary>
    public string? CertificateParameter { get; init; }

    public string VariablePrefix { get; init; } = TagKeys.VariablePrefix;
}
