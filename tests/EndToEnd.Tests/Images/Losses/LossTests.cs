using Dockerland.Cli.Images.Fleets;
using Xunit.Abstractions;

namespace Dockerland.Tests.EndToEnd.Images.Losses;

/// <summary>Clients notice nothing when backends come and go, while they ask often. <see cref="CarelessTests"/> has what it takes.</summary>
[Collection(QuietDockerTestGroup.Name)]
public sealed class LossTests(DockerFixture docker, ITestOutputHelper output)
{
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(30);

    [SkippableFact]
    public Task A_Backend_That_Stops_Loses_No_Request() => LosesNoneAsync(FleetEvents.StopAsync);

    [SkippableFact]
    public Task A_Backend_That_Is_Killed_Loses_No_Request() => LosesNoneAsync(FleetEvents.KillAsync);

    [SkippableFact]
    public Task Fifty_That_Come_And_Go_Lose_No_Request() => LosesNoneAsync(fleet => FleetEvents.ComeAndGoAsync(fleet, times: 5));

    private async Task LosesNoneAsync(Func<Fleet, Task> happenAsync)
    {
        await using var fleet = await docker.StartFleetAsync(new("dockerland-losses"), FleetEvents.Residents);
        var before = await fleet.Balancer.WorkerAsync();

        var result = await FleetEvents.UnderLoadAsync(fleet, Duration, happenAsync);
        var after = await fleet.Balancer.WorkerAsync();

        output.WriteLine(result.ToString());
        LoadAssert.LosesNone(result);
        // A reload makes another process.
        Assert.Equal(before, after);
    }
}
