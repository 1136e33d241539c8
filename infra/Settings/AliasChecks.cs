using Dockerland.Contracts;
using Dockerland.Infra.Dns;

namespace Dockerland.Infra.Settings;

/// <summary>Aliases that Route53 refuses: of another name of its own zone, unless a record of that name and type is there already, and in a private zone of CloudFront.</summary>
internal static class AliasChecks
{
    public static void Refuse(ConfigSection own, StackSettings settings)
    {
        if (!own.IsSound("zone", "privateZone", "zoneId", "zoneExisting", "zoneImport", "records", SettingKeys.Fleets)) return;

        foreach (var (index, record) in settings.Records.Index())
            if (settings.PrivateZone is { } zone && zone.Equals(record.Name, StringComparison.OrdinalIgnoreCase) && ZoneRecords.LeadsToCloudFront(record, settings.Records))
                own.Report(
                    $"{own.FullKey("records")}[{index}].name '{record.Name}' leads to CloudFront, which no alias of a private zone can, and at the private zone's own name there is no CNAME",
                    $"Give that zone a name of its own: pulumi config set {own.FullKey("privateZone")} {ZoneReader.Suggested(settings.Zone)}");
            else if (record.Alias is { ZoneId: "" } alias && Problem(record, alias.Name, settings) is { } problem)
                own.Report($"{own.FullKey("records")}[{index}].alias.name '{alias.Name}' {problem.What}", problem.Fix);
    }

    private static (string What, string Fix)? Problem(RecordSettings record, string target, StackSettings settings)
    {
        var isInPrivateZone = settings.PrivateZone is { } zone && DomainName.IsWithin(record.Name, zone);
        if (!DomainName.IsWithin(target, settings.Zone))
            return ($"is not in the zone '{settings.Zone}', and zoneId doesn't say in which", ConfigSection.InFile);
        if (IsKept(target, settings))
            return ("is there only once hosts are, and an alias follows what is there before it", $"Make it a CNAME: type: CNAME, values: [{target}]");
        if (isInPrivateZone && !DomainName.IsWithin(target, settings.PrivateZone!))
            return ($"is not in the private zone '{settings.PrivateZone}', which '{record.Name}' is in too", $"Make it a CNAME: type: CNAME, values: [{target}]");
        if (ZoneRecords.TargetOf(record, settings.Records) is null && (isInPrivateZone || !HasOthers(settings)))
            return ($"has no {record.Type} record among these for the alias to follow", ConfigSection.InFile);

        return LeadsBack(record, settings) ? ("leads back to where it began", ConfigSection.InFile) : null;
    }

    // What the updater and the agents keep.
    private static bool IsKept(string name, StackSettings settings)
    {
        var names = settings.Fleets.Values.Select(fleet => fleet.Domain);
        if (settings.PrivateZone is { } zone)
            names = names
                .Append(Names.Balancers(zone))
                .Concat(settings.Fleets.Keys.Select(fleet => Names.Nodes(fleet, zone)))
                .Concat(settings.Fleets.Values.SelectMany(fleet => fleet.Services).Select(service => Names.Service(service, zone)));
        return names.Contains(name, StringComparer.OrdinalIgnoreCase);
    }

    private static bool HasOthers(StackSettings settings) => settings.ZoneExisting || settings is not { ZoneId: "", ZoneImport: "" };

    private static bool LeadsBack(RecordSettings record, StackSettings settings)
    {
        var seen = new HashSet<RecordSettings>();
        for (var next = record; next is not null; next = ZoneRecords.TargetOf(next, settings.Records))
            if (!seen.Add(next))
                return true;

        return false;
    }
}
