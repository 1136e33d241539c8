using Dockerland.Contracts;
using Dockerland.Dns;

namespace Dockerland.Tests.Updater.Dns;

/// <summary>Zones and wishes to write tests with.</summary>
internal static class Zones
{
    public const string Id = "Z1";
    public const string Stack = "web-dev";
    public const string Www = "www.example.com";

    public static PlanOptions Options { get; } = new() { Stack = Stack, Scope = PlanScope.OfGroups() };

    public static ZoneState Zone(params RecordSet[] sets) => new(Id, [.. sets]) { Name = "example.com" };

    public static DesiredSet Want(string group, params string[] values) => new(Id, Www, RecordTypes.A, new(Stack, group)) { Values = [.. values] };

    /// <summary>A multivalue set of an agent.</summary>
    public static DesiredSet WantOf(string instance, params string[] values) =>
        new(Id, Www, RecordTypes.A, new(Stack, "app", instance)) { Values = [.. values], SetIdentifier = instance };

    public static RecordSet A(params string[] values) => new(Www, RecordTypes.A) { Ttl = 10, Values = [.. values] };

    public static RecordSet AOf(string instance, params string[] values) => A(values) with { SetIdentifier = instance, Routing = Routing.Multivalue };

    public static RecordSet Owned(params string[] groups) => OwnedBy([.. groups.Select(group => new Owner(Stack, group))]);

    public static RecordSet OwnedBy(params Owner[] owners) =>
        new($"_dockerland.{Www}", RecordTypes.Txt) { Ttl = 300, Values = [.. owners.Select(owner => $"\"{owner}\"").Order(StringComparer.Ordinal)] };

    public static RecordSet OwnedByAgent(string instance) =>
        OwnedBy(new Owner(Stack, "app", instance)) with { SetIdentifier = instance, Routing = Routing.Multivalue };

    /// <summary>The zone as a plan leaves it, if Route53 takes it.</summary>
    public static ZoneState After(ZoneState zone, DnsPlan plan) => zone with
    {
        Sets =
        [
            .. zone.Sets.Where(set => !plan.Changes.SelectMany(change => change.Records).Any(record => set.Equals(record.Before))),
            .. plan.Changes.SelectMany(change => change.Records).Select(record => record.After).OfType<RecordSet>(),
        ],
    };

    public static string[] Lines(DnsPlan plan) => [.. plan.Changes.SelectMany(change => change.Records).Select(record => record.ToString())];
}
