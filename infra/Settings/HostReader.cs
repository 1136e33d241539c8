using System.Collections.Immutable;

namespace Dockerland.Infra.Settings;

/// <summary>Reads what all hosts have in common.</summary>
internal static class HostReader
{
    public static StackSettings Read(ConfigSection own, StackSettings settings)
    {
        var architecture = own.Choice("architecture", settings.Architecture, Architectures.All);
        return settings with
        {
            Architecture = architecture,
            HostImage = HostImageReader.Complete(HostImageReader.Read(own, own.IsSound("architecture") ? architecture : null) ?? new(), Systems.Debian, architecture) ?? settings.HostImage,
            BaseImage = own.Text("baseImage", settings.BaseImage, settings.BaseImage, Rules.ImageName),
            AdminKeys = AdminKeys(own),
            Timezone = own.Text("timezone", settings.Timezone, "Europe/Zurich", TimeRules.TimeZone),
            Packages = own.List("packages", settings.Packages, ["htop"], HostRules.Package, mayBeEmpty: true),
            Agents = own.Named("agents", "agent", HostRules.AgentName, AgentReader.Read),
            SsmAgent = own.Section("ssmAgent", SettingKeys.Of<DownloadSettings>()) is { } section && section.Keys.Any() ? AgentReader.ReadDownload(section) : null,
            Rancher = Rancher(own, settings.Rancher),
            VariablePrefix = own.Text("variablePrefix", settings.VariablePrefix, settings.VariablePrefix, Rules.VariablePrefix),
        };
    }

    private static ImmutableSortedDictionary<string, ImmutableArray<string>> AdminKeys(ConfigSection own) =>
        own.Named("adminKeys", "user", HostRules.User, (user, section) => section.List(user, [], [HostRules.KeyExample], HostRules.PublicKey));

    private static RancherSettings Rancher(ConfigSection own, RancherSettings defaults) =>
        own.Section("rancher", SettingKeys.Of<RancherSettings>()) is { } section
            ? new()
            {
                Discovery = section.Text("discovery", defaults.Discovery, "consul://consul.example.internal:8500", HostRules.Discovery),
                Registry = section.Text("registry", defaults.Registry, "docker.example.internal:5000", Rules.Server),
            }
            : defaults;
}
