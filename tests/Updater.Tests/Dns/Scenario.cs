using Amazon.Route53.Model;
using Dockerland.Contracts;
using Dockerland.Dns;
using FsCheck;
using FsCheck.Fluent;

namespace Dockerland.Tests.Updater.Dns;

/// <summary>A zone with records of others, what was wanted of it before, and what is wanted now.</summary>
internal sealed record Scenario(IReadOnlyList<ResourceRecordSet> Others, IReadOnlyList<DesiredSet> Earlier, IReadOnlyList<DesiredSet> Now, PlanOptions Options)
{
    private static readonly string[] Names = ["www", "api", "*", "a.b", "login"];
    private static readonly string[] Groups = ["one", "two", "three"];

    public static Arbitrary<Scenario> Any { get; } = Arb.From(
        from others in Gen.CollectToArray(Names.Select(OthersAt))
        from earlier in Wishes
        from now in Wishes
        from policy in Gen.Frequency((4, Gen.Constant(PlanPolicy.Sync)), (1, Gen.Constant(PlanPolicy.UpsertOnly)), (1, Gen.Constant(PlanPolicy.CreateOnly)))
        from unread in Gen.SubListOf(Groups)
        from adopted in Gen.Frequency((3, Gen.Constant(new List<string>())), (1, Gen.SubListOf(Names).Select(names => names.ToList())))
        select new Scenario(
            [.. others.SelectMany(sets => sets)],
            earlier,
            now,
            Zones.Options with { Policy = policy, Scope = PlanScope.OfGroups(unread), Adopt = [.. adopted.Select(name => $"{name}.example.com")] }));

    /// <summary>The same where all is known and may be done.</summary>
    public static Arbitrary<Scenario> Free { get; } = Arb.From(Any.Generator.Select(scenario => scenario with { Options = Zones.Options }));

    public override string ToString() => string.Join(
        '\n',
        [$"{Options.Policy}, adopt {string.Join(' ', Options.Adopt)}", "others:", .. Others.Select(RecordRules.Line), "earlier:", .. Earlier.Select(Line), "now:", .. Now.Select(Line)]);

    /// <summary>The zone, with all of <see cref="Earlier"/> done that could be.</summary>
    public async Task<MemoryRoute53> StartAsync()
    {
        var route53 = new MemoryRoute53([.. Others]);
        await DnsSyncTests.RunAsync(route53, new(), Zones.Options, [.. Earlier]);
        return route53;
    }

    private static string Line(DesiredSet set) => $"{set.Type} {set.Name} [{set.SetIdentifier}] {set.Ttl}: {string.Join(", ", set.Values)} of {set.Owner.Group}, {set.WhenEmpty}";

    private static Gen<List<DesiredSet>> Wishes =>
        from count in Gen.Choose(0, 7)
        from wishes in Gen.ListOf(Wish, count)
        select wishes.ToList();

    private static Gen<DesiredSet> Wish =>
        from name in Gen.Elements(Names)
        from type in Gen.Frequency((6, Gen.Constant("A")), (2, Gen.Constant("AAAA")), (1, Gen.Constant("CNAME")))
        from owner in Gen.Elements(Groups)
        from values in Gen.SubListOf(Values(type))
        from ttl in Gen.Elements(10, 10, 60)
        from empty in Gen.Elements(WhenEmpty.Keep, WhenEmpty.Remove)
        from instance in Gen.Elements(null, null, null, "i-1", "i-2")
        select new DesiredSet(Zones.Id, $"{name}.example.com", type, new(Zones.Stack, owner))
        {
            Values = [.. values],
            Ttl = ttl,
            WhenEmpty = empty,
            SetIdentifier = instance,
        };

    private static string[] Values(string type) => type switch
    {
        "A" => ["10.0.0.1", "10.0.0.2", "10.0.0.3"],
        "AAAA" => ["2001:db8::1", "2001:DB8:0::2"],
        _ => ["there.example.org"],
    };

    private static Gen<ResourceRecordSet[]> OthersAt(string label)
    {
        var name = $"{label}.example.com";
        var address = MemoryRoute53.Set(name, "A", 60, "192.0.2.1");
        return Gen.Frequency(
            (12, Gen.Constant(Array.Empty<ResourceRecordSet>())),
            (6, Gen.Elements(
                [
                    [address],
                    [MemoryRoute53.Set(name, "AAAA", 60, "2001:db8::99")],
                    [MemoryRoute53.Set(name, "CNAME", 60, "elsewhere.example.org")],
                    [MemoryRoute53.Set(name, "MX", 60, "10 mail.example.org")],
                    [Weighted(name)],
                    [new() { Name = $"{name}.", Type = "A", AliasTarget = new() { DNSName = "balancer.example.org", HostedZoneId = "Z9", EvaluateTargetHealth = false } }],
                    [address, MemoryRoute53.Set($"_dockerland.{name}", "TXT", 300, "\"heritage=dockerland,owner=web-prod,group=one\"")],
                    new[] { MemoryRoute53.Set($"_dockerland.{name}", "TXT", 300, "\"whatever\"") },
                ])));
    }

    private static ResourceRecordSet Weighted(string name)
    {
        var set = MemoryRoute53.Set(name, "A", 60, "192.0.2.1");
        (set.SetIdentifier, set.Weight) = ("heavy", 7);
        return set;
    }
}
