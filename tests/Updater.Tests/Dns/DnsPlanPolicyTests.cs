using Dockerland.Contracts;
using Dockerland.Dns;
using static Dockerland.Tests.Updater.Dns.Zones;

namespace Dockerland.Tests.Updater.Dns;

public sealed class DnsPlanPolicyTests
{
    [Theory]
    [InlineData(PlanPolicy.Sync, 1, 0)]
    [InlineData(PlanPolicy.UpsertOnly, 0, 1)]
    [InlineData(PlanPolicy.CreateOnly, 0, 1)]
    public void Records_Go_By_Sync_Alone(PlanPolicy policy, int changes, int skipped) => AssertPlan(policy, changes, skipped, Zone(A("10.0.0.1"), Owned("gone")));

    [Theory]
    [InlineData(PlanPolicy.Sync, 1, 0)]
    [InlineData(PlanPolicy.UpsertOnly, 1, 0)]
    [InlineData(PlanPolicy.CreateOnly, 0, 1)]
    public void Records_Change_Unless_They_May_Only_Come(PlanPolicy policy, int changes, int skipped) =>
        AssertPlan(policy, changes, skipped, Zone(A("10.0.0.1"), Owned("app")), Want("app", "10.0.0.2"));

    [Theory]
    [InlineData(PlanPolicy.Sync)]
    [InlineData(PlanPolicy.UpsertOnly)]
    [InlineData(PlanPolicy.CreateOnly)]
    public void Records_Come_By_Any(PlanPolicy policy) => AssertPlan(policy, 1, 0, Zone(), Want("app", "10.0.0.1"));

    [Fact]
    public void An_Ownership_Is_Not_Changed_Without_Its_Record() =>
        AssertPlan(PlanPolicy.CreateOnly, 0, 1, Zone(A("10.0.0.1"), Owned("app")), Want("app", "10.0.0.1"), Want("two", "10.0.0.2"));

    [Fact]
    public void A_Record_That_May_Not_Go_Keeps_Its_Ownership() =>
        Assert.Empty(DnsPlan.Make(Zone(A("10.0.0.1"), Owned("gone")), [], Options with { Policy = PlanPolicy.UpsertOnly }).Changes);

    [Theory]
    [InlineData(PlanPolicy.Sync, 1)]
    [InlineData(PlanPolicy.UpsertOnly, 0)]
    [InlineData(PlanPolicy.CreateOnly, 0)]
    public void An_Ownership_Without_A_Record_Goes_By_Sync_Alone(PlanPolicy policy, int changes) => AssertPlan(policy, changes, 0, Zone(Owned("gone")));

    private static void AssertPlan(PlanPolicy policy, int changes, int skipped, ZoneState zone, params DesiredSet[] desired)
    {
        var plan = DnsPlan.Make(zone, desired, Options with { Policy = policy });

        Assert.Equal((changes, skipped), (plan.Changes.Length, plan.Skipped.Count(one => one.Reason is SkipReason.Policy)));
    }
}
