using System.Collections.Immutable;
using Dockerland.Contracts;

namespace Dockerland.DnsUpdater;

/// <summary>What the function's environment says.</summary>
internal sealed record UpdaterSettings
{
    /// <summary>As groups have it in <see cref="TagKeys.Stack"/>.</summary>
    public required string Stack { get; init; }

    /// <summary>As groups have it in <see cref="TagKeys.Environment"/>.</summary>
    public required string Environment { get; init; }

    /// <summary>The zones whose records it keeps.</summary>
    public required ImmutableArray<string> ZoneIds { get; init; }

    public NodeRegistrySettings? NodeRegistry { get; init; }

    /// <param name="variables">The value of an environment variable.</param>
    public static UpdaterSettings Read(Func<string, string?> variables)
    {
        var url = variables(EnvironmentVariables.NodeRegistryUrl);
        return new()
        {
            Stack = Require(variables, EnvironmentVariables.Stack),
            Environment = Require(variables, EnvironmentVariables.Environment),
            ZoneIds = [.. (variables(EnvironmentVariables.ZoneIds) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)],
            NodeRegistry = string.IsNullOrEmpty(url) ? null : ReadRegistry(variables, url),
        };
    }

    private static NodeRegistrySettings ReadRegistry(Func<string, string?> variables, string url)
    {
        var kind = Require(variables, EnvironmentVariables.NodeRegistryKind);
        if (kind is not NodeRegistrySettings.DockerCloud) throw new UpdaterException($"{EnvironmentVariables.NodeRegistryKind} is '{kind}'; there is {NodeRegistrySettings.DockerCloud} only.");
        if (!Uri.TryCreate(url.TrimEnd('/') + "/", UriKind.Absolute, out var address)) throw new UpdaterException($"{EnvironmentVariables.NodeRegistryUrl} '{url}' is no address. Write it as https://nodes.example.com.");
        return new(kind, address, variables(EnvironmentVariables.NodeRegistryUser) ?? "", Require(variables, EnvironmentVariables.NodeRegistryKeyParameter));
    }

    private static string Require(Func<string, string?> variables, string name) =>
        variables(name) is { Length: > 0 } value ? value : throw new UpdaterException($"The environment variable {name} is not set; the stack sets it.");
}

/// <summary>Where hosts are also listed.</summary>
/// <param name="Key">A parameter of SSM, or the ARN of a secret of Secrets Manager.</param>
internal sealed record NodeRegistrySettings(string Kind, Uri Url, string User, string Key)
{
    public const string DockerCloud = "docker-cloud";
}
