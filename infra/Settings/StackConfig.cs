using System.Collections.Immutable;
using System.Text.Json;

namespace Dockerland.Infra.Settings;

/// <summary>A stack's configuration as the engine hands it over.</summary>
/// <param name="Values">Full key → text; lists and objects are JSON, secrets are decrypted.</param>
/// <param name="SecretKeys">The keys whose values the stack's file keeps encrypted.</param>
public sealed record StackConfig(IReadOnlyDictionary<string, string> Values, IReadOnlySet<string> SecretKeys)
{
    /// <summary>The images that the repository has sources of.</summary>
    public IReadOnlySet<string> Images { get; init; } = ImmutableSortedSet<string>.Empty;

    /// <summary>What the engine gave this process. The variables are read here since <c>Pulumi.Config</c> can't list keys, and an unknown key is an error.</summary>
    public static StackConfig FromEnvironment() => new(
        Read<ImmutableDictionary<string, string>>("PULUMI_CONFIG") ?? [],
        Read<ImmutableHashSet<string>>("PULUMI_CONFIG_SECRET_KEYS") ?? []);

    private static T? Read<T>(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } json ? JsonSerializer.Deserialize<T>(json) : default;
}
