namespace Dockerland.Contracts;

/// <summary>Roles that mean something to the programs; any other only groups hosts.</summary>
public static class Roles
{
    /// <summary>Hosts that take the world's traffic, and have <see cref="Names.Balancers"/>.</summary>
    public const string Balancer = "balancer";

    /// <summary>Hosts of the demo's web application.</summary>
    public const string Web = "web";

    /// <summary>Of a container and not of a host: one that the balancers hand requests to, whatever its fleet's role is.</summary>
    public const string Backend = "backend";
}
