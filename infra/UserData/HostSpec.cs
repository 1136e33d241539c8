using System.Collections.Immutable;

namespace Dockerland.Infra.UserData;

/// <summary>What one docker host runs. It names secrets, never holds them: user-data can be read by whoever can describe the instance.</summary>
public sealed record HostSpec
{
    public required string Region { get; init; }
    public required ContainerSpec Container { get; init; }

    /// <summary>Where the image is pulled from; null when that needs no login.</summary>
    public RegistryLogin? Login { get; init; }
}

/// <summary>One container; the dictionaries are sorted so that the same spec renders to the same bytes.</summary>
public sealed record ContainerSpec
{
    public required string Name { get; init; }
    public required string Image { get; init; }

    /// <summary>Port on the host → port in the container.</summary>
    public ImmutableSortedDictionary<int, int> Ports { get; init; } = ImmutableSortedDictionary<int, int>.Empty;

    public ImmutableSortedDictionary<string, string> Environment { get; init; } = Sorted.Empty;

    /// <summary>Variable → name of the SecureString parameter that the host reads at boot.</summary>
    public ImmutableSortedDictionary<string, string> Secrets { get; init; } = Sorted.Empty;
}

/// <summary>How a host logs in to a registry.</summary>
public abstract record RegistryLogin(string Server);

/// <summary>By the host's own role.</summary>
public sealed record EcrLogin(string Server) : RegistryLogin(Server);

/// <summary>By a user and a password that a SecureString parameter holds.</summary>
public sealed record PasswordLogin(string Server, string User, string PasswordParameter) : RegistryLogin(Server);

/// <summary>Dictionaries whose order is the same on every machine.</summary>
internal static class Sorted
{
    public static ImmutableSortedDictionary<string, string> Empty { get; } =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);
}
