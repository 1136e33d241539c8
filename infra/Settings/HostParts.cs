using System.Collections.Immutable;

namespace Dockerland.Infra.Settings;

/// <summary>A program that hosts have beside Docker, under its name.</summary>
public sealed record AgentSettings
{
    /// <summary>Package repositories, by name.</summary>
    public ImmutableSortedDictionary<string, RepositorySettings> Repositories { get; init; } = ImmutableSortedDictionary.Create<string, RepositorySettings>(StringComparer.Ordinal);

    /// <summary>From the system's own repositories or <see cref="Repositories"/>.</summary>
    public ImmutableArray<string> Packages { get; init; } = [];

    /// <summary>Packages that no repository has.</summary>
    public ImmutableArray<DownloadSettings> Downloads { get; init; } = [];

    /// <summary>Absolute path → content. They are there before the packages are. <c>{logGroup}</c> stands for the log group of the host's environment and role.</summary>
    public ImmutableSortedDictionary<string, string> Files { get; init; } = FleetSettings.None;

    /// <summary>Path below <c>/etc/systemd/system</c> → content, as in <see cref="Files"/>: <c>my-agent.service</c>, or <c>datadog-agent.service.d/key.conf</c>.</summary>
    public ImmutableSortedDictionary<string, string> Units { get; init; } = FleetSettings.None;

    /// <summary>Variable → name of the SecureString parameter that the host reads at its first boot into <c>/etc/dockerland/agents/NAME.env</c>.</summary>
    public ImmutableSortedDictionary<string, string> Secrets { get; init; } = FleetSettings.None;

    /// <summary>What is enabled and started once all of it is there, such as <c>datadog-agent.service</c>.</summary>
    public ImmutableArray<string> Services { get; init; } = [];
}

/// <summary>A package repository and the key that its packages are signed with.</summary>
public sealed record RepositorySettings
{
    /// <summary>For apt the address, suite and components, such as <c>https://apt.example.com stable main</c>; for dnf the base address.</summary>
    public required string Source { get; init; }

    /// <summary>For apt the armored public key itself; for dnf the address of it, on https.</summary>
    public required string Key { get; init; }
}

/// <summary>A package by its address.</summary>
public sealed record DownloadSettings
{
    /// <summary>On https. <c>{region}</c> and <c>{architecture}</c> stand for the host's.</summary>
    public required string Url { get; init; }

    /// <summary>What the file is checked against before it is installed, in hexadecimal. Empty: its server's certificate must do.</summary>
    public string Sha256 { get; init; } = "";
}

/// <summary>The Swarm that fleets can join.</summary>
public sealed record SwarmSettings
{
    /// <summary>Name or address of its managers; by itself the hosts of the fleet that has them.</summary>
    public string Managers { get; init; } = "";

    /// <summary>Name of the SecureString parameter with the token by which workers join.</summary>
    public string WorkerToken { get; init; } = "";

    /// <summary>Name of the SecureString parameter with the token by which managers join.</summary>
    public string ManagerToken { get; init; } = "";
}

/// <summary>What hosts with RancherOS are told beside their containers.</summary>
public sealed record RancherSettings
{
    /// <summary>Where Swarm's nodes find each other, such as <c>consul://consul.example.internal:8500</c>; empty for no Swarm.</summary>
    public string Discovery { get; init; } = "";

    /// <summary>A registry that Docker takes without TLS, such as <c>docker.example.internal:5000</c>; empty for none.</summary>
    public string Registry { get; init; } = "";
}
