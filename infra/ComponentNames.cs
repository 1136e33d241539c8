using System.Collections.Immutable;

namespace Dockerland.Infra;

/// <summary>What the stack calls its components beside the fleets. A fleet can't have one of these names: resources are told apart by theirs.</summary>
internal static class ComponentNames
{
    public const string AlarmTargets = "alarm-targets";
    public const string DnsUpdater = "dns-updater";
    public const string EventKey = "event-key";
    public const string Firewall = "firewall";
    public const string FleetEvents = "fleet-events";
    public const string Haproxy = "haproxy";
    public const string HostLogs = "host-logs";
    public const string Metadata = "metadata";
    public const string Network = "network";
    public const string Secrets = "secrets";
    public const string Webapp = "webapp";
    public const string Zone = "zone";

    /// <summary>The images that every stack has, each after its folder in <c>images/</c>.</summary>
    public static ImmutableArray<string> Images { get; } = [Haproxy, Metadata, Webapp];

    public static ImmutableArray<string> All { get; } =
    [
        AlarmTargets,
        DnsUpdater,
        EventKey,
        Firewall,
        FleetEvents,
        Haproxy,
        HostLogs,
        Metadata,
        Network,
        Secrets,
        Webapp,
        Zone,
    ];
}
