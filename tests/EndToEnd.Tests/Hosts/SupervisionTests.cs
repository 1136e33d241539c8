using System.Globalization;
using Dockerland.Tests.Support;

namespace Dockerland.Tests.EndToEnd.Hosts;

/// <summary>systemd, the container runner and Docker together, on hosts that booted: what ends a container, and what it outlives.</summary>
[Collection(HostTestGroup.Name)]
public sealed class SupervisionTests(BootedHosts hosts)
{
    private const string Unit = "webapp.service";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    // RestartSec of the unit, and what the runner may take beyond.
    private static readonly TimeSpan RestartTime = TimeSpan.FromSeconds(10 + 5);

    [SkippableFact]
    public async Task A_Killed_Container_Restarts_Its_Unit_In_Time()
    {
        BootedHosts.Require();
        await ActiveAsync("web", Unit);
        var (former, restarts) = (await IdentityAsync(), await RestartsAsync());

        // Measured there, without the time that it takes to ask. How long the image and the secrets take then is not the unit's.
        var took = await hosts.RunAsync("web", $$"""
            start=$(date +%s%N)
            docker kill {{Unit}} >/dev/null
            until [ "$(systemctl show --property NRestarts --value {{Unit}})" -gt {{restarts}} ]; do sleep 0.1; done
            echo $((($(date +%s%N) - start) / 1000000))
            """);
        await ActiveAsync("web", Unit);

        Assert.InRange(TimeSpan.FromMilliseconds(int.Parse(took, CultureInfo.InvariantCulture)), TimeSpan.Zero, RestartTime);
        Assert.NotEqual(former, await IdentityAsync());
    }

    [SkippableFact]
    public async Task A_Container_Outlives_The_Client_That_Follows_It()
    {
        BootedHosts.Require();
        await ActiveAsync("web", Unit);
        var (former, restarts) = (await IdentityAsync(), await RestartsAsync());
        var client = await hosts.RunAsync("web", Client);

        await hosts.RunAsync("web", $"kill -KILL {client}");
        await Condition.WaitAsync("another client follows", Patience, async () => await hosts.RunAsync("web", $"{Client} || true") is var next && next is not "" && next != client);

        Assert.Equal((former, restarts), (await IdentityAsync(), await RestartsAsync()));
    }

    [SkippableFact]
    public async Task It_Outlives_The_Runner_Too_And_Is_Taken_Over()
    {
        BootedHosts.Require();
        await ActiveAsync("web", Unit);
        var (former, restarts) = (await IdentityAsync(), await RestartsAsync());

        await hosts.RunAsync("web", $"systemctl kill --signal=KILL --kill-who=main {Unit}");
        await Condition.WaitAsync("systemd starts another runner", Patience, async () => await RestartsAsync() > restarts);
        await ActiveAsync("web", Unit);

        Assert.Equal(former, await IdentityAsync());
    }

    [SkippableFact]
    public async Task It_Outlives_The_Daemon()
    {
        BootedHosts.Require();
        await ActiveAsync("web", Unit);
        var (former, restarts) = (await IdentityAsync(), await RestartsAsync());

        await hosts.RunAsync("web", "systemctl restart docker.service");
        await Condition.WaitAsync("a client follows again", Patience, async () => await hosts.RunAsync("web", $"{Client} || true") is not "");

        Assert.Equal((former, restarts), (await IdentityAsync(), await RestartsAsync()));
    }

    [SkippableFact]
    public async Task Without_The_Registry_The_Last_Good_Image_Starts()
    {
        BootedHosts.Require();
        const string Balancer = "haproxy.service";
        const string Question = $"docker inspect --format '{{{{.Id}}}}' {Balancer}; docker inspect --format '{{{{.Image}}}}' {Balancer}";
        await ActiveAsync("balancer", Balancer);
        var former = (await hosts.RunAsync("balancer", Question)).Split('\n');
        await hosts["balancer"].Aws.StopRegistryAsync();

        await hosts.RunAsync("balancer", $"systemctl restart {Balancer}");
        // Where a container takes longer to stop than systemd waits, the unit has it for a while yet.
        var now = former;
        await Condition.WaitAsync("another container runs", Patience, async () => (now = (await hosts.RunAsync("balancer", $"{Question} || true")).Split('\n')) is [var id, _] && id != former[0]);

        Assert.Equal(former[1], now[1]);
        Assert.Contains("taking the one that is here", await hosts.RunAsync("balancer", $"journalctl --no-pager --unit {Balancer}"), StringComparison.Ordinal);
        await Condition.WaitAsync("the balancer answers", Patience, async () => await hosts.RunAsync("balancer", "curl -s -o /dev/null -w '%{http_code}' http://127.0.0.1/ || true") is "503");
    }

    private const string Client = $"pgrep --newest --full '^docker wait {Unit}'";

    private Task<string> IdentityAsync() => hosts.RunAsync("web", $"docker inspect --format '{{{{.Id}}}} {{{{.State.StartedAt}}}} {{{{.State.Running}}}}' {Unit}");

    private async Task<int> RestartsAsync() => int.Parse(await hosts.RunAsync("web", $"systemctl show --property NRestarts --value {Unit}"), CultureInfo.InvariantCulture);

    private Task ActiveAsync(string fleet, string unit) =>
        Condition.WaitAsync($"{unit} is active", Patience, async () => await hosts.RunAsync(fleet, $"systemctl is-active {unit} || true") is "active");
}
