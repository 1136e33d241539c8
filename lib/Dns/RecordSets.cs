using Amazon.Route53;
using Amazon.Route53.Model;

namespace Dockerland.Dns;

/// <summary>Sets as Route53's API has them.</summary>
internal static class RecordSets
{
    public static RecordSet Read(ResourceRecordSet set) => new(RecordName.Normalize(set.Name), set.Type.Value)
    {
        Ttl = set.TTL ?? 0,
        Values = [.. (set.ResourceRecords ?? []).Select(record => record.Value)],
        SetIdentifier = set.SetIdentifier,
        Routing = RoutingOf(set),
        HealthCheckId = set.HealthCheckId,
        IsAlias = set.AliasTarget is not null,
    };

    public static ResourceRecordSet Write(RecordSet set) => new()
    {
        Name = set.Name + ".",
        Type = RRType.FindValue(set.Type),
        TTL = set.Ttl,
        ResourceRecords = [.. set.Values.Select(value => new ResourceRecord { Value = value })],
        SetIdentifier = set.SetIdentifier,
        MultiValueAnswer = set.Routing is Routing.Multivalue ? true : null,
        HealthCheckId = set.HealthCheckId,
    };

    private static Routing RoutingOf(ResourceRecordSet set) => set switch
    {
        { SetIdentifier: null, TrafficPolicyInstanceId: null } => Routing.Simple,
        { MultiValueAnswer: true } => Routing.Multivalue,
        _ => Routing.Other,
    };
}
