using Dockerland.Cli.Images.Fleets;
using Dockerland.Cli.Load;
using Dockerland.Tests.EndToEnd.Images.Services;
using Dockerland.Tests.Support;
using Xunit.Abstractions;

namespace Dockerland.Tests.EndToEnd.Images.Losses;

/// <summary>Without an agent that listens, draining and retries each event of <see cref="ServiceLossTests"/> loses requests, and so does a restart in the place of the reloads of <see cref="NameLoadTests"/>.</summary>
[Collection(DockerTestGroup.Name)]
public sealed class CarelessServiceTests(DockerFixture docker, ITestOutputHelper output)
{
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(8);

    [SkippableFact]
    public async Task A_Container_That_Stops_And_One_That_Is_Killed_Lose_Some_Each()
    {
        await using var fleet = await ServicePair.StartAsync(docker, isCareful: false);
        var load = ServicePair.NewLoad(fleet);

        var result = await FleetEvents.UnderLoadAsync(load, Duration, async () =>
        {
            await LosesAsync(fleet, load, ServicePair.StopAsync);
            await ServicePair.BackAsync(fleet);
            await LosesAsync(fleet, load, ServicePair.KillAsync);
        });

        output.WriteLine(result.ToString());
    }

    [SkippableFact]
    public async Task A_Restart_Loses_Some()
    {
        await using var fleet = await ServicePair.StartAsync(docker, isCareful: true);

        var result = await FleetEvents.UnderLoadAsync(ServicePair.NewLoad(fleet), Duration, () => ServicePair.TellAsync(fleet, "haproxy", "-r"));

        output.WriteLine(result.ToString());
        Assert.NotEmpty(result.Failures);
    }

    private static Task LosesAsync(ServiceFleet fleet, LoadRun load, Func<ServiceFleet, Task> happenAsync) => ServicePair.UnheardAsync(fleet, async () =>
    {
        var before = load.Failed;
        await happenAsync(fleet);
        await Condition.WaitAsync("a request is lost", Duration, () => Task.FromResult(load.Failed > before));
    });
}
