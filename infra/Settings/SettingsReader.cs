using System.Collections.Immutable;
using Dockerland.Contracts;

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
        var secrets = new SecretReader(own, config.SecretKeys, missing);

        own.RefuseUnknown(SettingKeys.Stack);
        secrets.RefuseOthers();
        var settings = ReadOwn(own, secrets) with { Region = Section("aws", config.Values, problems).Text("region", null, "eu-central-1", Rules.Region) };

        problems.AddRange(secrets.Problems);
        return problems is [] ? settings with { Warnings = secrets.Warnings } : throw new SettingsException(problems);
    }

    private static StackSettings ReadOwn(ConfigSection own, SecretReader secrets)
    {
        var defaults = new StackSettings { Region = "", Zone = "", Environment = "", Fleets = ImmutableSortedDictionary<string, FleetSettings>.Empty };
        var zone = own.Text(SettingKeys.Zone, null, ZoneExample, DomainName.Problem);
        var server = own.Text(SettingKeys.RegistryServer, defaults.RegistryServer, "registry.example.com", Rules.Server);
        var user = own.Text(SettingKeys.RegistryUser, defaults.RegistryUser, "dockerland", Rules.Any);
        var nodes = own.Text(SettingKeys.NodeRegistryUrl, defaults.NodeRegistryUrl, "https://nodes.example.com", Rules.Url);
        if (server is not "" && user is "") own.Refuse(SettingKeys.RegistryUser, user, $"is empty, but {own.FullKey(SettingKeys.RegistryServer)} needs a user", "dockerland");

        var requireSecrets = own.Flag(SettingKeys.RequireSecrets, defaults.RequireSecrets);
        return defaults with
        {
            Zone = zone,
            ZoneImport = own.Text(SettingKeys.ZoneImport, defaults.ZoneImport, "Z0123456789ABC", Rules.ZoneId),
            Environment = own.Text(SettingKeys.Environment, null, "staging", Rules.Label),
            ForceDestroy = own.Flag(SettingKeys.ForceDestroy, defaults.ForceDestroy),
            NetworkCidr = own.Text(SettingKeys.NetworkCidr, defaults.NetworkCidr, defaults.NetworkCidr, AddressRange.Problem),
            AvailabilityZones = own.List(SettingKeys.AvailabilityZones, defaults.AvailabilityZones, ["a", "b", "c", "d", "e", "f", "g", "h"], Rules.AvailabilityZone),
            Fleets = FleetReader.Read(own, DomainName.Problem(zone) is null ? zone : null),
            HostImage = own.Text(SettingKeys.HostImage, defaults.HostImage, defaults.HostImage, Rules.HostImage),
            BaseImage = own.Text(SettingKeys.BaseImage, defaults.BaseImage, defaults.BaseImage, Rules.ImageName),
            RegistryServer = server,
            RegistryUser = user,
            RegistryPassword = secrets.Read(SettingKeys.RegistryPassword, needed: server is not "", requireSecrets, SecretReader.PlainText),
            NodeRegistryUrl = nodes,
            NodeRegistryKey = secrets.Read(SettingKeys.NodeRegistryKey, needed: nodes is not "", requireSecrets, SecretReader.PlainText),
            GossipKey = secrets.Read(SettingKeys.GossipKey, needed: true, requireSecrets, SecretReader.GossipKey),
            RequireSecrets = requireSecrets,
        };
    }

    private static ConfigSection Section(string name, IReadOnlyDictionary<string, string> config, List<string> problems)
    {
        var prefix = name + ":";
        var values = config
            .Where(entry => entry.Key.StartsWith(prefix, StringComparison.Ordinal))
            .ToImmutableDictionary(entry => entry.Key[prefix.Length..], entry => entry.Value);
        return new(prefix, values, problems);
    }
}
