using System.Collections.Immutable;

namespace Dockerland.Contracts;

/// <summary>Environment variables that one program sets and another reads.</summary>
public static class EnvironmentVariables
{
    /// <summary>In a container: its fleet's role.</summary>
    public const string Role = "ROLE";

    /// <summary>In a container: what tells it from the others of its role; the name of its host.</summary>
    public const string Tag = "TAG";

    /// <summary>In a container: the private address by which others reach its host, and so the ports that it publishes there.</summary>
    public const string HostAddress = "HOST_ADDRESS";

    /// <summary>In a backend: the port of its host that leads to it, when it isn't the one that it listens on.</summary>
    public const string HostPort = "HOST_PORT";

    /// <summary>In a container: the key that Serf's gossip is encrypted with.</summary>
    public const string GossipKey = "SERF_KEY";

    /// <summary>In a container: the name of those who let it into the gossip.</summary>
    public const string GossipJoin = "SERF_JOIN";

    /// <summary>In a container: where others reach its gossip, <c>ADDRESS:PORT</c>; its own address is that of a network on its host.</summary>
    public const string GossipAdvertise = "SERF_ADVERTISE";

    /// <summary>In a container: the names that it answers to, with spaces or commas between.</summary>
    public const string Domain = "DOMAIN";

    /// <summary>In a container: the port that <see cref="Domain"/> is served on, unless it exposes just one.</summary>
    public const string DomainPort = "DOMAIN_PORT";

    /// <summary>In a container: the network by which balancers reach <see cref="Domain"/>, when it is in several of theirs.</summary>
    public const string DomainNetwork = "DOMAIN_NETWORK";

    /// <summary>In a balancer: the zones that complete the names of services, with spaces between.</summary>
    public const string Zone = "ZONE";

    /// <summary>In a container: what sessions' cookies are signed with.</summary>
    public const string CookieSecret = "COOKIE_SECRET";

    /// <summary>In a balancer: names of the SSM parameters with certificates, with spaces between.</summary>
    public const string CertificateParameters = "HAPROXY_CERTIFICATE_PARAMETERS";

    /// <summary>In a container that calls AWS: the region, as AWS's own clients read it.</summary>
    public const string Region = "AWS_REGION";

    /// <summary>In a container that keeps records of its host: the private zone's id.</summary>
    public const string RecordZoneId = "RECORD_ZONE_ID";

    /// <summary>In a container that keeps records of its host: the private zone's name.</summary>
    public const string RecordZone = "RECORD_ZONE";

    /// <summary>In a container that keeps records of its host: how often, in seconds, the zone is read when nothing changed.</summary>
    public const string RecordSeconds = "RECORD_SECONDS";

    /// <summary>In a container that keeps records of its host: its Auto Scaling group, where the instance's tags don't say.</summary>
    public const string Group = "GROUP";

    /// <summary>In a container that keeps records of its host: the instance's id, where its metadata don't say.</summary>
    public const string InstanceId = "INSTANCE_ID";

    /// <summary>In the updater: the hosted zones whose records it keeps, with spaces between.</summary>
    public const string ZoneIds = "ZONE_IDS";

    /// <summary>In the updater, and in a container that keeps records of its host: the stack, as groups have it in <see cref="TagKeys.Stack"/>.</summary>
    public const string Stack = "STACK";

    /// <summary>In the updater: its environment, as groups have it in <see cref="TagKeys.Environment"/>.</summary>
    public const string Environment = "ENVIRONMENT";

    /// <summary>In the updater: which API the node registry has.</summary>
    public const string NodeRegistryKind = "NODE_REGISTRY_KIND";

    /// <summary>In the updater: the node registry's address.</summary>
    public const string NodeRegistryUrl = "NODE_REGISTRY_URL";

    /// <summary>In the updater: the node registry's user, whose the API key is.</summary>
    public const string NodeRegistryUser = "NODE_REGISTRY_USER";

    /// <summary>In the updater: the parameter that holds the node registry's API key.</summary>
    public const string NodeRegistryKeyParameter = "NODE_REGISTRY_KEY_PARAMETER";

    /// <summary>What containers are given by the stack or their host, so that a fleet's settings can't.</summary>
    public static ImmutableArray<string> Reserved { get; } = [Role, Tag, HostAddress, Domain, GossipKey, GossipJoin, GossipAdvertise, CookieSecret];

    /// <summary>The variable that a tag becomes: what follows the prefix in capitals, with '_' for all but letters and digits; null for any other tag.</summary>
    public static string? OfTag(string key, string prefix = TagKeys.VariablePrefix) => key.StartsWith(prefix, StringComparison.Ordinal)
        ? string.Concat(key[prefix.Length..].Select(character => char.IsAsciiLetterOrDigit(character) ? char.ToUpperInvariant(character) : '_'))
        : null;

    /// <summary>Whether a text can be the name of a variable in an env file and in a shell.</summary>
    public static bool IsName(string text) =>
        text.Length > 0 && !char.IsAsciiDigit(text[0]) && text.All(character => char.IsAsciiLetterOrDigit(character) || character is '_');
}
