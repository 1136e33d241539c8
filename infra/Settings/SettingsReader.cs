using System.Collections.Immutable;

namespace Dockerland.Infra.Settings;

/// <summary>Turns a stack's configuration into settings, once, before anything is registered.</summary>
public static class SettingsReader
{
    public const string Project = "dockerland";

    /// <summary>Stands for the zone in what is suggested.</summary>
    internal const string ZoneExample = "dev.example.com";

    /// <summary>Reads and validates; every problem is in the one <see cref="SettingsException"/>.</summary>
    public static StackSettings Read(StackConfig config, MissingSecrets missing = MissingSecrets.FollowStack)
    {
        var problems = new List<string>();
        var own = Section(Project, config.Values, problems);
        own.RefuseUnknown(SettingKeys.Stack);

        // Where that is itself wrong, nobody knows whether secrets are missed.
        var areRequired = own.Flag(SettingKeys.RequireSecrets, fallback: true) && own.IsSound(SettingKeys.RequireSecrets);
        var secrets = new SecretReader(own, config.SecretKeys, missing, areRequired);
        secrets.RefuseOthers();
        var settings = ReadAll(own, secrets, Provider(Section("aws", config.Values, problems)), config.Images);

        problems.AddRange(secrets.Problems);
        return problems is [] ? settings with { Warnings = [.. secrets.Warnings, .. SettingWarnings.Of(own, settings)] } : throw new SettingsException(problems);
    }

    private static StackSettings ReadAll(ConfigSection own, SecretReader secrets, StackSettings settings, IReadOnlySet<string> images)
    {
        settings = settings with { Environment = own.Text("environment", null, "staging", Rules.Label), RequireSecrets = secrets.AreRequired };
        settings = ZoneReader.Read(own, settings);
        settings = NetworkReader.Read(own, settings);
        settings = HostReader.Read(own, settings);
        settings = settings with { Fleets = new FleetReader(own, settings, images).Read() };
        settings = settings with { Swarm = SwarmReader.Read(own, settings) };
        settings = settings with { Records = RecordReader.Read(own, settings) };
        settings = ServiceReader.Read(own, secrets, settings);
        StackChecks.Refuse(own, settings);
        return settings;
    }

    private static StackSettings Provider(ConfigSection aws) => new()
    {
        Region = aws.Text("region", null, "eu-central-1", Rules.Region),
        DefaultTags = aws.Section("defaultTags").Texts("tags", Rules.DefaultTag),
        Zone = "",
        Environment = "",
        Fleets = ImmutableSortedDictionary<string, FleetSettings>.Empty,
    };

    private static ConfigSection Section(string name, IReadOnlyDictionary<string, string> config, List<string> problems)
    {
        var prefix = name + ":";
        var values = config
            .Where(entry => entry.Key.StartsWith(prefix, StringComparison.Ordinal))
            .ToImmutableDictionary(entry => entry.Key[prefix.Length..], entry => entry.Value);
        return new(prefix, values, problems);
    }
}
