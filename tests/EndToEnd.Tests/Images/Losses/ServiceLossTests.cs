using Dockerland.Cli.Images.Fleets;
using Xunit.Abstractions;

namespace Dockerland.Tests.EndToEnd.Images.Losses;

/// <summary>Clients of a name notice nothing when one of its containers ends. <see cref="CarelessServiceTests"/> has what it takes.</summary>
[Collection(QuietDockerTestGroup.Name)]
public sealed class ServiceLossTests(DockerFixture docker, ITestOutputHelper output)
{
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(30);

    [SkippableFact]
    public async Task A_Container_That_Stops_And_One_That_Is_Killed_Lose_No_Request()
    {
        await using var fleet = await ServicePair.StartAsync(docker, isCareful: true);
        var before = await fleet.ReloadsAsync();

        var result = await FleetEvents.UnderLoadAsync(ServicePair.NewLoad(fleet), Duration, async () =>
        {
            await ServicePair.StopAsync(fleet);
            await ServicePair.BackAsync(fleet);
            await ServicePair.KillAsync(fleet);
            await ServicePair.BackAsync(fleet);
            await ServicePair.UnheardAsync(fleet, async () =>
            {
                await ServicePair.KillAsync(fleet);
                await ServicePair.WaitUntilDownAsync(fleet);
            });
        });

        output.WriteLine(result.ToString());
        LoadAssert.LosesNone(result);
        Assert.Equal(before, await fleet.ReloadsAsync());
    }
}
