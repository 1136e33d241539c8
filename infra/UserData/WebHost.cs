using System.Collections.Immutable;
using Dockerland.Contracts;

namespace Dockerland.Infra.UserData;

/// <summary>What decides how a host of the demo's web application is set up.</summary>
public sealed record WebHostParts
{
    public required string Region { get; init; }
    public required string Role { get; init; }
    public required string Image { get; init; }
    public required ImmutableSortedDictionary<string, string> Environment { get; init; }
    public RegistryLogin? Login { get; init; }
    public string? GossipKeyParameter { get; init; }
}

/// <summary>The demo's web application on a host: one container, reached on the traffic port.</summary>
public static class WebHost
{
    public const string ContainerName = "webapp";

    public static HostSpec Describe(WebHostParts parts) => new()
    {
        Region = parts.Region,
        Login = parts.Login,
        Container = new()
        {
            Name = ContainerName,
            Image = parts.Image,
            Ports = ImmutableSortedDictionary<int, int>.Empty.Add(Ports.Traffic, Ports.Webapp),
            Environment = parts.Environment.SetItem(EnvironmentVariables.Role, parts.Role),
            Secrets = parts.GossipKeyParameter is { } parameter ? Sorted.Empty.Add(EnvironmentVariables.GossipKey, parameter) : Sorted.Empty,
        },
    };
}
