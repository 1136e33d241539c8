using Dockerland.Cli.Load;
using Dockerland.Tests.EndToEnd.Images.Services;

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
}
