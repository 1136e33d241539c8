using Dockerland.Dns;
using Dockerland.Tests.EndToEnd.AwsSdk;
using Dockerland.Tests.Support.Clouds;
using static Dockerland.Tests.Support.Clouds.FaultProxy;

namespace Dockerland.Tests.EndToEnd.Dns;

[Collection(MotoClients.Name)]
public sealed class FaultTests(MotoFixture moto) : IAsyncLifetime
{
    private MotoZone zone = null!;
    private FaultProxy proxy = null!;

    public static TheoryData<string, Fault> Passing => new()
    {
        { "throttled", new(400, Error("Throttling", "Rate exceeded")) },
        { "a prior request", new(400, Error("PriorRequestNotComplete", "The request was rejected because Route 53 was still processing a prior request.")) },
        { "failed", new(500, Error("InternalFailure", "Try again")) },
        { "a balancer's page", new(503, "<html>Service Unavailable</html>") },
        { "unreadable", new(200, "<ChangeResourceRecordSetsResponse><Change") },
        { "unreadable, and made", new(200, "<ChangeResourceRecordSetsResponse><Change", IsMade: true) },
        { "too slow", new(200, "", Delay: TimeSpan.FromSeconds(5)) },
        { "too slow, and made", new(200, "", IsMade: true, Delay: TimeSpan.FromSeconds(5)) },
    };

    [SkippableTheory]
    [MemberData(nameof(Passing))]
    public async Task What_Passes_Does_No_Harm(string what, Fault fault)
    {
        await StartAsync($"{what.Replace(' ', '-').Replace(",", "", StringComparison.Ordinal).Replace('\'', '-')}.example.com");
        using var client = zone.Client(proxy.Endpoint);
        proxy.Faults.Enqueue(null);
        proxy.Faults.Enqueue(fault);
        proxy.Faults.Enqueue(fault);

        var result = await zone.SyncAsync(client, zone.Want("www", "one", "10.0.0.1"));

        Assert.True(result.IsDone, string.Join("; ", result.Failed.Select(failure => failure.Message)));
        Assert.Equal(["A www [] 10: 10.0.0.1", "TXT _dockerland.www [] 300: \"heritage=dockerland,owner=web-dev,group=one\""], await zone.SeenAsync());
    }

    [SkippableFact]
    public async Task A_Clock_That_Is_Wrong_Is_Set_By_The_Answer()
    {
        await StartAsync("clock.example.com");
        using var client = zone.Client(proxy.Endpoint);
        proxy.ClockIsAhead = TimeSpan.FromHours(1);

        Assert.True((await zone.SyncAsync(client, zone.Want("www", "one", "10.0.0.1"))).IsDone);
    }

    [SkippableFact]
    public async Task Denied_Access_Names_The_Permission_And_The_Zone()
    {
        await StartAsync("denied.example.com");
        using var client = zone.Client(proxy.Endpoint);
        proxy.Faults.Enqueue(new(403, Error("AccessDenied", "User: arn:aws:iam::1:user/me is not authorized")));

        var error = await Assert.ThrowsAsync<DnsException>(() => zone.SyncAsync(client, zone.Want("www", "one", "10.0.0.1")));

        Assert.Equal(
            $"Access denied: route53:ListResourceRecordSets on arn:aws:route53:::hostedzone/{zone.Id}. Allow it, for these names and types, in the policy of the credentials in use. AWS says: User: arn:aws:iam::1:user/me is not authorized",
            error.Message);
    }

    [SkippableFact]
    public async Task An_Unknown_Zone_Is_Named()
    {
        await StartAsync("unknown.example.com");
        using var client = zone.Client();

        var error = await Assert.ThrowsAsync<DnsException>(() => new DnsSync(client, MotoZone.Timing()).PlanAsync("ZNOTTHERE", [], zone.Options, default));

        Assert.Equal("There is no hosted zone ZNOTTHERE in this account. Correct the id, which groups have in their tag DomainMeta, or use credentials of the zone's account.", error.Message);
    }

    [SkippableFact]
    public async Task A_Refusal_In_Its_Old_Form_Is_One()
    {
        await StartAsync("refused.example.com");
        using var client = zone.Client(proxy.Endpoint);
        var refusal = new Fault(400, "<InvalidChangeBatch xmlns=\"https://route53.amazonaws.com/doc/2013-04-01/\"><Messages><Message>Tried to create what is there</Message></Messages></InvalidChangeBatch>");
        proxy.Faults.Enqueue(null);
        proxy.Faults.Enqueue(refusal);

        Assert.Equal("www.refused.example.com", Assert.Single((await zone.SyncAsync(client, zone.Want("www", "one", "10.0.0.1"))).Failed).Change.Name);
    }

    [SkippableFact]
    public async Task A_Cloud_That_Stays_Away_Is_Given_Up_In_Time()
    {
        await StartAsync("away.example.com");
        using var client = zone.Client(proxy.Endpoint);
        foreach (var _ in Enumerable.Range(0, 1000)) proxy.Faults.Enqueue(new(503, ""));

        var error = await Assert.ThrowsAsync<DnsException>(() => new DnsSync(client, MotoZone.Timing(seconds: 2)).PlanAsync(zone.Id, [], zone.Options, default));

        Assert.Matches($"ListResourceRecordSets on arn:aws:route53:::hostedzone/{zone.Id} failed [0-9]+ times, and there is no time for another try", error.Message);
    }

    [SkippableFact]
    public async Task A_Few_Names_Of_A_Large_Zone_Are_Read_By_Name()
    {
        await StartAsync("large.example.com");
        using var client = zone.Client(proxy.Endpoint);
        await zone.PutAsync(1300);
        await zone.SyncAsync(client, zone.Want("www", "one", "10.0.0.1"), zone.Want("other7", "one", "10.0.0.1"));
        proxy.Requests.Clear();

        var whole = await new Route53Zones(client, MotoZone.Timing()).ReadAsync(zone.Id, null, default);
        var pages = proxy.Requests.Count;
        proxy.Requests.Clear();
        var one = await new Route53Zones(client, MotoZone.Timing()).ReadAsync(zone.Id, ["www.large.example.com"], default);

        Assert.Equal((1304, 5), (whole.Sets.Length, pages));
        Assert.Equal((2, 3), (one.Sets.Length, proxy.Requests.Count));
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        if (proxy is not null) await proxy.DisposeAsync();
    }

    private async Task StartAsync(string name)
    {
        zone = await MotoZone.CreateAsync(moto, name);
        proxy = await FaultProxy.StartAsync(moto.Endpoint);
    }
}
