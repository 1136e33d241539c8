namespace Dockerland.Infra.UserData;

/// <summary>Where things lie on a host.</summary>
internal static class HostPaths
{
    public const string Runner = "/usr/local/bin/dockerland-run";
    public const string Secrets = "/usr/local/sbin/dockerland-secrets";
    public const string Setup = "/usr/local/sbin/dockerland-setup";

    /// <summary>What <see cref="HostService"/> runs.</summary>
    public const string Agent = "/usr/local/sbin/dockerland-agent";

    /// <summary>Docker finds it by its name, as the helper <c>dockerland</c>.</summary>
    public const string CredentialHelper = "/usr/local/bin/docker-credential-dockerland";

    /// <summary>What Docker's command goes by, for the units' user.</summary>
    public const string DockerConfig = "/etc/dockerland/docker";

    public const string DaemonJson = "/etc/docker/daemon.json";
    public const string Units = "/etc/systemd/system";

    /// <summary>Of the units' user; credential helpers keep their cache there.</summary>
    public const string Home = "/var/lib/dockerland";

    /// <summary>Folder in which the metadata image writes variables.</summary>
    public const string Metadata = "/run/dockerland/metadata";

    public const string MetadataEnvironment = Metadata + "/host.env";

    /// <summary>There while Docker hasn't taken the labels that the metadata image wrote.</summary>
    public const string MetadataReload = Metadata + "/reload";

    public static string Environment(string container) => $"/etc/dockerland/{container}.env";

    /// <summary>In memory only: it has secrets.</summary>
    public static string SecretEnvironment(string container) => $"/run/dockerland/{container}.env";

    /// <summary>Where a package repository waits until the containers run: one that is broken keeps all packages from being installed.</summary>
    public static string Repository(HostSystem system, string name) => $"/etc/dockerland/repositories/{name}.{(system is HostSystem.AmazonLinux ? "repo" : "list")}";

    /// <summary>Where it goes then.</summary>
    public static string RepositoryFolder(HostSystem system) => system is HostSystem.AmazonLinux ? "/etc/yum.repos.d" : "/etc/apt/sources.list.d";

    public static string AgentEnvironment(string agent) => $"/etc/dockerland/agents/{agent}.env";
}
