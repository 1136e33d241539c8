using Dockerland.Cli.Images.Fleets;
using Dockerland.Cli.Load;
using Xunit.Abstractions;

namespace Dockerland.Tests.EndToEnd.Images.Losses;

/// <summary>What clients notice when backends come and go. Each event has a twin without what keeps requests, which has to lose some.</summary>
[Collection(DockerTestGroup.Name)]
public sealed class LossTests(DockerFixture docker, ITestOutputHelper output)
{
    private const int LeastRate = 200;
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(8);

    [SkippableFact]
    public Task A_Backend_That_Stops_Loses_No_Request() => LosesNoneAsync(FleetEvents.StopAsync);

    [SkippableFact]
    public Task A_Backend_That_Stops_Loses_Some_Without_Care() => LosesSomeAsync(FleetEvents.StopAsync);

    [SkippableFact]
    public Task A_Backend_That_Is_Killed_Loses_No_Request() => LosesNoneAsync(FleetEvents.KillAsync);

    [SkippableFact]
    public Task A_Backend_That_Is_Killed_Loses_Some_Without_Care() => LosesSomeAsync(FleetEvents.KillAsync);

    [SkippableFact]
    public async Task Fifty_That_Come_And_Go_Lose_No_Request_And_Need_No_Reload()
    {
        await using var fleet = await StartAsync(careful: true);
        var before = await fleet.Balancer.WorkerAsync();

        var result = await FleetEvents.UnderLoadAsync(fleet, Long, some => FleetEvents.ComeAndGoAsync(some, times: 5));
        var after = await fleet.Balancer.WorkerAsync();

        output.WriteLine(result.ToString());
        Assert.True(result is { Failures: [], Rate: >= LeastRate }, result.ToString());
        Assert.Equal(before, after);
    }

    [SkippableFact]
    public Task Ten_That_Come_And_Go_Lose_Some_Without_Care() => LosesSomeAsync(fleet => FleetEvents.ComeAndGoAsync(fleet, times: 1));

    private async Task LosesNoneAsync(Func<Fleet, Task> happenAsync)
    {
        var result = await RunAsync(careful: true, Long, happenAsync);

        Assert.True(result is { Failures: [], Rate: >= LeastRate }, result.ToString());
    }

    private async Task LosesSomeAsync(Func<Fleet, Task> happenAsync) => Assert.NotEmpty((await RunAsync(careful: false, Short, happenAsync)).Failures);

    private async Task<LoadResult> RunAsync(bool careful, TimeSpan least, Func<Fleet, Task> happenAsync)
    {
        await using var fleet = await StartAsync(careful);
        var result = await FleetEvents.UnderLoadAsync(fleet, least, happenAsync);
        output.WriteLine(result.ToString());
        return result;
    }

    private Task<Fleet> StartAsync(bool careful) => docker.StartFleetAsync(new("dockerland-losses") { IsCareful = careful }, FleetEvents.Residents);
}
