using System.Net;
using Amazon.Route53;
using Amazon.Route53.Model;
using Amazon.Runtime;
using Dockerland.Dns;
using static Dockerland.Tests.Updater.Dns.Zones;

namespace Dockerland.Tests.Updater.Dns;

public sealed class DnsSyncTests
{
    private readonly SkippingTime time = new();
    private readonly MemoryRoute53 route53 = new();

    [Fact]
    public async Task A_Record_Comes_With_Its_Ownership_And_A_Second_Pass_Calls_Nothing()
    {
        await RunAsync(Want("app", "10.0.0.1"));
        await RunAsync(Want("app", "10.0.0.1"));

        Assert.Equal(
            ["A www.example.com []    10: 10.0.0.1", "TXT _dockerland.www.example.com []    300: \"heritage=dockerland,owner=web-dev,group=app\""],
            route53.Lines);
        Assert.Single(route53.Changes);
    }

    [Fact]
    public async Task A_Dry_Run_Changes_Nothing()
    {
        await new DnsSync(route53.Client, time.Timing()).PlanAsync(Id, [Want("app", "10.0.0.1")], Options, default);

        Assert.Empty(route53.Changes);
    }

    [Theory]
    [InlineData("Throttling")]
    [InlineData("PriorRequestNotComplete")]
    [InlineData("RequestExpired")]
    [InlineData("RequestTimeTooSkewed")]
    [InlineData("SignatureDoesNotMatch")]
    public async Task What_Passes_Is_Tried_Again(string code)
    {
        FailTimes(3, () => new AmazonRoute53Exception("Rate exceeded", ErrorType.Sender, code, "1", HttpStatusCode.BadRequest));

        var result = await RunAsync(Want("app", "10.0.0.1"));

        Assert.True(result.IsDone);
        Assert.Equal([250, 500, 1000], time.Waits.Select(wait => wait.TotalMilliseconds));
    }

    [Fact]
    public async Task Waits_Are_Cut_By_Chance()
    {
        FailTimes(1, () => new HttpRequestException("Connection refused"));

        await new DnsSync(route53.Client, time.Timing(jitter: 0.5)).PlanAsync(Id, [], Options, default);

        Assert.Equal([125], time.Waits.Select(wait => wait.TotalMilliseconds));
    }

    [Fact]
    public async Task Nothing_Is_Tried_Past_The_Deadline()
    {
        FailTimes(int.MaxValue, () => new HttpRequestException("Connection refused"));

        var error = await Assert.ThrowsAsync<DnsException>(() => RunAsync(Want("app", "10.0.0.1")));

        Assert.Contains("no time for another try: Connection refused", error.Message, StringComparison.Ordinal);
        Assert.InRange(time.Waits.Sum(wait => wait.TotalSeconds), 50, 60);
    }

    [Fact]
    public async Task A_Lost_Answer_Is_Found_Out_By_Reading_Again()
    {
        var isLost = false;
        route53.After = _ =>
        {
            if (isLost) return;
            isLost = true;
            throw new HttpRequestException("Connection reset");
        };

        var result = await RunAsync(Want("app", "10.0.0.1"));

        Assert.True(result.IsDone);
        Assert.Equal(Www, Assert.Single(result.Overtaken));
        Assert.Equal(2, route53.Lines.Length);
    }

    [Fact]
    public async Task One_Wrong_Record_Does_Not_Take_The_Others_Down()
    {
        // Route53 knows more rules than the plan does.
        route53.Before = request => request is ChangeResourceRecordSetsRequest change && change.ChangeBatch.Changes.Any(one => one.ResourceRecordSet.Name == "host13.example.com.")
            ? throw new InvalidChangeBatchException("[Unlucky]", ErrorType.Sender, "InvalidChangeBatch", "1", HttpStatusCode.BadRequest)
            : Task.CompletedTask;

        var result = await RunAsync([.. Enumerable.Range(0, 40).Select(number => Want("app", "10.0.0.1") with { Name = $"host{number}.example.com" })]);

        var failed = Assert.Single(result.Failed);
        Assert.Equal(("host13.example.com", true), (failed.Change.Name, failed.Message.Contains("Unlucky", StringComparison.Ordinal)));
        Assert.Equal(2 * 39, route53.Lines.Length);
    }

    [Fact]
    public async Task What_Was_Refused_Alone_Is_Not_Sent_Again()
    {
        var sent = 0;
        route53.Before = request => request is ChangeResourceRecordSetsRequest && ++sent > 0 ? throw new InvalidChangeBatchException("[Unlucky]", ErrorType.Sender, "InvalidChangeBatch", "1", HttpStatusCode.BadRequest) : Task.CompletedTask;

        await RunAsync(Want("app", "10.0.0.1"));

        Assert.Equal(1, sent);
    }

    [Fact]
    public async Task Denied_Access_Names_The_Permission_And_The_Zone()
    {
        route53.Before = request => request is ChangeResourceRecordSetsRequest
            ? throw new AmazonRoute53Exception("User is not authorized", ErrorType.Sender, "AccessDenied", "1", HttpStatusCode.Forbidden)
            : Task.CompletedTask;

        var failed = Assert.Single((await RunAsync(Want("app", "10.0.0.1"))).Failed);

        Assert.StartsWith("Access denied: route53:ChangeResourceRecordSets on arn:aws:route53:::hostedzone/Z1.", failed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Changes_Are_In_Sync_Before_A_Wait_For_Them_Ends()
    {
        route53.BeSlow(polls: 3);
        var sync = new DnsSync(route53.Client, time.Timing());
        var desired = new[] { Want("app", "10.0.0.1") };
        var result = await sync.ApplyAsync(await sync.PlanAsync(Id, desired, Options, default), desired, Options, default);

        Assert.True(await sync.WaitAsync(result, default));

        Assert.Equal(4, route53.Calls.OfType<GetChangeRequest>().Count());
    }

    [Fact]
    public async Task Changes_That_Take_Longer_Than_The_Deadline_Are_Not_In_Sync()
    {
        route53.BeSlow(polls: int.MaxValue);
        var sync = new DnsSync(route53.Client, time.Timing());
        var desired = new[] { Want("app", "10.0.0.1") };
        var result = await sync.ApplyAsync(await sync.PlanAsync(Id, desired, Options, default), desired, Options, default);

        Assert.False(await sync.WaitAsync(result, default));
    }

    private Task<DnsResult> RunAsync(params DesiredSet[] desired) => RunAsync(route53, time, Options, desired);

    internal static async Task<DnsResult> RunAsync(MemoryRoute53 route53, SkippingTime time, PlanOptions options, DesiredSet[] desired)
    {
        var sync = new DnsSync(route53.Client, time.Timing());
        return await sync.ApplyAsync(await sync.PlanAsync(Id, desired, options, default), desired, options, default);
    }

    private void FailTimes(int times, Func<Exception> error) => route53.Before = _ => times-- > 0 ? throw error() : Task.CompletedTask;
}
