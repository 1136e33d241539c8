using System.Diagnostics;
using Dockerland.Tests.EndToEnd.Images.Services;
using Dockerland.Tests.Support;
using Dockerland.Tests.Support.Processes;

namespace Dockerland.Tests.EndToEnd.Images.Commands;

/// <summary>What people ask the balancer's agent for, in the container.</summary>
[Collection(DockerTestGroup.Name)]
public sealed class CommandTests(DockerFixture docker)
{
    [SkippableFact]
    public async Task A_Dump_Has_All_Containers_And_No_Secret()
    {
        await using var fleet = await StartAsync();
        await fleet.DockerAsync(
            "run", "--detach", "--label", "dockerland.test=services", "--network", ServiceFleet.Name, "--name", ServiceFleet.NameOf("plain"), "--no-healthcheck",
            "--env", "PASSWORD=secret=1", "--entrypoint", "sleep", "dockerland/webapp", "1000");

        var dump = await AgentAsync(fleet, "dump");
        var values = await AgentAsync(fleet, "dump", "--values");

        Assert.StartsWith("containers:\n- \"Id\": \"", dump.Output, StringComparison.Ordinal);
        Assert.Contains($"  \"Name\": \"/{ServiceFleet.NameOf("plain")}\"\n", dump.Output, StringComparison.Ordinal);
        Assert.Contains("    \"Env\":\n      \"PASSWORD\": \"(hidden)\"\n", dump.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", dump.Output, StringComparison.Ordinal);
        Assert.Contains("      \"PASSWORD\": \"secret=1\"\n", values.Output, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_Dry_Run_Tells_What_A_Run_Does()
    {
        await using var fleet = await StartAsync();
        // The agent that runs would be sooner.
        await fleet.DockerAsync("exec", ServiceFleet.NameOf("ha"), "s6-svc", "-d", "/run/service/agent");
        await fleet.AddAsync("login", "login");

        var before = await fleet.FilesAsync();
        var plan = await AgentAsync(fleet, "sync", "--once", "--dry-run");
        var unchanged = before == await fleet.FilesAsync();
        await Condition.WaitAsync("nothing is to be done", TimeSpan.FromSeconds(20), async () =>
        {
            await AgentAsync(fleet, "sync", "--once");
            return (await AgentAsync(fleet, "sync", "--once", "--dry-run")).Output.Trim() is "Nothing is to be done.";
        });

        Assert.Equal("add     login: a name, by a reload", plan.Output.Trim());
        Assert.True(unchanged, "A dry run wrote files.");
        await fleet.WaitForAsync("login", "login");
    }

    [SkippableFact]
    public async Task The_Status_Of_A_Start_Is_Well_And_Without_A_Reload_And_Tells_Of_An_Agent_That_Is_Gone()
    {
        await using var fleet = await StartAsync();

        var well = await AgentAsync(fleet, "status");
        await fleet.DockerAsync("exec", ServiceFleet.NameOf("ha"), "s6-svc", "-d", "/run/service/agent");
        await Condition.WaitAsync("its end is told", TimeSpan.FromSeconds(60), async () => (await AgentAsync(fleet, "status")) is { ExitCode: 1 } gone && gone.Output.Contains("problem   The agent doesn't run.", StringComparison.Ordinal));

        Assert.Equal((0, "members   0 servers\nservices  0 names\nreloads   0 since HAProxy's start\nmembers\n  no server"), (well.ExitCode, well.Output.Trim()));
    }

    [SkippableFact]
    public async Task The_Status_Tells_Of_A_Broken_Certificate_Until_It_Is_Gone()
    {
        await using var fleet = await StartAsync();
        const string folder = "/etc/haproxy/tls";
        await fleet.DockerAsync("exec", "--user", "0", ServiceFleet.NameOf("ha"), "bash", "-c", $"mkdir -p {folder} && echo none >{folder}/broken.pem");

        await Condition.WaitAsync("it is told", TimeSpan.FromSeconds(20), async () => (await AgentAsync(fleet, "status")) is { ExitCode: 1 } status && status.Output.Contains("problem   /etc/haproxy/tls/broken.pem has no certificate", StringComparison.Ordinal));
        var sync = await AgentAsync(fleet, "sync", "--once");
        await fleet.DockerAsync("exec", "--user", "0", ServiceFleet.NameOf("ha"), "rm", $"{folder}/broken.pem");

        await Condition.WaitAsync("all is well", TimeSpan.FromSeconds(20), async () => (await AgentAsync(fleet, "status")).ExitCode is 0);
        Assert.Equal(1, sync.ExitCode);
    }

    [SkippableFact]
    public async Task A_Balancer_That_Is_Answering_Stops_In_Time()
    {
        await using var fleet = await StartAsync();
        await fleet.AddAsync("login", "login");
        await fleet.WaitForAsync("login", "login");
        // A minute for an answer, of which nobody waits for the end.
        await fleet.DockerAsync("exec", ServiceFleet.NameOf("login"), "node", "-e", "fetch('http://127.0.0.1:3000/delay', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{\"delay\": 60000}' })");
        var asked = fleet.AskAsync("login");

        var watch = Stopwatch.StartNew();
        await fleet.DockerAsync("stop", ServiceFleet.NameOf("ha"));

        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 5);
        Assert.Equal("0", (await fleet.DockerAsync("inspect", "--format", "{{.State.ExitCode}}", ServiceFleet.NameOf("ha"))).Trim());
        await Assert.ThrowsAnyAsync<Exception>(() => asked);
    }

    [SkippableFact]
    public async Task Help_Is_Given_With_A_Wrong_Setting_Too()
    {
        DockerFixture.Require();
        await docker.BuildAsync("haproxy");

        var help = await new Tool("docker") { Environment = docker.Engine.Environment }.RunAsync(
            ["run", "--rm", "--label", "dockerland.test=services", "--env", "HAPROXY_DRAIN_SECONDS=soon", "--entrypoint", "agent", "dockerland/haproxy", "--help"]);

        Assert.Equal((0, ""), (help.ExitCode, help.Error));
    }

    private Task<ToolResult> AgentAsync(ServiceFleet fleet, params string[] arguments) =>
        new Tool("docker") { Environment = docker.Engine.Environment }.RunAsync(["exec", ServiceFleet.NameOf("ha"), "agent", .. arguments]);

    private async Task<ServiceFleet> StartAsync()
    {
        DockerFixture.Require();
        await docker.BuildAsync("haproxy", "webapp");
        return await ServiceFleet.StartAsync(docker.Engine);
    }
}
