using Dockerland.Contracts;
using Dockerland.Dns;
using Dockerland.DnsUpdater;
using Dockerland.Tests.Updater.Dns;

namespace Dockerland.Tests.Updater.DnsUpdater.Passes;

public sealed class UpdaterPassTests : PassTest
{
    [Fact]
    public async Task The_Record_Is_What_The_Healthy_Hosts_Are()
    {
        Account.With("web", Www, Host(1), Host(2) with { Health = "Unhealthy" }, Host(3) with { Lifecycle = "Terminating:Wait" }, Host(4));

        await RunAsync();

        Assert.Equal(["10 s: 54.0.0.1, 54.0.0.4"], Records("www"));
    }

    [Fact]
    public async Task A_Second_Pass_Changes_Nothing()
    {
        Account.With("web", Www, Host(1));
        await RunAsync();

        var again = await RunAsync();

        Assert.Empty(again.Changes);
        Assert.Single(Route53.Changes);
    }

    [Fact]
    public async Task Groups_Without_Healthy_Hosts_Keep_The_Last_Record()
    {
        Account.With("web", Www, Host(1));
        await RunAsync();
        Account.Hosts["web"].Clear();

        var result = await RunAsync();

        Assert.Equal(["10 s: 54.0.0.1"], Records("www"));
        Assert.Equal(Www, Assert.Single(result.Plan.Desired.Empty).Entry.ToString());
    }

    [Theory]
    [InlineData]
    [InlineData("web")]
    public async Task A_Group_That_Is_Being_Deleted_Leaves_None(params string[] groups)
    {
        Account.With("web", Www, Host(1));
        await RunAsync();
        Account.Hosts["web"].Clear();
        Account.Going.Add("web");

        await RunAsync(groups);

        Assert.Empty(Route53.Lines);
    }

    [Fact]
    public async Task A_Group_That_Is_Being_Deleted_Has_Its_Record_While_It_Has_Hosts()
    {
        Account.With("web", Www, Host(1)).Going.Add("web");

        await RunAsync();

        Assert.Equal(["10 s: 54.0.0.1"], Records("www"));
    }

    [Fact]
    public async Task By_Setting_They_Leave_None()
    {
        Account.With("web", Www, Host(1)).Tags["web"]["DomainMeta.empty"] = "remove";
        await RunAsync();
        Account.Hosts["web"].Clear();

        await RunAsync();

        Assert.Empty(Route53.Lines);
    }

    [Fact]
    public async Task What_Cannot_Be_Read_Is_Not_Empty()
    {
        Account.With("web", Www, Host(1));
        await RunAsync();
        Account.Broken = new UpdaterException("autoscaling:DescribeAutoScalingGroups failed: slow");

        await Assert.ThrowsAsync<UpdaterException>(() => RunAsync());

        Assert.Equal(["10 s: 54.0.0.1"], Records("www"));
    }

    [Fact]
    public async Task A_Tag_That_Cannot_Be_Read_Is_Told_And_The_Group_Keeps_What_It_Has()
    {
        Account.With("web", Www, Host(1)).With("app", "Z1:app.example.com", Host(2));
        await RunAsync();
        Account.Tags["web"][TagKeys.DomainMeta] = "www.example.com";
        Account.Hosts["app"].Add(Host(3));

        var result = await RunAsync();

        Assert.StartsWith("Group web: Tag DomainMeta 'www.example.com' has 0 colons", Assert.Single(result.Plan.Desired.Problems), StringComparison.Ordinal);
        Assert.Equal(["10 s: 54.0.0.1"], Records("www"));
        Assert.Equal(["10 s: 54.0.0.2, 54.0.0.3"], Records("app"));
    }

    [Fact]
    public async Task A_Zone_Of_Others_Is_Told()
    {
        Account.With("web", "Z9:www.example.com", Host(1));

        var result = await RunAsync();

        Assert.Equal("Group web: tag DomainMeta has 'Z9:www.example.com', and zone Z9 is none of this stack's: Z1.", Assert.Single(result.Plan.Desired.Problems));
    }

    [Fact]
    public async Task A_Foreign_Record_Is_Left_Alone_And_Told()
    {
        Route53.Put(MemoryRoute53.Set("www.example.com", "A", 300, "192.0.2.1"));
        Account.With("web", Www, Host(1));

        var result = await RunAsync();

        Assert.Equal(["300 s: 192.0.2.1"], Records("www"));
        Assert.Equal(SkipReason.Foreign, Assert.Single(result.Skipped).Reason);
    }

    [Fact]
    public async Task A_Policy_Is_For_Its_Names_Only()
    {
        Account.With("web", Www, Host(1)).With("app", "Z1:app.example.com", Host(2)).Tags["web"]["DomainMeta.policy"] = "create-only";
        await RunAsync();
        Account.Hosts["web"].Add(Host(3));
        Account.Hosts["app"].Add(Host(4));

        await RunAsync();

        Assert.Equal(["10 s: 54.0.0.1"], Records("www"));
        Assert.Equal(["10 s: 54.0.0.2, 54.0.0.4"], Records("app"));
    }

    [Fact]
    public async Task A_Plan_Changes_Nothing()
    {
        Account.With("web", Www, Host(1));
        var pass = Pass();

        var plan = await pass.PlanAsync(await pass.ReadGroupsAsync(default), null, default);

        Assert.False(plan.IsEmpty);
        Assert.Empty(Route53.Changes);
    }
}
