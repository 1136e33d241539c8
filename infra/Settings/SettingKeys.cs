using System.Collections.Immutable;

namespace Dockerland.Infra.Settings;

/// <summary>The keys of the configuration, each once.</summary>
internal static class SettingKeys
{
    public static readonly string Zone = Key(nameof(StackSettings.Zone));
    public static readonly string ZoneImport = Key(nameof(StackSettings.ZoneImport));
    public static readonly string Environment = Key(nameof(StackSettings.Environment));
    public static readonly string ForceDestroy = Key(nameof(StackSettings.ForceDestroy));
    public static readonly string NetworkCidr = Key(nameof(StackSettings.NetworkCidr));
    public static readonly string AvailabilityZones = Key(nameof(StackSettings.AvailabilityZones));
    public static readonly string Fleets = Key(nameof(StackSettings.Fleets));
    public static readonly string HostImage = Key(nameof(StackSettings.HostImage));
    public static readonly string BaseImage = Key(nameof(StackSettings.BaseImage));
    public static readonly string RegistryServer = Key(nameof(StackSettings.RegistryServer));
    public static readonly string RegistryUser = Key(nameof(StackSettings.RegistryUser));
    public static readonly string RegistryPassword = Key(nameof(StackSettings.RegistryPassword));
    public static readonly string NodeRegistryUrl = Key(nameof(StackSettings.NodeRegistryUrl));
    public static readonly string NodeRegistryKey = Key(nameof(StackSettings.NodeRegistryKey));
    public static readonly string GossipKey = Key(nameof(StackSettings.GossipKey));
    public static readonly string RequireSecrets = Key(nameof(StackSettings.RequireSecrets));

    /// <summary>All of <c>dockerland:</c>; a test compares them with the record's properties and the schema.</summary>
    public static ImmutableArray<string> Stack { get; } =
    [
        Zone, ZoneImport, Environment, ForceDestroy, NetworkCidr, AvailabilityZones, Fleets, HostImage, BaseImage,
        RegistryServer, RegistryUser, RegistryPassword, NodeRegistryUrl, NodeRegistryKey, GossipKey, RequireSecrets,
    ];

    /// <summary>Those that are kept encrypted.</summary>
    public static ImmutableArray<string> Secrets { get; } = [RegistryPassword, NodeRegistryKey, GossipKey];

    /// <summary>A fleet's full key, for messages.</summary>
    public static string OfFleet(string name) => $"{SettingsReader.Project}:{Fleets}.{name}";

    public static string Key(string property) => char.ToLowerInvariant(property[0]) + property[1..];
}
