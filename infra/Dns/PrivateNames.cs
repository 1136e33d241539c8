using System.Collections.Immutable;
using Dockerland.Contracts;
using Dockerland.Infra.Settings;

namespace Dockerland.Infra.Dns;

/// <summary>
/// What the VPC's own zone answers with addresses: its records, and the names that the updater and the agents keep there. Every
/// other name at or below the zone's own isn't found by hosts, whatever the public zone says.
/// </summary>
internal sealed class PrivateNames
{
    private readonly string _zone;
    private readonly HashSet<string> _answered;
    private readonly HashSet<string> _existing;

    private PrivateNames(string zone, IEnumerable<string> answered, IEnumerable<string> others)
    {
        _zone = zone;
        _answered = answered.ToHashSet(StringComparer.OrdinalIgnoreCase);
        _existing = _answered.Concat(others).SelectMany(UpToZone).ToHashSet(StringComparer.OrdinalIgnoreCase);
    }

    public static PrivateNames Of(string zone, StackSettings settings)
    {
        var records = ZoneRecords.OfPrivateZone(zone, settings.Records, settings.Fleets.ToImmutableDictionary(fleet => fleet.Key, fleet => fleet.Value.Domain));
        var services = settings.Fleets.Values.SelectMany(fleet => fleet.Services);
        return new(
            zone,
            [
                .. records.Where(HasAddress).Select(record => record.Name),
                .. settings.Fleets.Keys.Select(fleet => Names.Nodes(fleet, zone)),
                .. settings.Fleets.Values.Any(fleet => fleet.Role is Roles.Balancer) ? new[] { Names.Balancers(zone) } : [],
                .. services.Select(service => Names.Service(service, zone)),
            ],
            records.Select(record => record.Name).Append(zone));
    }

    /// <summary>Whether hosts find no address of a name, because of this zone.</summary>
    public bool Hides(string name) => DomainName.IsWithin(name, _zone) && !Answers(name);

    // A star answers for what isn't there below the nearest name that is.
    private bool Answers(string name) => _existing.Contains(name)
        ? _answered.Contains(name)
        : _answered.Contains($"*.{UpToZone(name).First(_existing.Contains)}");

    private static bool HasAddress(RecordSettings record) => record.Type is "A" or "AAAA" or "CNAME";

    /// <summary>The name and those above it, the zone's own being the last.</summary>
    private IEnumerable<string> UpToZone(string name)
    {
        while (DomainName.IsWithin(name, _zone))
        {
            yield return name;
            name = name.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot ? name[(dot + 1)..] : "";
        }
    }
}
