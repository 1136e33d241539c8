using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Dockerland.Cli.Images.Fleets;
using Dockerland.Tests.Support;

namespace Dockerland.Tests.EndToEnd.Images.Members;

/// <summary>Who gets in by gossip, and how one leaves.</summary>
[Collection(DockerTestGroup.Name)]
public sealed class GossipTests(DockerFixture docker)
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(30);

    [SkippableFact]
    public async Task Who_Has_Another_Key_Or_None_Does_Not_Get_In()
    {
        var key = NewKey();
        await using var fleet = await StartAsync(key);
        await fleet.AddAsync("s02", "--env", $"SERF_KEY={NewKey()}");
        await fleet.AddAsync("s03", "--env", "SERF_KEY=");

        // Each of them tried, more than once.
        foreach (var name in (string[])["s02", "s03"])
            await Condition.WaitAsync($"{name} is refused twice", Deadline, async () => Count(await fleet.LogsAsync(name), "Error joining") >= 2);

        Assert.Equal(await NodesAsync(fleet, Fleet.Seed, "s01"), await fleet.MembersAsync(Fleet.Seed, "alive|failed|left|leaving"));
        Assert.Equal(["s01"], await fleet.Balancer.UpAsync());
    }

    [SkippableTheory]
    [InlineData(Fleet.Seed)]
    [InlineData("s01")]
    public async Task A_Key_Is_Seen_In_The_Container_s_Environment_Alone(string name)
    {
        var key = NewKey();
        await using var fleet = await StartAsync(key);
        var inspected = JsonNode.Parse(await fleet.DockerAsync("inspect", name))![0]!;

        var processes = await fleet.DockerAsync("top", name);
        Assert.Contains(inspected["Config"]!["Env"]!.AsArray(), variable => (string?)variable == $"SERF_KEY={key}");
        inspected["Config"]!.AsObject().Remove("Env");
        Assert.DoesNotContain(key, inspected.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("serf agent", processes, StringComparison.Ordinal);
        Assert.DoesNotContain(key, processes, StringComparison.Ordinal);
        Assert.DoesNotContain(key, await fleet.LogsAsync(name), StringComparison.Ordinal);
        Assert.Equal("600", await fleet.InAsync(name, "stat", "--format=%a", "/run/serf/key.json"));
    }

    [SkippableFact]
    public async Task A_Stopped_Container_Has_Left_By_Its_Id_And_Not_Failed()
    {
        await using var fleet = await StartAsync(NewKey());
        var id = (await fleet.DockerAsync("inspect", "s01", "--format", "{{.Id}}"))[..12];

        await fleet.DockerAsync("stop", "s01");

        await Condition.WaitAsync("it has left", Deadline, async () => (await fleet.MembersAsync(Fleet.Seed, "left")).SetEquals([id]));
        Assert.DoesNotContain("EventMemberFailed", await fleet.LogsAsync(Fleet.Seed), StringComparison.Ordinal);
    }

    private Task<Fleet> StartAsync(string key) =>
        docker.StartFleetAsync(new("dockerland-gossip") { Balancer = ["--env", $"SERF_KEY={key}"], Backends = ["--env", $"SERF_KEY={key}"] }, backends: 1);

    private static async Task<HashSet<string>> NodesAsync(Fleet fleet, params string[] names) =>
        [.. await Task.WhenAll(names.Select(async name => (await fleet.InAsync(name, "hostname")).Trim()))];

    private static int Count(string text, string part) => text.Split(part).Length - 1;

    private static string NewKey() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
}
