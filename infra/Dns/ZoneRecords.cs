using System.Collections.Immutable;
using Dockerland.Contracts;
using Dockerland.Infra.Settings;

namespace Dockerland.Infra.Dns;

/// <summary>The records of the zones that stay as the settings have them; the updater and the agents keep all others.</summary>
public static class ZoneRecords
{
    /// <summary>For how many seconds others may keep a name of a fleet that leads to its hosts' name.</summary>
    private const int FleetTtl = 300;

    /// <summary>Those of the public zone.</summary>
    public static ImmutableArray<RecordSettings> OfPublicZone(IEnumerable<RecordSettings> records) => [.. records.OrderBy(KeyOf, StringComparer.Ordinal)];

    /// <summary>
    /// Those of the VPC's own zone. It hides every public name at or below its own from the VPC, so what is public there is in it too:
    /// records as they are, and each fleet's name as one for the private addresses of its hosts.
    /// </summary>
    /// <param name="domains">Fleet → its public name, or none.</param>
    public static ImmutableArray<RecordSettings> OfPrivateZone(string zone, IEnumerable<RecordSettings> records, IReadOnlyDictionary<string, string> domains)
    {
        // Where a zone itself stands there is no CNAME, and no other record beside one.
        var fleets = domains
            .Where(fleet => DomainName.IsWithin(fleet.Value, zone) && !DomainName.IsWithin(zone, fleet.Value))
            .Select(fleet => new RecordSettings { Name = fleet.Value, Type = "CNAME", Ttl = FleetTtl, Values = [Names.Nodes(fleet.Key, zone)] })
            .ToImmutableArray();
        var taken = fleets.Select(record => record.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. fleets.Concat(records.Where(record => DomainName.IsWithin(record.Name, zone) && !taken.Contains(record.Name))).OrderBy(KeyOf, StringComparer.Ordinal)];
    }

    /// <summary>The record that an alias of its own zone follows, which may be one itself; null when it isn't among these.</summary>
    public static RecordSettings? TargetOf(RecordSettings alias, IEnumerable<RecordSettings> records) => alias.Alias is not { ZoneId: "", Name: var name }
        ? null
        : records.FirstOrDefault(record => record.Type == alias.Type && record.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>What tells a record from all others of its zone.</summary>
    public static string KeyOf(RecordSettings record) => $"{record.Name.ToLowerInvariant()}-{record.Type}";

    /// <summary>A record's values as the AWS provider takes them.</summary>
    public static IEnumerable<string> ValuesOf(RecordSettings record) => record.Type is "TXT" ? record.Values.Select(TextRecord.Encode) : record.Values;
}
