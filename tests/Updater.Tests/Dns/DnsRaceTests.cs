using Amazon.Route53.Model;
using Dockerland.Dns;
using static Dockerland.Tests.Updater.Dns.Zones;

namespace Dockerland.Tests.Updater.Dns;

/// <summary>Somebody else changes the zone after it was read and before it is changed.</summary>
public sealed class DnsRaceTests
{
    private readonly SkippingTime time = new();
    private readonly MemoryRoute53 route53 = new();

    [Fact]
    public async Task The_Later_Of_Two_Updaters_Plans_Again_From_What_The_Earlier_Left()
    {
        await RunAsync(Want("app", "10.0.0.1"));
        Meanwhile(() => RunAsync(Want("app", "10.0.0.1", "10.0.0.2")));

        var result = await RunAsync(Want("app", "10.0.0.2", "10.0.0.3"));

        Assert.Equal("update A www.example.com 10 s: 10.0.0.2, 10.0.0.3, was 10 s: 10.0.0.1, 10.0.0.2", $"{Assert.Single(Assert.Single(result.Applied).Records)}");
        Assert.Equal("A www.example.com []    10: 10.0.0.2, 10.0.0.3", route53.Lines[0]);
    }

    [Fact]
    public async Task Two_Groups_That_Come_At_Once_Share_The_Name()
    {
        Meanwhile(() => RunAsync(Want("one", "10.0.0.1")));

        // Of the other group it isn't known what it wants.
        await RunAsync(Options with { Scope = PlanScope.OfOnly(["two"]) }, Want("two", "10.0.0.2"));

        Assert.Equal("A www.example.com []    10: 10.0.0.1, 10.0.0.2", route53.Lines[0]);
        Assert.Contains("group=one\", \"heritage=dockerland,owner=web-dev,group=two", route53.Lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Record_That_Somebody_Makes_In_Between_Is_Foreign()
    {
        Meanwhile(() =>
        {
            route53.Put(MemoryRoute53.Set(Www, "A", 60, "192.0.2.1"));
            return Task.CompletedTask;
        });

        var result = await RunAsync(Want("app", "10.0.0.1"), Want("app", "10.0.0.1") with { Name = "other.example.com" });

        Assert.Equal(SkipReason.Foreign, Assert.Single(result.Skipped).Reason);
        Assert.Equal(
            ["A other.example.com []    10: 10.0.0.1", "A www.example.com []    60: 192.0.2.1"],
            route53.Lines[..2]);
    }

    [Fact]
    public async Task A_Record_That_Somebody_Else_Removed_Is_No_Failure()
    {
        await RunAsync(Want("app", "10.0.0.1"));
        Meanwhile(() => RunAsync());

        var result = await RunAsync();

        Assert.True(result.IsDone);
        Assert.Equal((Www, 0), (Assert.Single(result.Overtaken), route53.Lines.Length));
    }

    [Fact]
    public async Task A_Name_That_Changes_Without_End_Is_Given_Up()
    {
        var number = 0;
        var isOther = false;
        route53.Before = async request =>
        {
            if (isOther || request is not ChangeResourceRecordSetsRequest) return;
            isOther = true;
            await RunAsync(Want("app", $"10.0.1.{number++}"));
            isOther = false;
        };

        var result = await RunAsync(Want("app", "10.0.0.1"));

        Assert.Equal(Www, Assert.Single(result.Failed).Change.Name);
        Assert.Equal(8, number);
    }

    [Fact]
    public async Task Only_The_Names_That_Failed_Are_Read_Again()
    {
        route53.Put([.. Enumerable.Range(0, 1000).Select(number => MemoryRoute53.Set($"other{number}.example.com", "A", 60, "192.0.2.1"))]);
        Meanwhile(() => RunAsync(Want("app", "10.0.0.1")));

        await RunAsync(Want("app", "10.0.0.2"));

        // Four pages twice, before; one page, the name and its ownership after.
        Assert.Equal(4 + 4 + 3, route53.Calls.OfType<ListResourceRecordSetsRequest>().Count());
    }

    private void Meanwhile(Func<Task> other)
    {
        route53.Before = async request =>
        {
            if (request is not ChangeResourceRecordSetsRequest) return;
            route53.Before = _ => Task.CompletedTask;
            await other();
        };
    }

    private Task<DnsResult> RunAsync(params DesiredSet[] desired) => RunAsync(Options, desired);

    private Task<DnsResult> RunAsync(PlanOptions options, params DesiredSet[] desired) => DnsSyncTests.RunAsync(route53, time, options, desired);
}
