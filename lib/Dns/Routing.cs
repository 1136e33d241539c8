namespace Dockerland.Dns;

/// <summary>How Route53 picks among the sets of a name and type; all of them have the same.</summary>
public enum Routing
{
    /// <summary>The one set that there is.</summary>
    Simple,

    /// <summary>Up to eight of the sets whose health checks pass; each has its set identifier.</summary>
    Multivalue,

    /// <summary>Weighted, by latency, place, network or failover. Nothing of ours is, so such sets are left alone.</summary>
    Other,
}
