using Dockerland.Cli.Images.Fleets;
using Dockerland.Tests.EndToEnd.Images.Services;
using Xunit.Abstractions;

namespace Dockerland.Tests.EndToEnd.Images.Losses;

/// <summary>Without draining and retries each event of <see cref="ServiceLossTests"/> loses requests, and so does a restart in the place of the reloads of <see cref="NameLoadTests"/>.</summary>
[Collection(DockerTestGroup.Name)]
public sealed class CarelessServiceTests(DockerFixture docker, ITestOutputHelper output)
{
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(8);

    [SkippableFact]
    public async Task A_Container_That_Stops_And_One_That_Is_Killed_Lose_Some_Each()
    {
        await using var fleet = await ServicePair.StartAsync(docker, isCareful: false);
        var load = ServicePair.NewLoad(fleet);
        var (stopped, back) = (0, 0);

        var result = await FleetEvents.UnderLoadAsync(load, Duration, async () =>
        {
            await ServicePair.StopAsync(fleet);
            stopped = load.Failed;
            await ServicePair.BackAsync(fleet);
            back = load.Failed;
            await ServicePair.KillAsync(fleet);
        });

        output.WriteLine(result.ToString());
        Assert.True(stopped > 0 && result.Failures.Count > back, $"{stopped} were lost when it stopped, {result.Failures.Count - back} when it was killed.");
    }

    [SkippableFact]
    public async Task A_Restart_Loses_Some()
    {
        await using var fleet = await ServicePair.StartAsync(docker, isCareful: true);

        var result = await FleetEvents.UnderLoadAsync(ServicePair.NewLoad(fleet), Duration, () => fleet.DockerAsync("exec", ServiceFleet.NameOf("ha"), "s6-svc", "-r", "/run/service/haproxy"));

        output.WriteLine(result.ToString());
        Assert.NotEmpty(result.Failures);
    }
}
