namespace Dockerland.Contracts;

/// <summary>Ports that several programs have to agree on.</summary>
public static class Ports
{
    /// <summary>Where a host takes its clients' traffic.</summary>
    public const int Traffic = 80;

    /// <summary>The same over TLS.</summary>
    public const int TrafficTls = 443;

    /// <summary>Where the webapp listens in its container.</summary>
    public const int Webapp = 3000;

    /// <summary>The balancer's statistics; never published to the world.</summary>
    public const int Stats = 1936;

    /// <summary>The balancer's administration; never published to the world.</summary>
    public const int Admin = 9999;

    /// <summary>Serf between balancers and backends, over TCP and UDP, unless a stack says otherwise.</summary>
    public const int Gossip = 7946;

    /// <summary>Serf's commands, inside of a container.</summary>
    public const int SerfRpc = 7373;

    /// <summary>Swarm's managers, over TCP.</summary>
    public const int SwarmManagers = 2377;

    /// <summary>Swarm's own gossip, over TCP and UDP; not to be moved, so Serf has to.</summary>
    public const int SwarmGossip = 7946;

    /// <summary>Swarm's overlay networks, over UDP.</summary>
    public const int SwarmOverlay = 4789;
}
