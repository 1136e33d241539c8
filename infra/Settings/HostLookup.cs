using Dockerland.Contracts;

namespace Dockerland.Infra.Settings;

/// <summary>A name in a setting that hosts, or containers on them, look up.</summary>
/// <param name="Key">The setting's full key.</param>
/// <param name="Value">All of the setting.</param>
internal sealed record HostLookup(string Key, string Value, string Host)
{
    private static readonly char[] BetweenHosts = [',', ';', ' '];

    public static IEnumerable<HostLookup> All(ConfigSection own, StackSettings settings)
    {
        (string Key, string Value)[] values =
        [
            (own.FullKey("registryServer"), settings.RegistryServer),
            (own.FullKey("swarm", "managers"), settings.Swarm?.Managers ?? ""),
            (own.FullKey("ssmAgent", "url"), UrlOf(settings.SsmAgent, settings)),
            (own.FullKey("rancher", "discovery"), settings.Rancher.Discovery),
            (own.FullKey("rancher", "registry"), settings.Rancher.Registry),
            // An answer that leads on to another name.
            .. settings.Records.Index().Where(record => record.Item.Type is "CNAME").Select(record => ($"{own.FullKey("records")}[{record.Index}].values[0]", record.Item.Values.FirstOrDefault() ?? "")),
            .. settings.Agents.SelectMany(agent => OfAgent(own.Section("agents").Section(agent.Key), agent.Value, settings)),
            .. settings.Fleets.SelectMany(fleet => OfFleet(own.Section(SettingKeys.Fleets).Section(fleet.Key), fleet.Value)),
        ];
        return values.SelectMany(value => HostsIn(value.Value).Distinct().Select(host => new HostLookup(value.Key, value.Value, host)));
    }

    /// <summary>The names in a name, a <c>HOST:PORT</c>, an address with a scheme, or several of these.</summary>
    internal static IEnumerable<string> HostsIn(string value) => value.Split(BetweenHosts, StringSplitOptions.RemoveEmptyEntries)
        .Select(HostOf)
        .Where(host => DomainName.Problem(host) is null);

    private static IEnumerable<(string Key, string Value)> OfAgent(ConfigSection section, AgentSettings agent, StackSettings settings) =>
    [
        .. agent.Repositories.SelectMany(repository => new[]
        {
            (section.Section("repositories").FullKey(repository.Key, "source"), repository.Value.Source.Split(' ')[0]),
            (section.Section("repositories").FullKey(repository.Key, "key"), HostRules.IsAddress(repository.Value.Key) ? repository.Value.Key : ""),
        }),
        .. agent.Downloads.Select((download, index) => ($"{section.FullKey("downloads")}[{index}].url", UrlOf(download, settings))),
    ];

    private static IEnumerable<(string Key, string Value)> OfFleet(ConfigSection section, FleetSettings fleet) =>
    [
        .. fleet.Tags.Select(tag => (section.FullKey("tags", tag.Key), tag.Value)),
        .. fleet.Environment.Select(variable => (section.FullKey("environment", variable.Key), variable.Value)),
        .. fleet.Containers.SelectMany(container => OfContainer(section.Section("containers").Section(container.Key), container.Value)),
    ];

    private static IEnumerable<(string Key, string Value)> OfContainer(ConfigSection section, ContainerSettings container) =>
    [
        (section.FullKey("image"), container.Image.Contains('/', StringComparison.Ordinal) ? container.Image : ""),
        .. container.Environment.Select(variable => (section.FullKey("environment", variable.Key), variable.Value)),
    ];

    // As hosts complete it.
    private static string UrlOf(DownloadSettings? download, StackSettings settings) =>
        download is null ? "" : AgentPlaceholders.InUrl(download.Url, settings.Region, settings.Architecture);

    private static string HostOf(string text)
    {
        var scheme = text.IndexOf("://", StringComparison.Ordinal);
        var authority = (scheme < 0 ? text : text[(scheme + 3)..]).Split('/', '?', '#')[0];
        // Without a scheme it is somebody's mail address.
        if (scheme >= 0) authority = authority[(authority.LastIndexOf('@') + 1)..];
        return authority.Split(':')[0].TrimEnd('.');
    }
}
