using Dockerland.Dns;
using Dockerland.Tests.EndToEnd.AwsSdk;
using Dockerland.Tests.Support.Clouds;

namespace Dockerland.Tests.EndToEnd.Dns;

[Collection(MotoClients.Name)]
public sealed class DnsSyncTests(MotoFixture moto)
{
    [SkippableFact]
    public async Task Records_Come_Change_And_Go_With_Their_Ownership()
    {
        var zone = await MotoZone.CreateAsync(moto, "sync.example.com");
        using var client = zone.Client();

        await zone.SyncAsync(client, zone.Want("www", "one", "10.0.0.1"), zone.Want("www", "two", "10.0.0.2"), zone.Want("*", "one", "10.0.0.1"));
        Assert.Equal(
            [
                "A * [] 10: 10.0.0.1",
                "A www [] 10: 10.0.0.1, 10.0.0.2",
                """TXT _dockerland.* [] 300: "heritage=dockerland,owner=web-dev,group=one" """.TrimEnd(),
                """TXT _dockerland.www [] 300: "heritage=dockerland,owner=web-dev,group=one", "heritage=dockerland,owner=web-dev,group=two" """.TrimEnd(),
            ],
            await zone.SeenAsync());

        await zone.SyncAsync(client, zone.Want("www", "two", "10.0.0.3"));
        Assert.Equal(["A www [] 10: 10.0.0.3", """TXT _dockerland.www [] 300: "heritage=dockerland,owner=web-dev,group=two" """.TrimEnd()], await zone.SeenAsync());

        await zone.SyncAsync(client);
        Assert.Empty(await zone.SeenAsync());
    }

    [SkippableFact]
    public async Task A_Second_Pass_Changes_Nothing()
    {
        var zone = await MotoZone.CreateAsync(moto, "second.example.com");
        await using var proxy = await FaultProxy.StartAsync(moto.Endpoint);
        using var client = zone.Client(proxy.Endpoint);
        DesiredSet[] desired = [zone.Want("www", "one", "10.0.0.2", "10.0.0.1"), zone.Want("*", "two", "10.0.0.2")];
        await zone.SyncAsync(client, desired);
        proxy.Requests.Clear();

        await zone.SyncAsync(client, desired);

        Assert.Equal("GET", Assert.Single(proxy.Requests).Split(' ')[0]);
    }

    [SkippableFact]
    public async Task Each_Agent_Has_Sets_Of_Its_Own_And_Those_Of_A_Gone_Host_Go()
    {
        var zone = await MotoZone.CreateAsync(moto, "agents.example.com");
        using var client = zone.Client();
        foreach (var (instance, address) in new[] { ("i-1", "10.0.0.1"), ("i-2", "10.0.0.2") })
            await zone.SyncAsync(client, zone.Options with { Scope = PlanScope.OfInstance(instance) }, zone.WantOf("login", instance, address), zone.WantOf("publish", instance, address));

        Assert.Equal(8, (await zone.SeenAsync()).Length);
        await zone.SyncAsync(client, zone.Options with { Scope = PlanScope.OfGroups(instances: ["i-2"]) });

        Assert.Equal(
            ["A login [i-2] 10: 10.0.0.2", "A publish [i-2] 10: 10.0.0.2", "TXT _dockerland.login [i-2] 300: \"heritage=dockerland,owner=web-dev,group=app,instance=i-2\"", "TXT _dockerland.publish [i-2] 300: \"heritage=dockerland,owner=web-dev,group=app,instance=i-2\""],
            await zone.SeenAsync());
    }

    [SkippableFact]
    public async Task More_Than_A_Batch_Takes_Goes_In_Several()
    {
        var zone = await MotoZone.CreateAsync(moto, "many.example.com");
        using var client = zone.Client();
        string[] hosts = [.. Enumerable.Range(0, 400).Select(number => $"10.0.{number / 250}.{number % 250}")];

        var result = await zone.SyncAsync(client, [.. Enumerable.Range(0, 6).Select(number => zone.Want($"www{number}", "app", hosts)), zone.Want("toomany", "app", [.. hosts, "10.9.9.9"])]);

        Assert.Equal((6, 3), (result.Applied.Length, result.ChangeIds.Length));
        Assert.Contains("would have 401 values; Route53 takes 400", Assert.Single(result.Skipped).Detail, StringComparison.Ordinal);
        Assert.Equal(12, (await zone.SeenAsync()).Length);
    }

    [SkippableFact]
    public async Task Whoever_Is_Slower_Plans_Again()
    {
        var zone = await MotoZone.CreateAsync(moto, "race.example.com");
        using var client = zone.Client();
        await zone.SyncAsync(client, zone.Want("www", "one", "10.0.0.1"));
        // Both have read the same record before either changes it.
        DesiredSet[] early = [zone.Want("www", "one", "10.0.0.1", "10.0.0.2")];
        DesiredSet[] late = [zone.Want("www", "one", "10.0.0.3")];
        var (fast, slow) = (new DnsSync(client, MotoZone.Timing()), new DnsSync(client, MotoZone.Timing()));
        var (fastPlan, slowPlan) = (await fast.PlanAsync(zone.Id, early, zone.Options, default), await slow.PlanAsync(zone.Id, late, zone.Options, default));

        await fast.ApplyAsync(fastPlan, early, zone.Options, default);
        var result = await slow.ApplyAsync(slowPlan, late, zone.Options, default);

        Assert.Equal("update A www.race.example.com 10 s: 10.0.0.3, was 10 s: 10.0.0.1, 10.0.0.2", $"{Assert.Single(Assert.Single(result.Applied).Records)}");
        Assert.Equal("A www [] 10: 10.0.0.3", (await zone.SeenAsync())[0]);
    }

    [SkippableFact]
    public async Task Many_At_Once_End_As_One_Would()
    {
        var zone = await MotoZone.CreateAsync(moto, "crowd.example.com");
        using var client = zone.Client();
        DesiredSet[] desired = [.. Enumerable.Range(0, 5).Select(number => zone.Want($"www{number}", "one", "10.0.0.1", $"10.0.0.{number + 2}"))];

        var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => zone.SyncAsync(client, desired)));

        Assert.All(results, result => Assert.True(result.IsDone));
        Assert.Equal(10, (await zone.SeenAsync()).Length);
        Assert.True((await new DnsSync(client, MotoZone.Timing()).PlanAsync(zone.Id, desired, zone.Options, default)).IsEmpty);
    }
}
