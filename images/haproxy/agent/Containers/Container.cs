using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dockerland.HaproxyAgent.Containers;

/// <summary>A container as the engine tells it, as far as it matters here.</summary>
internal sealed record Container(string Id, string Name, DateTimeOffset Created, ContainerConfig Config, ContainerState State, ContainerHost HostConfig, ContainerNetworks NetworkSettings)
{
    /// <summary>What people call it.</summary>
    public string Title => Name.TrimStart('/');

    /// <summary>Running, and healthy where its image says how that is found out.</summary>
    public bool IsHealthy => State is { Status: "running", Health: null or { Status: "healthy" or "none" } };

    /// <summary>The value of a variable, which may have '=' in it; null when it isn't set, or to nothing.</summary>
    public string? Variable(string name) =>
        Config.Env?.FirstOrDefault(entry => entry.StartsWith($"{name}=", StringComparison.Ordinal))?[(name.Length + 1)..] is { } value && value.Trim(' ') is not "" ? value : null;
}

/// <param name="Image">As it was asked for: <c>example/login:2</c>.</param>
/// <param name="ExposedPorts">Keys such as <c>3000/tcp</c>.</param>
internal sealed record ContainerConfig(string Image, ImmutableArray<string>? Env = null, ImmutableSortedDictionary<string, JsonElement>? ExposedPorts = null, string? StopSignal = null);

internal sealed record ContainerState(string Status, ContainerHealth? Health = null);

internal sealed record ContainerHealth(string Status);

internal sealed record ContainerHost(string NetworkMode);

internal sealed record ContainerNetworks(ImmutableSortedDictionary<string, ContainerNetwork> Networks);

internal sealed record ContainerNetwork(string? IPAddress);

/// <summary>What the list of containers has that is needed.</summary>
internal sealed record ContainerEntry(string Id);

/// <summary>Something that happened to a container.</summary>
internal sealed record ContainerEvent(string Type, string Action, ContainerActor Actor);

internal sealed record ContainerActor(string? ID, ImmutableDictionary<string, string>? Attributes = null);

[JsonSourceGenerationOptions(RespectRequiredConstructorParameters = true, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(Container))]
[JsonSerializable(typeof(ImmutableArray<ContainerEntry>))]
[JsonSerializable(typeof(ContainerEvent))]
internal sealed partial class ContainerJson : JsonSerializerContext;
