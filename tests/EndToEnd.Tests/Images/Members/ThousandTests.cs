using Dockerland.Cli.Bench.Images;
using Dockerland.Tests.Support;
using Xunit.Abstractions;

namespace Dockerland.Tests.EndToEnd.Images.Members;

/// <summary>A balancer whose agent is told of a thousand members at once. The bounds are such as a busy machine keeps; './dockerland bench images' has the times.</summary>
[Collection(DockerTestGroup.Name)]
public sealed class ThousandTests(DockerFixture docker, ITestOutputHelper output)
{
    private const int Many = 1000;
    private const int Few = 10;
    private const double MostMebibytes = 64;
    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(30);

    [SkippableFact]
    public async Task All_Come_And_Most_Go()
    {
        DockerFixture.Require();
        await docker.BuildAsync("haproxy");
        await using var members = await SimulatedMembers.StartAsync(docker.Command, new(Repository.Root));

        await members.PauseAsync();
        await members.TellAsync(Many);
        var took = await members.PassAsync();
        await Condition.WaitAsync("nothing is to be done", TimeSpan.FromMinutes(1), async () =>
        {
            await members.PassAsync();
            return await members.PlanAsync() is SimulatedMembers.Settled;
        });
        var all = await members.Balancer.UpAsync();
        await members.ResumeAsync();
        await members.TellAsync(Few, left: Many - Few);
        await members.Balancer.WaitAsync("the others are gone", up => up.Count == Few);
        var mebibytes = await members.MebibytesAsync();

        output.WriteLine(FormattableString.Invariant($"{Many} members: {took.TotalSeconds:0.0} s, {mebibytes:0} MiB"));
        Assert.Equal(Many, all.Count);
        Assert.InRange(took, TimeSpan.Zero, MostTime);
        Assert.InRange(mebibytes, 1, MostMebibytes);
    }
}
