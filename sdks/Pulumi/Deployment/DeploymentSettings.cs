using System.Text.Json;

namespace Pulumi;

/// <summary>What the engine tells a program by environment variables.</summary>
internal sealed record DeploymentSettings
{
    public required string Project { get; init; }

    public required string Stack { get; init; }

    public string Organization { get; init; } = "organization";

    /// <summary>The folder of Pulumi.yaml; null when the engine is too old to tell.</summary>
    public string? RootDirectory { get; init; }

    public required bool IsDryRun { get; init; }

    public IReadOnlyDictionary<string, string> Config { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether resources may go over the wire as references.</summary>
    public bool ResourceReferences { get; init; } = true;

    /// <exception cref="InvalidOperationException">when the program wasn't started by the Pulumi CLI</exception>
    public static (DeploymentSettings Settings, string Monitor, string Engine) FromEnvironment(Func<string, string?> variable)
    {
        var settings = new DeploymentSettings
        {
            Project = Required("PULUMI_PROJECT"),
            Stack = Required("PULUMI_STACK"),
            Organization = variable("PULUMI_ORGANIZATION") is { Length: > 0 } organization ? organization : "organization",
            RootDirectory = variable("PULUMI_ROOT_DIRECTORY"),
            IsDryRun = bool.TryParse(Required("PULUMI_DRY_RUN"), out var dryRun) ? dryRun : throw NotStartedByPulumi("PULUMI_DRY_RUN"),
            Config = ConfigFromEnvironment(variable),
            ResourceReferences = variable("PULUMI_DISABLE_RESOURCE_REFERENCES")?.ToUpperInvariant() is not ("1" or "TRUE"),
        };
        return (settings, Required("PULUMI_MONITOR"), Required("PULUMI_ENGINE"));

        string Required(string name) =>
            variable(name) is { Length: > 0 } value ? value : throw NotStartedByPulumi(name);
    }

    /// <summary>The stack's configuration, decrypted, by full key; <c>a:config:b</c> is today's <c>a:b</c>.</summary>
    public static IReadOnlyDictionary<string, string> ConfigFromEnvironment(Func<string, string?> variable)
    {
        var config = new Dictionary<string, string>();
        if (variable("PULUMI_CONFIG") is { Length: > 0 } json)
        {
            foreach (var (key, value) in JsonSerializer.Deserialize<Dictionary<string, string>>(json)!)
            {
                config[CleanKey(key)] = value;
            }
        }

        return config;
    }

    private static string CleanKey(string key) => key.Split(':') is [var ns, "config", .. var rest] && rest.Length > 0
        ? $"{ns}:{string.Join(':', rest)}"
        : key;

    private static InvalidOperationException NotStartedByPulumi(string variable) => new(
        $"Program run without the Pulumi engine available ({variable} isn't set); re-run using the `pulumi` CLI.");
}
