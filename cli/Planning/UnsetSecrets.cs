using System.Text.Json;
using Dockerland.Infra.Settings;

namespace Dockerland.Cli.Planning;

/// <summary>Says where a plan shows more than a deployment would do: it has what uses a secret that isn't set, which 'pulumi up' has not.</summary>
internal static class UnsetSecrets
{
    public static IEnumerable<string> Describe(StackSettings settings) =>
        new (string Property, Secret? Value)[]
        {
            (nameof(settings.RegistryPassword), settings.RegistryPassword),
            (nameof(settings.NodeRegistryKey), settings.NodeRegistryKey),
            (nameof(settings.GossipKey), settings.GossipKey),
            (nameof(settings.CookieSecret), settings.CookieSecret),
        }
        .Where(secret => secret.Value == Secret.Missing)
        .Select(secret => Describe($"{SettingsReader.Project}:{JsonNamingPolicy.CamelCase.ConvertName(secret.Property)}", settings.RequireSecrets));

    private static string Describe(string key, bool required) => required
        ? $"{key} is not set: 'pulumi up' refuses until it is set: pulumi config set --secret {key}"
        : $"{key} is not set: 'pulumi up' goes on without it and what it is for.";
}
