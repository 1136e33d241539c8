namespace Dockerland.Infra;

/// <summary>The registry that isn't like others: it has several names, and each repository is right below an account.</summary>
internal static class DockerHub
{
    /// <summary>As images' names have it.</summary>
    public const string Server = "docker.io";

    /// <summary>As Docker's configuration has it, where it looks for a login.</summary>
    public const string LoginServer = "https://index.docker.io/v1/";

    /// <summary>A registry's name in the one form that it has in images' names.</summary>
    public static string Normalize(string server) => server is "index.docker.io" or "registry-1.docker.io" or "registry.hub.docker.com" ? Server : server;

    /// <summary>Where Docker looks for the login of a registry.</summary>
    public static string LoginOf(string server) => server is Server ? LoginServer : server;

    /// <summary>An image's repository in a registry.</summary>
    /// <param name="stack">As <c>PROJECT-STACK</c>.</param>
    public static string RepositoryOf(string server, string user, string stack, string image) => server is Server ? $"{user}/{stack}-{image}" : $"{stack}/{image}";
}
