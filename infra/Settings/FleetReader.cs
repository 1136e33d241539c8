using System.Collections.Immutable;
using Dockerland.Contracts;

namespace Dockerland.Infra.Settings;

/// <summary>Reads <c>dockerland:fleets</c>: one object per fleet, under the fleet's name.</summary>
internal static class FleetReader
{
    private const int MostHosts = 1000;

    private static readonly ImmutableArray<string> Keys = ["role", "instanceTypes", "min", "max", "domain", "tags", "environment"];

    /// <param name="zone">Null when it is itself wrong: there is then nothing to hold domains to.</param>
    public static ImmutableSortedDictionary<string, FleetSettings> Read(ConfigSection own, string? zone)
    {
        if (own.Raw(SettingKeys.Fleets) is "")
            own.Report($"{own.FullKey(SettingKeys.Fleets)} is not set", $"Set it: pulumi config set --path {own.FullKey(SettingKeys.Fleets)}.web.role web");

        var section = own.Section(SettingKeys.Fleets);
        foreach (var name in section.Keys)
            if (Rules.FleetName(name) is { } problem)
                section.Report($"{section.FullKey(name)} {problem}", "Rename the fleet in the stack's configuration file");

        var fleets = section.Keys.ToImmutableSortedDictionary(name => name, name => ReadOne(section.Section(name), name, zone), StringComparer.Ordinal);
        RefuseSharedDomains(section, fleets);
        return fleets;
    }

    private static FleetSettings ReadOne(ConfigSection fleet, string name, string? zone)
    {
        var defaults = new FleetSettings { Role = name };
        fleet.RefuseUnknown(Keys);

        var min = fleet.Number("min", defaults.Min, 0, MostHosts);
        var max = fleet.Number("max", Math.Max(defaults.Max, min), 1, MostHosts);
        if (min > max) fleet.Refuse("min", $"{min}", $"is more than {fleet.FullKey("max")} '{max}'", $"{max}");

        var settings = new FleetSettings
        {
            Role = fleet.Text("role", defaults.Role, name, Rules.Label),
            InstanceTypes = fleet.List("instanceTypes", defaults.InstanceTypes, defaults.InstanceTypes, Rules.InstanceType),
            Min = min,
            Max = max,
            Domain = fleet.Text("domain", defaults.Domain, $"{name}.{zone ?? SettingsReader.ZoneExample}", domain => DomainProblem(domain, zone)),
            Tags = fleet.Texts("tags", Rules.Tag),
            Environment = fleet.Texts("environment", Rules.Variable),
        };
        FleetVariables.RefuseClashes(fleet, settings);
        return settings;
    }

    private static string? DomainProblem(string domain, string? zone) =>
        DomainName.Problem(domain) ?? (zone is null || DomainName.IsWithin(domain, zone) ? null : $"is not in the zone '{zone}'");

    private static void RefuseSharedDomains(ConfigSection section, ImmutableSortedDictionary<string, FleetSettings> fleets)
    {
        var shared = fleets.Where(fleet => fleet.Value.Domain is not "").GroupBy(fleet => fleet.Value.Domain, StringComparer.OrdinalIgnoreCase);
        foreach (var group in shared.Where(group => group.Count() > 1))
            section.Report(
                $"{section.FullKey(group.Last().Key)}.domain '{group.Key}' is also the domain of {section.FullKey(group.First().Key)}; a record follows one fleet",
                ConfigSection.InFile);
    }
}
