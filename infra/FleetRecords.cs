using System.Collections.Immutable;
using Dockerland.Contracts;
using Dockerland.Infra.Components;
using Dockerland.Infra.Settings;
using Pulumi;

namespace Dockerland.Infra;

/// <summary>The records that follow a fleet's hosts, by docs/names.md.</summary>
internal static class FleetRecords
{
    /// <param name="privateZone">The VPC's own zone and its name, if it has one.</param>
    public static ImmutableArray<FleetRecord> Of(string fleet, FleetSettings settings, Output<string> zoneId, (Output<string> Id, string Name)? privateZone)
    {
        ImmutableArray<FleetRecord> records = settings.Domain is "" ? [] : [new(zoneId, settings.Domain)];
        if (privateZone is not { } own) return records;

        records = records.Add(new(own.Id, Names.Nodes(fleet, own.Name), AddressKind.Private));
        return settings.Role is Roles.Balancer ? records.Add(new(own.Id, Names.Balancers(own.Name), AddressKind.Private)) : records;
    }
}
