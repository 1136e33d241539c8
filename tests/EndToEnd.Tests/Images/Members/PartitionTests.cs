using Dockerland.Cli.Images.Fleets;
using Dockerland.Tests.Support;

namespace Dockerland.Tests.EndToEnd.Images.Members;

/// <summary>What happens when containers don't reach each other for a while. Nobody does anything for it to heal.</summary>
[Collection(DockerTestGroup.Name)]
public sealed class PartitionTests(DockerFixture docker)
{
    private static readonly string[] All = Fleet.Names(3);
    private static readonly TimeSpan Healing = TimeSpan.FromSeconds(30);
    // Gossip is in doubt of who doesn't answer for some seconds, and asks others.
    private static readonly TimeSpan Suspicion = TimeSpan.FromSeconds(60);

    [SkippableFact]
    public async Task Requests_Go_On_Without_A_Backend_That_Is_Cut_Off_Until_It_Is_Back()
    {
        await using var fleet = await StartAsync();
        var node = await NodeAsync(fleet, "s02");

        await fleet.DisconnectAsync("s02");
        await fleet.Balancer.WaitForAsync(["s01", "s03"]);
        var meanwhile = await fleet.Balancer.NewLoad().RunAsync(HasStatusAsync(fleet, node, "failed"));
        await fleet.ConnectAsync("s02");

        await fleet.Balancer.WaitForAsync(All, Healing);
        await HasStatusAsync(fleet, node, "alive");
        Assert.Empty(meanwhile.Failures);
    }

    [SkippableFact]
    public async Task A_Balancer_That_Was_Cut_Off_Has_All_Backends_Again()
    {
        await using var fleet = await StartAsync();
        var node = await NodeAsync(fleet, Fleet.Seed);

        await fleet.DisconnectAsync(Fleet.Seed);
        await Condition.WaitAsync("backends miss the balancer", Suspicion, async () => (await fleet.MembersAsync("s01", "failed")).Contains(node));
        await fleet.ConnectAsync(Fleet.Seed);

        await fleet.Balancer.WaitForAsync(All, Healing);
        await Condition.WaitAsync("all know each other", Healing, async () => (await fleet.MembersAsync(Fleet.Seed, "alive")).Count == All.Length + 1);
    }

    [SkippableFact]
    public async Task Requests_Reach_A_Backend_Whose_Gossip_Is_Cut()
    {
        await using var fleet = await StartAsync();
        var node = await NodeAsync(fleet, "s02");

        // Its Serf is frozen: nothing of it answers, and nothing leaves.
        await fleet.InAsync("s02", "s6-svc", "-p", "/run/service/serf");
        var meanwhile = await fleet.Balancer.NewLoad().RunAsync(HasStatusAsync(fleet, node, "failed"));
        var served = await fleet.Balancer.UpAsync();
        await fleet.InAsync("s02", "s6-svc", "-c", "/run/service/serf");

        await HasStatusAsync(fleet, node, "alive");
        Assert.Empty(meanwhile.Failures);
        Assert.Equal(All, served.Order(StringComparer.Ordinal));
    }

    private Task<Fleet> StartAsync() => docker.StartFleetAsync(new("dockerland-partition"), All.Length);

    private static Task HasStatusAsync(Fleet fleet, string node, string status) =>
        Condition.WaitAsync($"{node} is {status} to the balancer", Suspicion, async () => (await fleet.MembersAsync(Fleet.Seed, status)).Contains(node));

    private static async Task<string> NodeAsync(Fleet fleet, string name) => (await fleet.InAsync(name, "hostname")).Trim();
}
