namespace Dockerland.Contracts;

/// <summary>Names in the private zone that several programs go by; docs/names.md has them all.</summary>
public static class Names
{
    /// <summary>The private addresses of a fleet's hosts.</summary>
    public static string Nodes(string fleet, string zone) => $"nodes.{fleet}.{zone}";

    /// <summary>The hosts of all balancer fleets: whom a backend asks to be let in.</summary>
    public static string Balancers(string zone) => $"ha.{zone}";

    /// <summary>The hosts that run a container with that <see cref="EnvironmentVariables.Domain"/>.</summary>
    public static string Service(string service, string zone) => $"{service}.{zone}";

    /// <summary>Where a TXT record says whose a name is.</summary>
    public static string Ownership(string name) => $"_dockerland.{name}";
}
