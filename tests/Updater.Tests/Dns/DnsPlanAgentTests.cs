using Dockerland.Dns;
using static Dockerland.Tests.Updater.Dns.Zones;

namespace Dockerland.Tests.Updater.Dns;

/// <summary>Multivalue sets that the agents on hosts keep, each its own.</summary>
public sealed class DnsPlanAgentTests
{
    private static readonly RecordSet[] Others = [AOf("i-2", "10.0.0.2"), OwnedByAgent("i-2")];

    [Fact]
    public void An_Agents_Set_Comes_With_An_Ownership_Of_The_Same_Identifier() =>
        Assert.Equal([AOf("i-1", "10.0.0.1"), OwnedByAgent("i-1")], Assert.Single(Plan(Zone(Others), Of("i-1"), WantOf("i-1", "10.0.0.1")).Changes).Records.Select(record => record.After));

    [Fact]
    public void An_Agent_Removes_Its_Own_Sets_Alone() =>
        Assert.Equal(
            [AOf("i-1", "10.0.0.1"), OwnedByAgent("i-1")],
            Assert.Single(Plan(Zone([.. Others, AOf("i-1", "10.0.0.1"), OwnedByAgent("i-1")]), Of("i-1")).Changes).Records.Select(record => record.Before));

    [Fact]
    public void An_Agent_Leaves_The_Updaters_Records() => Assert.True(Plan(Zone(A("10.0.0.1"), Owned("app")), Of("i-1")).IsEmpty);

    [Fact]
    public void An_Agent_Does_Not_Speak_Of_Others() => Assert.Empty(Plan(Zone(Others), Of("i-1")).Skipped);

    [Fact]
    public void The_Updater_Removes_The_Sets_Of_An_Instance_That_Is_Gone() =>
        Assert.Equal([AOf("i-2", "10.0.0.2"), OwnedByAgent("i-2")], Assert.Single(Plan(Zone(Others), PlanScope.OfGroups(instances: ["i-1"])).Changes).Records.Select(record => record.Before));

    [Fact]
    public void The_Updater_Leaves_The_Sets_Of_An_Instance_That_Is_There() => Assert.True(Plan(Zone(Others), PlanScope.OfGroups(instances: ["i-2"])).IsEmpty);

    [Fact]
    public void Sets_Of_An_Instance_That_Is_There_Are_Not_Spoken_Of() => Assert.Empty(Plan(Zone(Others), PlanScope.OfGroups(instances: ["i-2"])).Skipped);

    [Fact]
    public void The_Updater_Leaves_All_Sets_When_It_Knows_No_Instances() => Assert.True(Plan(Zone(Others), PlanScope.OfGroups()).IsEmpty);

    [Fact]
    public void The_Updater_Leaves_The_Sets_Of_A_Group_That_It_Could_Not_Read() => Assert.True(Plan(Zone(Others), PlanScope.OfGroups(["app"], [])).IsEmpty);

    [Fact]
    public void A_Simple_Record_Is_Not_Put_Beside_Multivalue_Sets()
    {
        var plan = Plan(Zone(Others), PlanScope.OfGroups(instances: ["i-2"]), Want("app", "10.0.0.1"));

        Assert.Empty(plan.Changes);
        Assert.Contains(plan.Skipped, skipped => skipped.Reason is SkipReason.Conflict);
    }

    [Fact]
    public void Multivalue_Sets_Take_The_Place_Of_A_Simple_Record_At_Once()
    {
        var zone = Zone(A("10.0.0.1"), Owned("app"));

        var plan = Plan(zone, PlanScope.OfGroups(), Want("app", "10.0.0.1") with { SetIdentifier = "i-1", HealthCheckId = "check" });

        Assert.Equal(
            [AOf("i-1", "10.0.0.1") with { HealthCheckId = "check" }, Owned("app") with { SetIdentifier = "i-1", Routing = Routing.Multivalue }],
            After(zone, plan).Sets.AsEnumerable());
        Assert.Single(plan.Changes);
    }

    [Fact]
    public void No_More_Sets_Are_Wanted_Of_A_Name_Than_Route53_Takes()
    {
        var plan = Plan(Zone(), PlanScope.OfGroups(), [.. Enumerable.Range(0, 101).Select(number => WantOf($"i-{number}", "10.0.0.1"))]);

        Assert.Empty(plan.Changes);
        Assert.Contains("would have 101 sets; Route53 takes 100", Assert.Single(plan.Skipped).Detail, StringComparison.Ordinal);
    }

    private static PlanScope Of(string instance) => PlanScope.OfInstance(instance);

    private static DnsPlan Plan(ZoneState zone, PlanScope scope, params DesiredSet[] desired) => DnsPlan.Make(zone, desired, Options with { Scope = scope });
}
