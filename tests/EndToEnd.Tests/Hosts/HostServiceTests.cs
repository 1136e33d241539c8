using System.Globalization;
using Dockerland.Cli.Boot;
using Dockerland.Tests.Support;

namespace Dockerland.Tests.EndToEnd.Hosts;

/// <summary>The host service under systemd, on hosts that booted: how they go when they are told to, and are back when it was called off.</summary>
[Collection(HostTestGroup.Name)]
public sealed class HostServiceTests(BootedHosts hosts)
{
    private const string Service = "dockerland-host.service";
    private const string Target = "autoscaling/target-lifecycle-state";
    private const string Spot = "spot/instance-action";
    private const string Rebalance = "events/recommendations/rebalance";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [SkippableTheory]
    [InlineData("web")]
    [InlineData("balancer")]
    public async Task It_Runs_Since_The_Boot(string fleet)
    {
        BootedHosts.Require();

        Assert.Equal("0 active", await hosts.RunAsync(fleet, $"echo $(systemctl show --property NRestarts,ActiveState --value {Service})"));
    }

    [SkippableFact]
    public async Task A_Backend_Leaves_Serf_When_The_Group_Ends_Its_Host_And_Is_Back_When_It_Does_Not()
    {
        BootedHosts.Require();
        var web = hosts["web"];
        await using var observer = await SerfObserver.JoinAsync(hosts, web, "webapp");
        await Condition.WaitAsync("the backend is seen", Patience, async () => await observer.StatusAsync() is "alive");

        web.Aws.Metadata.News[Target] = "Terminated";
        await StoppedAsync(web, "webapp.service");
        await Condition.WaitAsync("the backend is said to be gone", Patience, async () => await observer.StatusAsync() is "left" or "failed");
        var status = await observer.StatusAsync();
        await CallBackAsync(web, "webapp.service");

        Assert.Equal("left", status);
    }

    [SkippableFact]
    public async Task A_Balancer_Leaves_Its_Records_Goes_On_For_Its_Clients_And_Stops_In_Time()
    {
        BootedHosts.Require();
        var edge = await hosts.BootAsync(await EdgeFleet.ReadAsync());
        var host = new EdgeHost(edge);
        await using var observer = await SerfObserver.JoinAsync(hosts, edge, "haproxy");
        await Condition.WaitAsync("the record is there", Patience, async () => await host.AddressOfAsync("login") == edge.Container.Address.ToString());
        await Condition.WaitAsync("the balancer is seen", Patience, async () => await observer.StatusAsync() is "alive");

        edge.Aws.Metadata.News[Target] = "Terminated";
        await Condition.WaitAsync("the record is gone", Patience, async () => await host.AddressOfAsync("login") is "");
        var answer = await edge.Container.RunAsync("curl -s -o /dev/null -w '%{http_code}' -H 'Host: login' http://127.0.0.1/");
        var gone = DateTimeOffset.UtcNow;
        await StoppedAsync(edge, "haproxy.service", "login.service");
        var lingered = DateTimeOffset.UtcNow - gone;
        await Condition.WaitAsync("the balancer is said to be gone", Patience, async () => await observer.StatusAsync() is "left" or "failed");
        var status = await observer.StatusAsync();
        await CallBackAsync(edge, "haproxy.service", "login.service");
        await Condition.WaitAsync("the record is back", Patience, async () => await host.AddressOfAsync("login") is not "");

        // Nine tenths of the fleet's 30 seconds, and the containers' end.
        Assert.Equal(("200", "left"), (answer, status));
        Assert.InRange(lingered, TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(60));
    }

    [SkippableFact]
    public async Task A_Spot_Instance_Has_Everything_Stopped_Half_A_Minute_Before_Its_End()
    {
        BootedHosts.Require();
        var edge = await hosts.BootAsync(await EdgeFleet.ReadAsync());
        var end = DateTimeOffset.UtcNow.AddSeconds(45);

        edge.Aws.Metadata.News[Spot] = $$"""{"action":"terminate","time":"{{end.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture)}}"}""";
        await StoppedAsync(edge, "haproxy.service", "login.service");
        var left = end - DateTimeOffset.UtcNow;
        await CallBackAsync(edge, "haproxy.service", "login.service");

        Assert.InRange(left, TimeSpan.Zero, TimeSpan.FromSeconds(30));
    }

    [SkippableFact]
    public async Task A_Recommendation_Is_Followed_While_Others_Are_In_The_Hosts_Place()
    {
        BootedHosts.Require();
        var edge = await hosts.BootAsync(await EdgeFleet.ReadAsync());
        var host = new EdgeHost(edge);
        // So that moto keeps both, as Auto Scaling does for a while when it puts another host in a place.
        await host.RunAsync($"""
            set -e
            {EdgeHost.AutoScaling} set-instance-protection --auto-scaling-group-name {EdgeFleet.Name} --protected-from-scale-in --instance-ids $({EdgeHost.Instances} --query 'AutoScalingInstances[].InstanceId' --output text)
            {EdgeHost.AutoScaling} update-auto-scaling-group --auto-scaling-group-name {EdgeFleet.Name} --min-size 1 --desired-capacity 1
            """);

        edge.Aws.Metadata.News[Rebalance] = """{"noticeTime":"2025-06-01T12:00:00Z"}""";
        await host.SaysAsync("leaving: EC2 recommends to do without it, and others are in its place");
        await Condition.WaitAsync("the record is gone", Patience, async () => await host.AddressOfAsync("login") is "");
        await CallBackAsync(edge, "haproxy.service", "login.service");
        await host.RunAsync($"{EdgeHost.AutoScaling} update-auto-scaling-group --auto-scaling-group-name {EdgeFleet.Name} --min-size 2 --desired-capacity 2");
    }

    private static Task StoppedAsync(BootRun host, params string[] units) =>
        Condition.WaitAsync($"{string.Join(", ", units)} stopped", Patience, async () => await StatesAsync(host, units) is var states && states.All(state => state is "inactive"));

    private static async Task CallBackAsync(BootRun host, params string[] units)
    {
        host.Aws.Metadata.News.Clear();
        await Condition.WaitAsync("the service is done", Patience, async () => await host.Container.RunAsync("[ -e /run/dockerland/host/leaving ] || echo done") is "done");
        await Condition.WaitAsync($"{string.Join(", ", units)} run again", Patience, async () => await StatesAsync(host, units) is var states && states.All(state => state is "active"));
    }

    private static async Task<string[]> StatesAsync(BootRun host, string[] units) => (await host.Container.RunAsync($"systemctl is-active {string.Join(' ', units)} || true")).Split('\n');
}
