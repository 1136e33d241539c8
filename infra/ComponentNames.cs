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
    public const string Network = "network";
    public const string Secrets = "secrets";
    public const string Webapp = "webapp";
    public const string Zone = "zone";

    public static ImmutableArray<string> All { get; } =
    [
        AlarmTargets,
        DnsUpdater,
        EventKey,
        Firewall,
        FleetEvents,
        Network,
        Secrets,
        Webapp,
        Zone,
    ];
}
