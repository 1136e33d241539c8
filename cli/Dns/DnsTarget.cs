using System.Text.Json;
using Dockerland.Cli.Planning;

namespace Dockerland.Cli.Dns;

/// <summary>Whose records are meant, and with whose eyes they are seen.</summary>
/// <param name="Stack">As <c>PROJECT-STACK</c>, as groups have it in their tags.</param>
/// <param name="Region">Null for that of the machine.</param>
/// <param name="Profile">Null for the credentials that are found without one.</param>
internal sealed record DnsTarget(string Stack, string Environment, string? Region, string? Profile)
{
    /// <summary>The roles to take with these credentials, one after another, as <c>aws:assumeRoles</c> has them.</summary>
    public IReadOnlyList<JsonElement> Roles { get; init; } = [];

    /// <summary>As the stack's files say.</summary>
    public static DnsTarget Of(StackConfiguration configuration)
    {
        var key = $"{configuration.Project}:environment";
        return new(
            $"{configuration.Project}-{configuration.Stack}",
            Text(configuration, key) ?? throw new CliException($"Pulumi.{configuration.Stack}.yaml has no {key}, by which the stack's groups are found. Set it: pulumi config set {key} staging --stack {configuration.Stack}"),
            Text(configuration, ProviderSettings.Region),
            Text(configuration, ProviderSettings.Profile))
        {
            Roles = ReadRoles(configuration),
        };
    }

    /// <summary>With what was said on the command line. Whoever names a profile has taken the roles himself.</summary>
    public DnsTarget With(string? region, string? profile) =>
        this with { Region = region ?? Region, Profile = profile ?? Profile, Roles = profile is null ? Roles : [] };

    private static JsonElement[] ReadRoles(StackConfiguration configuration)
    {
        if (Text(configuration, ProviderSettings.AssumeRoles) is not { } text) return [];

        var file = $"Pulumi.{configuration.Stack}.yaml: {ProviderSettings.AssumeRoles}";
        if (configuration.SecretKeys.Contains(ProviderSettings.AssumeRoles)) throw new CliException($"{file} is encrypted, and nothing is decrypted here. Say --profile PROFILE, whose credentials are the role's.");
        return ScalarText.AsJson(text)?.Deserialize<JsonElement>() is { ValueKind: JsonValueKind.Array } roles && roles.EnumerateArray().All(AssumedRole.IsOne)
            ? [.. roles.EnumerateArray()]
            : throw new CliException($"{file} is no list of roles: {text}. Write it as - roleArn: arn:aws:iam::123456789012:role/NAME");
    }

    private static string? Text(StackConfiguration configuration, string key) => configuration.Values.GetValueOrDefault(key) is { Length: > 0 } text ? text : null;
}
