using Dockerland.Cli.Images.Fleets;
using Xunit.Abstractions;

namespace Dockerland.Tests.EndToEnd.Images.Losses;

/// <summary>
/// Without draining and retries each event of <see cref="LossTests"/> loses requests: it is them that keep those, and a load that
/// never fails would show here.
/// </summary>
[Collection(DockerTestGroup.Name)]
public sealed class CarelessTests(DockerFixture docker, ITestOutputHelper output)
{
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(8);

    [SkippableFact]
    public Task A_Backend_That_Stops_Loses_Some() => LosesSomeAsync(FleetEvents.StopAsync);

    [SkippableFact]
    public Task A_Backend_That_Is_Killed_Loses_Some() => LosesSomeAsync(FleetEvents.KillAsync);

    [SkippableFact]
    public Task Ten_That_Come_And_Go_Lose_Some() => LosesSomeAsync(fleet => FleetEvents.ComeAndGoAsync(fleet, times: 1));

    private async Task LosesSomeAsync(Func<Fleet, Task> happenAsync)
    {
        await using var fleet = await docker.StartFleetAsync(new("dockerland-careless") { IsCareful = false }, FleetEvents.Residents);

        var result = await FleetEvents.UnderLoadAsync(fleet, Duration, happenAsync);

        output.WriteLine(result.ToString());
        Assert.NotEmpty(result.Failures);
    }
}
