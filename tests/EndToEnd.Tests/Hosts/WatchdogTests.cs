using Dockerland.Tests.Support;

namespace Dockerland.Tests.EndToEnd.Hosts;

/// <summary>What systemd, the host service and the group make of a container that fails.</summary>
[Collection(HostTestGroup.Name)]
public sealed class WatchdogTests(BootedHosts hosts)
{
    private const string Unit = "login.service";
    private const string Broken = $"/run/systemd/system/{Unit}.d/broken.conf";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    [SkippableFact]
    public async Task A_Unit_That_Is_Up_Again_In_Time_Costs_No_Host()
    {
        BootedHosts.Require();
        var host = await WatchedAsync(seconds: 90);

        await host.RunAsync($"docker kill {Unit}");
        await host.SaysAsync($"{Unit} failed");
        await host.SaysAsync($"{Unit} no longer fails");

        Assert.Equal("Healthy", await host.HealthOfAsync(host.Id));
        Assert.DoesNotContain($"{Unit} failed for", await host.SaidAsync(), StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_Host_Whose_Unit_Stays_Down_Waits_For_Another_That_Is_Replaced_And_Is_Given_Up_Then()
    {
        BootedHosts.Require();
        var host = await WatchedAsync(seconds: 30);
        var neighbour = await host.NeighbourAsync();
        await host.SetHealthAsync(neighbour, "Unhealthy");

        await host.RunAsync($"""
            set -e
            mkdir -p $(dirname {Broken})
            printf '[Service]\nExecStartPre=/bin/false\n' >{Broken}
            systemctl daemon-reload
            docker kill {Unit}
            """);
        await host.SaysAsync($"{Unit} failed for 30 s; the host isn't given up: {neighbour} of the group edge is InService and unhealthy, and only one host is replaced at a time");
        var waiting = await host.HealthOfAsync(host.Id);
        await host.SetHealthAsync(neighbour, "Healthy");
        await Condition.WaitAsync("the host is unhealthy in its group", Patience, async () => await host.HealthOfAsync(host.Id) is "Unhealthy");
        await MendAsync(host);

        Assert.Equal(("Healthy", "Healthy"), (waiting, await host.HealthOfAsync(neighbour)));
        Assert.Contains($"{Unit} failed for 30 s: giving this host up", await host.SaidAsync(), StringComparison.Ordinal);
    }

    private async Task<EdgeHost> WatchedAsync(int seconds)
    {
        var host = new EdgeHost(await hosts.BootAsync(await EdgeFleet.ReadAsync()));
        await host.RunAsync($"""
            set -e
            mkdir -p /run/systemd/system/dockerland-host.service.d
            printf '[Service]\nEnvironment=HOST_PATIENCE_SECONDS={seconds}\n' >/run/systemd/system/dockerland-host.service.d/patience.conf
            systemctl daemon-reload
            systemctl restart dockerland-host.service
            """);
        return host;
    }

    private static async Task MendAsync(EdgeHost host)
    {
        await host.RunAsync($"rm {Broken} && systemctl daemon-reload && systemctl restart {Unit}");
        await host.SetHealthAsync(host.Id, "Healthy");
    }
}
