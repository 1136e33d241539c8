using Dockerland.Contracts;
using Dockerland.Dns;
using static Dockerland.Tests.Updater.Dns.Zones;

namespace Dockerland.Tests.Updater.Dns;

public sealed class DnsPlanTests
{
    [Fact]
    public void A_New_Record_Comes_With_Its_Ownership_At_Once()
    {
        var plan = DnsPlan.Make(Zone(), [Want("app", "10.0.0.2", "10.0.0.1")], Options);

        var change = Assert.Single(plan.Changes);
        Assert.Equal([A("10.0.0.1", "10.0.0.2"), Owned("app")], change.Records.Select(record => record.After));
        Assert.Empty(plan.Skipped);
    }

    [Fact]
    public void A_Zone_As_Desired_Needs_No_Change()
    {
        // As Route53 may answer: another order, another case, an escape.
        var zone = Zone(A("10.0.0.2", "10.0.0.1"), Owned("app"));

        Assert.True(DnsPlan.Make(zone, [Want("app", "10.0.0.1", "10.0.0.2") with { Name = "WWW.example.com." }], Options).IsEmpty);
    }

    [Fact]
    public void A_Changed_Record_Is_One_That_Was_Read_And_Leaves_The_Ownership_Alone()
    {
        var zone = Zone(A("10.0.0.1"), Owned("app"));

        var record = Assert.Single(Assert.Single(DnsPlan.Make(zone, [Want("app", "10.0.0.2")], Options).Changes).Records);

        Assert.Equal((A("10.0.0.1"), A("10.0.0.2")), (record.Before, record.After));
    }

    [Fact]
    public void Groups_That_Share_A_Name_Are_Merged()
    {
        var plan = DnsPlan.Make(Zone(), [Want("one", "10.0.0.1") with { Ttl = 60 }, Want("two", "10.0.0.2", "10.0.0.1") with { Ttl = 30 }], Options);

        Assert.Equal([A("10.0.0.1", "10.0.0.2") with { Ttl = 30 }, Owned("one", "two")], Assert.Single(plan.Changes).Records.Select(record => record.After));
    }

    [Fact]
    public void A_Record_Without_Ownership_Is_Foreign()
    {
        var plan = DnsPlan.Make(Zone(A("192.0.2.1")), [Want("app", "10.0.0.1")], Options);

        Assert.Empty(plan.Changes);
        Assert.Equal(SkipReason.Foreign, Assert.Single(plan.Skipped).Reason);
    }

    [Fact]
    public void A_Record_Of_Another_Stack_Is_Foreign()
    {
        var plan = DnsPlan.Make(Zone(A("192.0.2.1"), OwnedBy(new Owner("web-prod", "app"))), [Want("app", "10.0.0.1")], Options);

        Assert.Empty(plan.Changes);
        Assert.Contains("owner=web-prod", Assert.Single(plan.Skipped).Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void A_Shared_Ownership_With_Another_Stack_Is_Foreign() =>
        Assert.Empty(DnsPlan.Make(Zone(A("192.0.2.1"), OwnedBy(new Owner(Stack, "app"), new Owner("web-prod", "app"))), [Want("app", "10.0.0.1")], Options).Changes);

    [Fact]
    public void An_Adopted_Name_Becomes_Ours()
    {
        var plan = DnsPlan.Make(Zone(A("192.0.2.1")), [Want("app", "10.0.0.1")], Options with { Adopt = ["WWW.example.com"] });

        Assert.Equal([A("10.0.0.1"), Owned("app")], Assert.Single(plan.Changes).Records.Select(record => record.After));
        Assert.Empty(plan.Skipped);
    }

    [Fact]
    public void A_Foreign_Name_That_Nobody_Wants_Is_Not_Looked_At()
    {
        var plan = DnsPlan.Make(Zone(A("192.0.2.1"), OwnedBy(new Owner("web-prod", "app"))), [], Options);

        Assert.Equal((0, 0), (plan.Changes.Length, plan.Skipped.Length));
    }

    [Fact]
    public void A_Record_Of_A_Group_That_Is_Gone_Goes_With_Its_Ownership()
    {
        var plan = DnsPlan.Make(Zone(A("10.0.0.1"), Owned("gone")), [], Options);

        Assert.Equal([A("10.0.0.1"), Owned("gone")], Assert.Single(plan.Changes).Records.Select(record => record.Before));
        Assert.All(Assert.Single(plan.Changes).Records, record => Assert.Null(record.After));
    }

    [Fact]
    public void A_Group_That_Could_Not_Be_Read_Is_Not_Gone()
    {
        var plan = DnsPlan.Make(Zone(A("10.0.0.1"), Owned("unread")), [], Options with { Scope = PlanScope.OfGroups(["unread"]) });

        Assert.Empty(plan.Changes);
        Assert.Equal(SkipReason.Kept, Assert.Single(plan.Skipped).Reason);
    }

    [Fact]
    public void A_Group_That_Nobody_Asked_For_Is_Not_Spoken_Of() =>
        Assert.Empty(DnsPlan.Make(Zone(A("10.0.0.1"), Owned("other")), [], Options with { Scope = PlanScope.OfOnly(["app"]) }).Skipped);

    [Fact]
    public void A_Group_That_Was_Asked_For_And_Could_Not_Be_Read_Is_Told() =>
        Assert.Single(DnsPlan.Make(Zone(A("10.0.0.1"), Owned("app")), [], Options with { Scope = PlanScope.OfOnly([], ["app"]) }).Skipped);

    [Fact]
    public void Values_That_A_Group_Which_Could_Not_Be_Read_May_Have_Stay()
    {
        var zone = Zone(A("10.0.0.1", "10.0.0.2"), Owned("app", "unread"));

        var plan = DnsPlan.Make(zone, [Want("app", "10.0.0.3")], Options with { Scope = PlanScope.OfOnly(["app"]) });

        Assert.Equal(["update A www.example.com 10 s: 10.0.0.1, 10.0.0.2, 10.0.0.3, was 10 s: 10.0.0.1, 10.0.0.2"], Lines(plan));
        Assert.Equal(SkipReason.Kept, Assert.Single(plan.Skipped).Reason);
    }

    [Fact]
    public void A_Group_Without_Values_Keeps_The_Last_Record()
    {
        var plan = DnsPlan.Make(Zone(A("10.0.0.1"), Owned("app")), [Want("app")], Options);

        Assert.Empty(plan.Changes);
        Assert.Equal("A 'www.example.com' stays as it is: nobody has a value for it: app.", Assert.Single(plan.Skipped).Detail);
    }

    [Fact]
    public void A_Group_Without_Values_Loses_The_Record_If_It_Says_So() =>
        Assert.Equal(2, Assert.Single(DnsPlan.Make(Zone(A("10.0.0.1"), Owned("app")), [Want("app") with { WhenEmpty = WhenEmpty.Remove }], Options).Changes).Records.Length);

    [Fact]
    public void A_Group_Without_Values_Leaves_The_Others_Of_The_Name() =>
        Assert.Equal(
            ["update A www.example.com 10 s: 10.0.0.2, was 10 s: 10.0.0.1, 10.0.0.2"],
            Lines(DnsPlan.Make(Zone(A("10.0.0.1", "10.0.0.2"), Owned("one", "two")), [Want("one"), Want("two", "10.0.0.2")], Options)));

    [Fact]
    public void A_Group_That_Leaves_A_Shared_Name_Leaves_Its_Ownership() =>
        Assert.Equal(
            Owned("one"),
            Assert.Single(Assert.Single(DnsPlan.Make(Zone(A("10.0.0.1"), Owned("one", "two")), [Want("one", "10.0.0.1")], Options).Changes).Records).After);

    [Fact]
    public void Other_Zones_Are_Left_Out() => Assert.True(DnsPlan.Make(Zone(), [Want("app", "10.0.0.1") with { ZoneId = "Z2" }], Options).IsEmpty);

    [Fact]
    public void Only_Names_That_Were_Read_Are_Planned() =>
        Assert.True(DnsPlan.Make(Zone() with { Names = ["other.example.com"] }, [Want("app", "10.0.0.1")], Options).IsEmpty);
}
