namespace Dockerland.Contracts;

/// <summary>Names in the private zone that several programs go by; docs/names.md has them all.</summary>
public static class Names
{
    /// <summary>The private addresses of a fleet's hosts.</summary>
    public static string Nodes(string fleet, string zone) => $"nodes.{fleet}.{zone}";

    /// <summary>The hosts of all balancer fleets: whom a backend asks to be let in.</summary>
    public static string Balancers(string zone) => $"ha.{zone}";

    /// <summary>The hosts that run a container with that <see cref="EnvironmentVariables.Domain"/>; a name that is in the zone already is it.</summary>
    public static string Service(string service, string zone) => DomainName.IsWithin(service, zone) ? service : $"{service}.{zone}";

    /// <summary>
    /// Where a TXT record says whose a name is; <see cref="Owner"/> is its text. A wildcard's is <c>_dockerland.*.example.com</c>:
    /// a '*' that isn't the first label stands for itself.
    /// </summary>
    public static string Ownership(string name) => OwnershipPrefix + name;

    /// <summary>No name longer than this can be owned: with what is put before it, it would be too long for a name.</summary>
    public const int MaxOwnedLength = DomainName.MaxLength - 12;

    // A label of its own, so no label gets too long.
    private const string OwnershipPrefix = "_dockerland.";
}
