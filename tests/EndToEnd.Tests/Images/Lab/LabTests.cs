using System.Diagnostics;
using System.Net;
using System.Text.Json;
using Dockerland.Tests.Support;

namespace Dockerland.Tests.EndToEnd.Images.Lab;

/// <summary>What the lab's document promises, of the containers that its own commands start.</summary>
[Collection(DockerTestGroup.Name)]
public sealed class LabTests(LabFixture lab) : IClassFixture<LabFixture>
{
    [SkippableFact]
    public async Task The_Application_Says_Who_It_Is()
    {
        DockerFixture.Require();
        using var response = await lab.GetAsync();
        var answer = JsonElement.Parse(await response.Content.ReadAsStringAsync());
        var container = answer.GetProperty("tag").GetString();

        Assert.Equal(["hello", "ip", "host", "tag", "sessionViews", "id"], answer.EnumerateObject().Select(field => field.Name));
        Assert.Equal(
            ("world!", await InspectAsync(container!, "{{.NetworkSettings.Networks.heig.IPAddress}}"), await InspectAsync(container!, "{{.Config.Hostname}}"), 1),
            (answer.GetProperty("hello").GetString(), answer.GetProperty("ip").GetString(), answer.GetProperty("host").GetString(), answer.GetProperty("sessionViews").GetInt32()));
    }

    [SkippableFact]
    public async Task Each_Backend_Has_Its_Turn()
    {
        DockerFixture.Require();
        await lab.WaitForAsync("s1", "s2");

        Assert.Equal(["s1", "s2"], (await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => AskAsync(null)))).Select(answer => answer.Tag).Distinct().Order());
    }

    [SkippableFact]
    public async Task A_Visitor_Stays_With_Its_Session()
    {
        DockerFixture.Require();
        await lab.WaitForAsync("s1", "s2");
        using var first = await lab.GetAsync();
        var cookie = Assert.Single(first.Headers.GetValues("Set-Cookie")).Split(';')[0];
        var id = JsonElement.Parse(await first.Content.ReadAsStringAsync()).GetProperty("id").GetString()!;

        var views = new List<(string, int)>();
        for (var i = 0; i < 20; i++)
        {
            var (_, same, count) = await AskAsync(cookie);
            views.Add((same, count));
        }

        Assert.StartsWith("NODESESSID=", cookie, StringComparison.Ordinal);
        Assert.Equal(Enumerable.Range(2, 20).Select(view => (id, view)), views);
    }

    [SkippableFact]
    public async Task Statistics_Administration_And_Metrics_Know_The_Backends()
    {
        DockerFixture.Require();
        await lab.WaitForAsync("s1", "s2");
        using var page = await lab.GetAsync(1936);
        using var metrics = await lab.GetAsync(1936, "/metrics");

        Assert.Contains(">s1<", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("haproxy_server_status{proxy=\"members\",server=\"s2\",state=\"UP\"} 1", await metrics.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains(" s1 172.", await lab.AdministerAsync("show servers state members"), StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Handlers_Tell_Who_Came_And_Who_Left()
    {
        DockerFixture.Require();
        await lab.ShellAsync(LabFixture.StartBackend("s3"));
        await lab.WaitForAsync("s1", "s2", "s3");
        var host = await InspectAsync("s3", "{{.Config.Hostname}}");
        var watch = Stopwatch.StartNew();
        await lab.ShellAsync("docker stop s3");
        var stopped = watch.Elapsed;
        await lab.WaitForAsync("s1", "s2");
        await Condition.WaitAsync("the handler tells of it", TimeSpan.FromSeconds(10), async () => (await lab.ShellAsync("docker exec ha cat /var/log/serf.log")).Contains($"Member member-leave event received from: {host} with role backend", StringComparison.Ordinal));

        Assert.InRange(stopped.TotalSeconds, 0, 5);
        Assert.Equal("0", await InspectAsync("s3", "{{.State.ExitCode}}"));
        Assert.Contains($"Member join event received from: {host} with role backend\n", await lab.ShellAsync("docker logs ha 2>&1"), StringComparison.Ordinal);
        await lab.ShellAsync("docker rm s3");
    }

    [SkippableTheory]
    [InlineData("haproxy")]
    [InlineData("serf")]
    [InlineData("agent")]
    public async Task A_Killed_Service_Is_Back_And_Knows_The_Backends(string service)
    {
        DockerFixture.Require();
        await lab.WaitForAsync("s1", "s2");
        var before = await ProcessAsync(service);

        await lab.ShellAsync($"docker exec ha s6-svc -k /run/service/{service}");

        await Condition.WaitAsync($"{service} is back", TimeSpan.FromSeconds(2), async () => await ProcessAsync(service) is { Length: > 0 } now && now != before);
        await lab.WaitForAsync("s1", "s2");
        Assert.Equal(HttpStatusCode.OK, (await lab.GetAsync()).StatusCode);
    }

    [SkippableFact]
    public async Task A_Balancer_With_Another_Address_Gets_All_Backends_Back()
    {
        DockerFixture.Require();
        var address = await InspectAsync("ha", "{{.NetworkSettings.Networks.heig.IPAddress}}");
        await lab.ShellAsync("docker rm -f ha");
        // Takes the address that is free.
        await lab.ShellAsync(LabFixture.StartBackend("s4"));
        await lab.ShellAsync(LabFixture.StartBackend("s5"));

        await lab.ShellAsync(LabFixture.StartBalancer);

        await lab.WaitForAsync("s1", "s2", "s4", "s5");
        Assert.NotEqual(address, await InspectAsync("ha", "{{.NetworkSettings.Networks.heig.IPAddress}}"));
        await lab.ShellAsync("docker stop s4 s5 && docker rm s4 s5");
        await lab.WaitForAsync("s1", "s2");
    }

    private async Task<(string Tag, string Id, int Views)> AskAsync(string? cookie)
    {
        using var response = await lab.GetAsync(cookie: cookie);
        var answer = JsonElement.Parse(await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync());
        return (answer.GetProperty("tag").GetString()!, answer.GetProperty("id").GetString()!, answer.GetProperty("sessionViews").GetInt32());
    }

    private async Task<string> InspectAsync(string container, string format) => (await lab.ShellAsync($"docker inspect --format '{format}' {container}")).Trim();

    // Empty while it is down.
    private async Task<string> ProcessAsync(string service) => (await lab.ShellAsync($"docker exec ha s6-svstat -o pid /run/service/{service}")).Trim().Replace("-1", "", StringComparison.Ordinal);
}
