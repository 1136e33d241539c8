using System.Collections.Immutable;
using Dockerland.Contracts;
using Dockerland.Infra.Settings;

namespace Dockerland.Infra.Dns;

/// <summary>The records of the zones that stay as the settings have them; the updater and the agents keep all others.</summary>
public static class ZoneRecords
{
    /// <summary>The zone of all of CloudFront's names, as Route53's documentation tells it. No private zone takes an alias to it, and it has no health.</summary>
    internal const string CloudFrontZoneId = "Z2FDTNDATAQYW2";

    /// <summary>For how many seconds others may keep a name of the private zone that leads to another, where no setting says it.</summary>
    private const int CnameTtl = 300;

    /// <summary>Those of the public zone.</summary>
    public static ImmutableArray<RecordSettings> OfPublicZone(IEnumerable<RecordSettings> records) => [.. records.OrderBy(KeyOf, StringComparer.Ordinal)];

    /// <summary>
    /// Those of the VPC's own zone. It hides every public name at or below its own from the VPC, so what is public there is in it too:
    /// records as they are, but aliases to CloudFront as names for it, and each fleet's name as one for the private addresses of its hosts.
    /// </summary>
    /// <param name="domains">Fleet → its public name, or none.</param>
    public static ImmutableArray<RecordSettings> OfPrivateZone(string zone, ImmutableArray<RecordSettings> records, IReadOnlyDictionary<string, string> domains)
    {
        // Where a zone itself stands there is no CNAME, and no other record beside one.
        var names = domains.Select(fleet => Cname(fleet.Value, Names.Nodes(fleet.Key, zone)))
            .Concat(records.Where(record => LeadsToCloudFront(record, records)).Select(record => Cname(record.Name, record.Alias!.Name)))
            .Where(record => DomainName.IsWithin(record.Name, zone) && !DomainName.IsWithin(zone, record.Name))
            .DistinctBy(record => record.Name, StringComparer.OrdinalIgnoreCase)
            .ToImmutableArray();
        var taken = names.Select(record => record.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. names.Concat(records.Where(record => DomainName.IsWithin(record.Name, zone) && !taken.Contains(record.Name))).OrderBy(KeyOf, StringComparer.Ordinal)];
    }

    /// <summary>Whether a record is an alias to CloudFront, or to one that is.</summary>
    public static bool LeadsToCloudFront(RecordSettings record, ImmutableArray<RecordSettings> records)
    {
        // Not farther than there are records: a circle is refused, but by others.
        var next = record;
        for (var steps = 0; next is not null && steps < records.Length; steps++, next = TargetOf(next, records))
            if (next.Alias is { ZoneId: CloudFrontZoneId })
                return true;

        return false;
    }

    /// <summary>The record that an alias of its own zone follows, which may be one itself; null when it isn't among these.</summary>
    public static RecordSettings? TargetOf(RecordSettings alias, IEnumerable<RecordSettings> records) => alias.Alias is not { ZoneId: "", Name: var name }
        ? null
        : records.FirstOrDefault(record => record.Type == alias.Type && record.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    private static RecordSettings Cname(string name, string target) => new() { Name = name, Type = "CNAME", Ttl = CnameTtl, Values = [target] };

    /// <summary>What tells a record from all others of its zone.</summary>
    public static string KeyOf(RecordSettings record) => $"{record.Name.ToLowerInvariant()}-{record.Type}";

    /// <summary>A record's values as the AWS provider takes them.</summary>
    public static IEnumerable<string> ValuesOf(RecordSettings record) => record.Type is "TXT" ? record.Values.Select(TextRecord.Encode) : record.Values;
}
