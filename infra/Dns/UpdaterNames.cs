using System.Collections.Immutable;
using Dockerland.Contracts;
using Dockerland.Infra.Settings;

namespace Dockerland.Infra.Dns;

/// <summary>The records that the updater keeps, by name.</summary>
internal static class UpdaterNames
{
    /// <param name="privateZone">The VPC's own zone; null for none.</param>
    /// <returns>Fleets' domains one by one; their private names in one pattern, so that a policy is no longer with many fleets.</returns>
    public static ImmutableArray<string> Of(IReadOnlyDictionary<string, FleetSettings> fleets, string? privateZone) =>
    [
        .. fleets.Values.Select(fleet => fleet.Domain).Where(domain => domain is not "").Distinct().Order(StringComparer.Ordinal),
        .. privateZone is null ? [] : new[] { Names.Balancers(privateZone), Names.Nodes("*", privateZone) },
    ];
}
