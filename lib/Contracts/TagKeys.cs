namespace Dockerland.Contracts;

/// <summary>Tags on a group, propagated to its instances: what the programs on a host and beside it go by.</summary>
public static class TagKeys
{
    /// <summary>The name shown in the console.</summary>
    public const string Name = "Name";

    /// <summary>Tags with this prefix become labels of the Docker daemon.</summary>
    public const string LabelPrefix = "docker.";

    /// <summary>Tags with this prefix become environment variables: <c>example.db.host</c> → <c>DB_HOST</c>.</summary>
    public const string VariablePrefix = "example.";

    /// <summary>What the hosts are for: frontend, db, queue, services, web …</summary>
    public const string Role = LabelPrefix + "role";

    /// <summary>Where they belong: staging, production, qa …</summary>
    public const string Environment = LabelPrefix + "environment";

    /// <summary>The record that follows the group's instances; the value is a <see cref="Contracts.DomainMeta"/>.</summary>
    public const string DomainMeta = "DomainMeta";
}
