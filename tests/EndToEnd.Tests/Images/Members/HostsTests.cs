using System.Text.Json;
using Dockerland.Cli.Images.Fleets;

namespace Dockerland.Tests.EndToEnd.Images.Members;

/// <summary>A balancer and backends on two hosts, whose containers can't reach each other but by the hosts' published ports.</summary>
[Collection(DockerTestGroup.Name)]
public sealed class HostsTests(DockerFixture docker) : IDisposable
{
    private const string Key = "aGVsbG8gZ29zc2lwIG9mIHR3byBob3N0cyAxMjM0NTY=";
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);

    private readonly HttpClient client = new(new SocketsHttpHandler { UseCookies = false }) { Timeout = TimeSpan.FromSeconds(5) };

    [SkippableFact]
    public async Task Backends_Of_Two_Hosts_Serve_By_Their_Published_Ports()
    {
        DockerFixture.Require();
        await docker.BuildAsync("haproxy", "webapp");
        await using var first = await NestedEngine.StartAsync(docker.Engine, "1", "dockerland/haproxy", "dockerland/webapp");
        await using var second = await NestedEngine.StartAsync(docker.Engine, "2", "dockerland/webapp");
        var balancer = new FleetBalancer(first.Address);

        await RunAsync(first, first, "ha", 7946, ["--env", "ROLE=balancer", "--publish", "80:80", "--publish", "1936:1936"], "dockerland/haproxy");
        // The gossip's own port is the balancer's, and another program may have the backend's.
        await RunAsync(first, first, "near", 7947, ["--env", "ROLE=backend", "--env", "TAG=near", "--env", "HOST_PORT=8080", "--publish", "8080:3000"], "dockerland/webapp");
        await RunAsync(second, first, "far", 7946, ["--env", "ROLE=backend", "--env", "TAG=far", "--publish", "3000:3000"], "dockerland/webapp");
        await balancer.WaitForAsync(["near", "far"], Deadline);
        var served = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => TagAsync(balancer)));
        var members = await first.DockerAsync("exec", "ha", "serf", "members");
        await second.DockerAsync("stop", "far");
        await balancer.WaitForAsync(["near"], Deadline);

        Assert.Equal(["far", "near"], served.Distinct().Order(StringComparer.Ordinal));
        Assert.Contains($"{second.Address}:7946", members, StringComparison.Ordinal);
        Assert.Contains($"{first.Address}:7947", members, StringComparison.Ordinal);
        Assert.DoesNotContain("failed", await first.DockerAsync("exec", "ha", "serf", "members"), StringComparison.Ordinal);
    }

    public void Dispose() => client.Dispose();

    private static Task<string> RunAsync(NestedEngine host, NestedEngine seed, string name, int gossip, string[] arguments, string image) => host.DockerAsync(
    [
        "run", "--detach", "--name", name, "--publish", $"{gossip}:{gossip}", "--publish", $"{gossip}:{gossip}/udp",
        "--env", $"HOST_ADDRESS={host.Address}", "--env", $"SERF_ADVERTISE={host.Address}:{gossip}", "--env", $"SERF_JOIN={seed.Address}:7946", "--env", $"SERF_KEY={Key}", .. arguments, image,
    ]);

    private async Task<string> TagAsync(FleetBalancer balancer) => JsonElement.Parse(await client.GetStringAsync(balancer.Uri)).GetProperty("tag").GetString()!;
}
