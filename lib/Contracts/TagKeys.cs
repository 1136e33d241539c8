using System.Globalization;

namespace Dockerland.Contracts;

/// <summary>
/// Tags on a group, propagated to its instances: what the programs on a host and beside it go by. Each key is one that the
/// metadata service can show: an instance with another one doesn't launch.
/// </summary>
public static class TagKeys
{
    /// <summary>The name shown in the console.</summary>
    public const string Name = "Name";

    /// <summary>Tags with this prefix become labels of the Docker daemon.</summary>
    public const string LabelPrefix = "docker.";

    /// <summary>Tags with this prefix become environment variables, <c>example.db.host</c> → <c>DB_HOST</c>, unless a stack has a prefix of its own.</summary>
    public const string VariablePrefix = "example.";

    /// <summary>What the hosts are for: frontend, db, queue, services, web …</summary>
    public const string Role = LabelPrefix + "role";

    /// <summary>Where they belong: staging, production, qa …</summary>
    public const string Environment = LabelPrefix + "environment";

    /// <summary>Prefix of the tags that are about the deployment itself.</summary>
    public const string OwnPrefix = "dockerland.";

    /// <summary>The stack that a group belongs to, as <c>PROJECT-STACK</c>; whoever acts on groups leaves those of others alone.</summary>
    public const string Stack = OwnPrefix + "stack";

    /// <summary>The version of the launch template that a host came from. One that differs from its group's is stale.</summary>
    public const string TemplateVersion = OwnPrefix + "template-version";

    /// <summary>The records that follow the group's instances; the value is a list that <see cref="DomainMetaTags"/> reads.</summary>
    public const string DomainMeta = "DomainMeta";

    /// <summary>An option of all the entries of <see cref="DomainMeta"/>: <c>DomainMeta.ttl</c>.</summary>
    public static string DomainMetaOption(string option) => $"{DomainMeta}.{option}";

    /// <summary>An option of one entry, counted from 1: <c>DomainMeta.2.address</c>.</summary>
    public static string DomainMetaOption(int entry, string option) =>
        string.Create(CultureInfo.InvariantCulture, $"{DomainMeta}.{entry}.{option}");
}
