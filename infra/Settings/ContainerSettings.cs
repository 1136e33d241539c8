using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Dockerland.Infra.Settings;

/// <summary>One container of a fleet, under its name.</summary>
public sealed record ContainerSettings
{
    /// <summary>An image of ours, by its folder in <c>images/</c>; empty when <see cref="Image"/> is set.</summary>
    public string Build { get; init; } = "";

    /// <summary>An image of any registry; empty when <see cref="Build"/> is set.</summary>
    public string Image { get; init; } = "";

    /// <summary>Ports on the host and in the container: <c>80:3000</c>, <c>53:53/udp</c>.</summary>
    public ImmutableArray<PortMapping> Ports { get; init; } = [];

    /// <summary>Variables; they win over those of the fleet.</summary>
    public ImmutableSortedDictionary<string, string> Environment { get; init; } = FleetSettings.None;

    /// <summary>Variable → name of the SecureString parameter that the host reads at boot.</summary>
    public ImmutableSortedDictionary<string, string> Secrets { get; init; } = FleetSettings.None;

    /// <summary>As Docker takes them: <c>SOURCE:PATH</c> or <c>SOURCE:PATH:ro</c>.</summary>
    public ImmutableArray<string> Volumes { get; init; } = [];

    /// <summary>What runs instead of the image's own command, a word each.</summary>
    public ImmutableArray<string> Command { get; init; } = [];

    /// <summary><c>bridge</c>, <c>host</c>, or the name of a network that the host makes.</summary>
    public string Network { get; init; } = BridgeNetwork;

    /// <summary>Replaces the image's own check.</summary>
    public ContainerHealthSettings? Health { get; init; }

    /// <summary>How long it may take to stop, in seconds, before it is killed.</summary>
    public int StopSeconds { get; init; } = 10;

    /// <summary>The names that it answers to, the variable DOMAIN: one or several, with spaces between; empty for none.</summary>
    public string Domain { get; init; } = "";

    /// <summary>Whether it joins the balancers' pool, which its published ports are then open to.</summary>
    public bool Backend { get; init; }

    /// <summary>Whether it calls AWS as its host. On a network other than the host's it is one hop further from the metadata, which then answer over two hops instead of one: to all of the host's containers. By itself our balancer's does, and no other. An agent that keeps records needs it: without such a container nobody keeps those of a fleet's names.</summary>
    public bool CallsAws { get; init; }

    /// <summary>Whether it takes part in the balancers' gossip: our own balancer, those that stand behind one, and any that publishes the gossip's port, as a balancer of another image does.</summary>
    public bool Gossips(int gossipPort) => Backend || Build is DefaultContainers.Haproxy || Ports.Any(port => port.Host == gossipPort && port.Protocol is "tcp");

    public const string BridgeNetwork = "bridge";
    public const string HostNetwork = "host";
}

/// <summary>A port on the host that leads to one in a container.</summary>
/// <param name="Protocol"><c>tcp</c> or <c>udp</c>.</param>
public sealed partial record PortMapping(int Host, int Container, string Protocol = "tcp")
{
    private const int Most = 65_535;

    /// <summary>Reads what <see cref="ToString"/> writes; null when it is nothing of the kind.</summary>
    public static PortMapping? Find(string text) =>
        Pattern().Match(text) is { Success: true, Groups: var parts } && ConfigNumbers.Whole(parts[1].Value) is >= 1 and <= Most and var host && ConfigNumbers.Whole(parts[2].Value) is >= 1 and <= Most and var container
            ? new(host, container, parts[3].Value is "udp" ? "udp" : "tcp")
            : null;

    public override string ToString() => $"{Host}:{Container}{(Protocol is "tcp" ? "" : $"/{Protocol}")}";

    [GeneratedRegex(@"^(\d{1,5}):(\d{1,5})(?:/(tcp|udp))?\z")]
    private static partial Regex Pattern();
}

/// <summary>How Docker finds out whether a container works.</summary>
public sealed record ContainerHealthSettings
{
    /// <summary>A command in the container's shell; 0 is healthy.</summary>
    public required string Command { get; init; }

    /// <summary>Seconds between two checks.</summary>
    public int IntervalSeconds { get; init; } = 10;

    /// <summary>After how many seconds a check has failed.</summary>
    public int TimeoutSeconds { get; init; } = 3;

    /// <summary>After how many failures in a row the container is unhealthy.</summary>
    public int Retries { get; init; } = 3;
}
