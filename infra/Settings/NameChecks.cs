using Dockerland.Infra.Dns;

namespace Dockerland.Infra.Settings;

/// <summary>
/// Settings that would make two resources of one name. Their names are joined of parts that may hold the separator themselves,
/// and stay as they are: what is there already would be made anew under another.
/// </summary>
internal static class NameChecks
{
    public static void Refuse(ConfigSection own, StackSettings settings)
    {
        var fleets = own.Section(SettingKeys.Fleets);
        RefuseScaling(fleets, settings, "steps", fleet => fleet.Steps.Keys);
        RefuseScaling(fleets, settings, "schedules", fleet => fleet.Schedules.Keys);
        if (settings.PrivateZone is { } zone) RefuseRecords(own, settings, zone);
    }

    private static void RefuseScaling(ConfigSection fleets, StackSettings settings, string part, Func<FleetSettings, IEnumerable<string>> names)
    {
        var holders = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (fleet, own) in settings.Fleets)
            foreach (var name in names(own))
            {
                var key = fleets.Section(fleet).FullKey(part, name);
                if (!holders.TryAdd($"{fleet}-{name}", key))
                    fleets.Report($"{key} makes a resource of the name '{fleet}-{name}', as {holders[$"{fleet}-{name}"]} does", "Rename one of them in the stack's configuration file");
            }
    }

    // Those of the private zone are named after a zone that ends in '-private'.
    private static void RefuseRecords(ConfigSection own, StackSettings settings, string zone)
    {
        var domains = settings.Fleets.ToDictionary(fleet => fleet.Key, fleet => fleet.Value.Domain);
        var inside = ZoneRecords.OfPrivateZone(zone, settings.Records, domains).DistinctBy(ZoneRecords.KeyOf).ToDictionary(record => $"private-{ZoneRecords.KeyOf(record)}", StringComparer.Ordinal);
        foreach (var (index, record) in settings.Records.Index())
            if (inside.TryGetValue(ZoneRecords.KeyOf(record), out var other))
                own.Report($"{own.FullKey("records")}[{index}].name '{record.Name}' makes a resource of the name 'zone-{ZoneRecords.KeyOf(record)}', as {KeyOf(own, settings, other)} '{other.Name}' does in the private zone", "Rename one of them in the stack's configuration file");
    }

    // Fleets' names and aliases to CloudFront are in that zone as other records than in the settings.
    private static string KeyOf(ConfigSection own, StackSettings settings, RecordSettings record)
    {
        var named = settings.Records.FirstOrDefault(other => other == record) ?? settings.Records.FirstOrDefault(other => other.Name == record.Name && other.Alias is not null);
        return named is not null
            ? $"{own.FullKey("records")}[{settings.Records.IndexOf(named)}].name"
            : $"{own.Section(SettingKeys.Fleets).FullKey(settings.Fleets.First(fleet => fleet.Value.Domain == record.Name).Key)}.domain";
    }
}
