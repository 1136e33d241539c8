using Dockerland.Dns;
using static Dockerland.Tests.Updater.Dns.Zones;

namespace Dockerland.Tests.Updater.Dns;

/// <summary>What is wanted and can't be: it is said, and no batch is sent that would be refused.</summary>
public sealed class DnsPlanRuleTests
{
    private static readonly RecordSet Mail = new(Www, "MX") { Ttl = 60, Values = ["10 mail.example.org"] };

    [Fact]
    public void A_Cname_Is_Not_Put_Beside_Other_Records() =>
        AssertSkipped(SkipReason.Conflict, "would have a CNAME beside MX", Zone(Mail), Cname("there.example.org"));

    [Fact]
    public void Two_Targets_Of_A_Cname_Are_A_Conflict() =>
        AssertSkipped(SkipReason.Conflict, "would have the targets here.example.org and there.example.org", Zone(), Cname("there.example.org"), Cname("here.example.org") with { Owner = new(Stack, "two") });

    [Fact]
    public void A_Cname_Of_Ours_Gives_Way_To_Addresses() =>
        Assert.Equal(3, Assert.Single(Plan(Zone(new RecordSet(Www, "CNAME") { Ttl = 10, Values = ["there.example.org"] }, Owned("app")), [Want("two", "10.0.0.1")]).Changes).Records.Length);

    [Fact]
    public void An_Alias_Is_Never_Replaced() =>
        AssertSkipped(SkipReason.Conflict, "would be an alias beside 1 more", Zone(new RecordSet(Www, "A") { IsAlias = true }), Want("app", "10.0.0.1"));

    [Fact]
    public void An_Alias_Stays_When_The_Name_Is_Adopted()
    {
        var zone = Zone(new RecordSet(Www, "A") { IsAlias = true });

        Assert.Empty(DnsPlan.Make(zone, [Want("app", "10.0.0.1")], Options with { Adopt = [Www] }).Changes);
    }

    [Fact]
    public void Weighted_Sets_Are_Left_Alone() =>
        AssertSkipped(SkipReason.Conflict, "with routing by weight", Zone(A("10.0.0.1") with { SetIdentifier = "heavy", Routing = Routing.Other }), Want("app", "10.0.0.2") with { SetIdentifier = "i-1" });

    [Fact]
    public void A_Record_Of_Another_Type_Beside_Is_No_Matter() => Assert.Single(Plan(Zone(Mail), [Want("app", "10.0.0.1")]).Changes);

    [Fact]
    public void A_Set_Has_No_More_Values_Than_Route53_Takes() =>
        AssertSkipped(SkipReason.Conflict, "would have 401 values; Route53 takes 400", Zone(), Want("app", Addresses(401)));

    [Fact]
    public void Two_Full_Sets_That_Change_Are_Changed_One_By_One()
    {
        var zone = Zone(A(Addresses(400)), Aaaa(Addresses6(0, 400)), Owned("app"));

        var plan = Plan(zone, [Want("app", [.. Addresses(401)[1..]]), Want("app", Addresses6(500, 400)) with { Type = RecordTypes.Aaaa }]);

        Assert.Equal(["A", "AAAA"], plan.Changes.Select(change => Assert.Single(change.Records).Set.Type));
        Assert.All(plan.Changes, change => Assert.True(Route53Limits.Fits(change.Elements, change.Characters)));
    }

    [Fact]
    public void What_Cannot_Be_Adopted_At_Once_Is_Not_Adopted_In_Parts()
    {
        var zone = Zone(A(Addresses(400)), Aaaa(Addresses6(0, 400)));

        var plan = DnsPlan.Make(zone, [Want("app", [.. Addresses(401)[1..]]), Want("app", Addresses6(500, 400)) with { Type = RecordTypes.Aaaa }], Options with { Adopt = [Www] });

        Assert.Empty(plan.Changes);
        Assert.Contains("Route53 takes 1000 of 32000", Assert.Single(plan.Skipped).Detail, StringComparison.Ordinal);
    }

    public static TheoryData<string, DesiredSet> Wrong => new()
    {
        { "is not in the zone Z1", Want("app", "10.0.0.1") with { Name = "www.example.org" } },
        { "has 245 characters; with its ownership record before it, it may have 241", Want("app", "10.0.0.1") with { Name = string.Concat(Enumerable.Repeat("abcdefg.", 29)) + "a.example.com" } },
        { "a label has letters, digits and hyphens only", Want("app", "10.0.0.1") with { Name = "a b.example.com" } },
        { "a label has letters, digits and hyphens only", Want("app", "10.0.0.1") with { Name = "a.*.example.com" } },
        { "The owner of 'www.example.com' is of stack 'other'", Want("app", "10.0.0.1") with { Owner = new("other", "app") } },
        { "is of type MX; only", Want("app", "10 mail") with { Type = "MX" } },
        { "The value '10.1' of A www.example.com is not an IPv4 address", Want("app", "10.1") },
        { "The value '10.0.0.1' of AAAA www.example.com is not an IPv6 address", Want("app", "10.0.0.1") with { Type = "AAAA" } },
        { "The time to live of A www.example.com is -1 s", Want("app", "10.0.0.1") with { Ttl = -1 } },
        { "has a health check and no set identifier", Want("app", "10.0.0.1") with { HealthCheckId = "check" } },
        { "there are no multivalue CNAMEs", Cname("there.example.org") with { SetIdentifier = "i-1" } },
        { "is the zone's own, where Route53 takes no CNAME", Cname("there.example.org") with { Name = "example.com" } },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void What_Route53_Would_Refuse_Is_Said(string expected, DesiredSet set) => AssertSkipped(SkipReason.Refused, expected, Zone(), set);

    [Fact]
    public void One_Wrong_Name_Does_Not_Stop_The_Others() =>
        Assert.Single(Plan(Zone(), [Want("app", "10.1"), Want("app", "10.0.0.1") with { Name = "other.example.com" }]).Changes);

    [Fact]
    public void What_Is_There_Stays_While_What_Is_Wanted_Is_Wrong() => AssertSkipped(SkipReason.Refused, "is not an IPv4 address", Zone(A("10.0.0.1"), Owned("app")), Want("app", "10.1"));

    private static void AssertSkipped(SkipReason reason, string detail, ZoneState zone, params DesiredSet[] desired)
    {
        var plan = Plan(zone, desired);

        Assert.Empty(plan.Changes);
        Assert.Contains(plan.Skipped, skipped => skipped.Reason == reason && skipped.Detail.Contains(detail, StringComparison.Ordinal));
    }

    private static DnsPlan Plan(ZoneState zone, DesiredSet[] desired) => DnsPlan.Make(zone, desired, Options);

    private static DesiredSet Cname(string target) => Want("app", target) with { Type = RecordTypes.Cname };

    private static RecordSet Aaaa(params string[] values) => A(values) with { Type = RecordTypes.Aaaa };

    private static string[] Addresses(int count) => [.. Enumerable.Range(0, count).Select(number => $"10.0.{number / 250}.{number % 250}")];

    private static string[] Addresses6(int from, int count) => [.. Enumerable.Range(from, count).Select(number => $"2001:db8:1111:2222:3333:4444:5555:{number + 0x1000:x}")];
}
