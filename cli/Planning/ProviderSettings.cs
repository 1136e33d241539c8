using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Dockerland.Cli.Planning;

/// <summary>What the AWS provider is told of where resources are, whose they are and which tags all of them have: no resource shows it.</summary>
internal static class ProviderSettings
{
    public const string Region = "aws:region";
    public const string Profile = "aws:profile";
    public const string AssumeRoles = "aws:assumeRoles";
    public const string DefaultTags = "aws:defaultTags";

    private static readonly string[] Keys = [Region, Profile, AssumeRoles, DefaultTags];

    public static ImmutableSortedDictionary<string, JsonNode?> Of(StackConfiguration configuration) => Keys
        .Where(configuration.Values.ContainsKey)
        .ToImmutableSortedDictionary(key => key, key => Show(configuration, key), StringComparer.Ordinal);

    private static JsonNode? Show(StackConfiguration configuration, string key) =>
        configuration.SecretKeys.Contains(key) ? PlanValues.Secret
        : ScalarText.AsJson(configuration.Values[key]) ?? JsonValue.Create(configuration.Values[key]);
}
