namespace Dockerland.Tests.EndToEnd.Images.Losses;

/// <summary>What clients notice when backends come and go. Each event has a twin without what keeps requests, which has to lose some.</summary>
[Collection(DockerTestGroup.Name)]
public sealed class LossTests(DockerFixture docker)
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(8);

    public static TheoryData<string, string[]> Ends => new() { { "stop", [] }, { "kill", ["--signal", "KILL"] } };

    [SkippableTheory]
    [MemberData(nameof(Ends))]
    public async Task The_End_Of_A_Backend_Loses_No_Request(string verb, string[] arguments)
    {
        var result = await RunAsync(careful: true, Long, verb, arguments);

        Assert.True(result is { Failures: [], Rate: >= 200 }, result.ToString());
    }

    [SkippableTheory]
    [MemberData(nameof(Ends))]
    public async Task Without_Care_It_Loses_Some(string verb, string[] arguments)
    {
        var result = await RunAsync(careful: false, Short, verb, arguments);

        Assert.NotEmpty(result.Failures);
    }

    private async Task<LoadResult> RunAsync(bool careful, TimeSpan duration, string verb, string[] arguments)
    {
        DockerFixture.Require();
        await docker.BuildAsync("haproxy", "webapp");
        await using var fleet = await Fleet.StartAsync(docker.Engine, backends: 3, careful);
        using var load = new Load(fleet.Address);
        return await load.RunAsync(duration, () => fleet.DockerAsync(verb, "s02", arguments));
    }
}
