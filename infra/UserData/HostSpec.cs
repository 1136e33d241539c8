using System.Collections.Immutable;
using Dockerland.Infra.Settings;

namespace Dockerland.Infra.UserData;

/// <summary>All that one docker host needs. It names secrets, never holds them: user-data can be read by whoever can describe the instance.</summary>
public sealed record HostSpec
{
    public required string Region { get; init; }
    public HostSystem System { get; init; } = HostSystem.Debian;

    /// <summary><c>amd64</c> or <c>arm64</c>.</summary>
    public string Architecture { get; init; } = "amd64";

    public string Timezone { get; init; } = "Etc/UTC";

    /// <summary>User → public keys.</summary>
    public ImmutableSortedDictionary<string, ImmutableArray<string>> Administrators { get; init; } = ImmutableSortedDictionary.Create<string, ImmutableArray<string>>(StringComparer.Ordinal);

    /// <summary>Beside the usual tools.</summary>
    public ImmutableArray<string> Packages { get; init; } = [];

    public ImmutableSortedDictionary<string, AgentSettings> Agents { get; init; } = ImmutableSortedDictionary.Create<string, AgentSettings>(StringComparer.Ordinal);

    /// <summary>The registries that need one.</summary>
    public ImmutableArray<RegistryLogin> Logins { get; init; } = [];

    /// <summary>Where the containers' output goes, and what they write below <c>/var/log</c>; null for files on the host.</summary>
    public string? LogGroup { get; init; }

    /// <summary>The range that Docker's networks are cut from.</summary>
    public string ContainerNetworks { get; init; } = UserData.ContainerNetworks.Usual;

    public SwarmMembership? Swarm { get; init; }
    public RancherSettings Rancher { get; init; } = new();

    /// <summary>What turns the host's tags into labels of its Docker and variables of its containers; null to go without.</summary>
    public MetadataSpec? Metadata { get; init; }

    public required ImmutableArray<ContainerSpec> Containers { get; init; }

    /// <summary>How long the host goes on, once its group has taken it out, while its records go.</summary>
    public int TerminateSeconds { get; init; } = new HookSettings().TerminateSeconds;

    /// <summary>Whether the machine image has the container runner already.</summary>
    public bool HasRunner { get; init; }
}

/// <summary>What runs on a host beside Docker.</summary>
public enum HostSystem
{
    Debian,
    AmazonLinux,

    /// <summary>Dead since 2021: rendered for whoever still runs it.</summary>
    RancherOs,
}

/// <summary>One container under its name: its settings, and what the stack knows beside them.</summary>
public sealed record ContainerSpec
{
    public required string Name { get; init; }
    public required string Image { get; init; }

    /// <summary>Its <c>build</c>, <c>image</c>, <c>environment</c> and <c>secrets</c> are in this record's own members.</summary>
    public ContainerSettings Settings { get; init; } = new();

    public ImmutableSortedDictionary<string, string> Environment { get; init; } = FleetSettings.None;

    /// <summary>Variable → name of the SecureString parameter that the host reads before each start.</summary>
    public ImmutableSortedDictionary<string, string> Secrets { get; init; } = FleetSettings.None;

    /// <summary>Variable → what follows the host's private address in it, such as <c>:7946</c>.</summary>
    public ImmutableSortedDictionary<string, string> Addresses { get; init; } = FleetSettings.None;

    /// <summary>Names of the SecureString parameters that it reads itself, as its host.</summary>
    public ImmutableArray<string> OwnParameters { get; init; } = [];

    /// <summary>Whether it looks at the host's other containers: it gets Docker's socket, by which one can do anything on the host.</summary>
    public bool SeesEngine { get; init; }
}

/// <summary>The image that reads tags, and what becomes of them.</summary>
/// <param name="Variables">Tag → the variable that containers get; the tags with <c>docker.</c> become labels.</param>
public sealed record MetadataSpec(string Image, ImmutableSortedDictionary<string, string> Variables);

/// <summary>How a host joins a Swarm.</summary>
/// <param name="Managers">Name or address, and port.</param>
/// <param name="TokenParameter">Name of the SecureString parameter with the token for its role.</param>
public sealed record SwarmMembership(string Managers, string TokenParameter);

/// <summary>How a host logs in to a registry.</summary>
public abstract record RegistryLogin(string Server);

/// <summary>By the host's own role.</summary>
public sealed record EcrLogin(string Server) : RegistryLogin(Server);

/// <summary>By a user and a password that a SecureString parameter holds.</summary>
public sealed record PasswordLogin(string Server, string User, string PasswordParameter) : RegistryLogin(Server);
