using Dockerland.Cli.Load;
using Dockerland.Tests.EndToEnd.Images.Services;
using Dockerland.Tests.Support;

namespace Dockerland.Tests.EndToEnd.Images.Losses;

/// <summary>Two containers of one name, and what happens to one of them.</summary>
internal static class ServicePair
{
    private const string Host = "login";
    private const string Second = $"{ServiceFleet.Name}-two";

    public static async Task<ServiceFleet> StartAsync(DockerFixture docker, bool isCareful)
    {
        DockerFixture.Require();
        await docker.BuildAsync("haproxy", "webapp");
        var fleet = await ServiceFleet.StartAsync(docker.Engine, ServiceFleet.Options with { IsCareful = isCareful });
        try
        {
            await fleet.AddAsync("one", Host);
            await fleet.AddAsync("two", Host);
            await fleet.WaitForAsync(Host, "one");
            await fleet.WaitForAsync(Host, "two");
            return fleet;
        }
        catch
        {
            await fleet.DisposeAsync();
            throw;
        }
    }

    public static LoadRun NewLoad(ServiceFleet fleet) => fleet.Balancer.NewLoad(Host);

    /// <summary>One of them is told to stop.</summary>
    public static Task StopAsync(ServiceFleet fleet) => fleet.DockerAsync("stop", Second);

    /// <summary>It is there again.</summary>
    public static async Task BackAsync(ServiceFleet fleet)
    {
        await fleet.DockerAsync("start", Second);
        await fleet.WaitForAsync(Host, "two");
    }

    /// <summary>It is gone without a word.</summary>
    public static Task KillAsync(ServiceFleet fleet) => fleet.DockerAsync("kill", "--signal", "KILL", Second);

    /// <summary>Has something happen of which the agent hears only afterwards: whether it is fast enough doesn't count.</summary>
    public static async Task UnheardAsync(ServiceFleet fleet, Func<Task> happenAsync)
    {
        await TellAsync(fleet, "agent", "-p");
        await happenAsync();
        await TellAsync(fleet, "agent", "-c");
    }

    /// <summary>Waits until HAProxy itself finds that the second one doesn't answer.</summary>
    public static Task WaitUntilDownAsync(ServiceFleet fleet) => Condition.WaitAsync($"{Second} is down", TimeSpan.FromSeconds(10), async () =>
        (await fleet.Balancer.AdministerAsync($"show servers state service:{Host}")).Split('\n').Any(line => line.Split(' ') is [_, _, _, Second, _, "0", ..]));

    /// <summary>Tells the balancer's supervisor something about one of its services, as <c>s6-svc</c> has it.</summary>
    public static Task<string> TellAsync(ServiceFleet fleet, string service, string option) => fleet.DockerAsync("exec", ServiceFleet.NameOf("ha"), "s6-svc", option, $"/run/service/{service}");
}
