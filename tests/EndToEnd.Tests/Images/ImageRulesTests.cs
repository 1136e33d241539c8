using Dockerland.Cli.Images.Fleets;
using Dockerland.Infra;
using Dockerland.Tests.Support;
using Dockerland.Tests.Support.Processes;

namespace Dockerland.Tests.EndToEnd.Images;

/// <summary>What all images of ours promise; alone, as one promise is a time.</summary>
[Collection(QuietDockerTestGroup.Name)]
public sealed class ImageRulesTests(DockerFixture docker)
{
    // By users' ids: names are the container's own.
    private const string Root = "0";

    public static TheoryData<string> All => [.. ImageSource.Names(Repository.Root)];

    [SkippableTheory]
    [MemberData(nameof(All))]
    public async Task Labels_Say_What_An_Image_Is(string name)
    {
        DockerFixture.Require();
        await docker.BuildAsync(name);

        var labels = await docker.Engine.RunAsync("image", "inspect", "--format", "{{json .Config.Labels}}", $"dockerland/{name}");

        Assert.All(["title", "description", "licenses"], label => Assert.Contains($"\"org.opencontainers.image.{label}\":\"", labels, StringComparison.Ordinal));
    }

    [SkippableTheory]
    [MemberData(nameof(All))]
    public async Task No_Key_Is_In_An_Image(string name)
    {
        DockerFixture.Require();
        await docker.BuildAsync(name);

        var found = await new Tool("docker") { Environment = docker.Engine.Environment, Deadline = TimeSpan.FromMinutes(2) }.RunAsync(
            "run", "--rm", "--user=0", "--network=none", "--entrypoint=grep", $"dockerland/{name}", "-rIlsE", "--exclude-dir=proc", "--exclude-dir=sys", "-e", "^-----BEGIN [A-Z ]*PRIVATE KEY", "-e", "A[KS]IA[0-9A-Z]{16}", "/");

        // 1 is what grep says when all was read and nothing found.
        Assert.Equal((1, ""), (found.ExitCode, found.Output));
    }

    [SkippableFact]
    public async Task Containers_Are_Well_Without_Root_And_Stop_In_Order_Under_Five_Seconds()
    {
        await using var fleet = await docker.StartFleetAsync(new("dockerland-test-rules"), backends: 1);
        string[] names = [Fleet.Seed, .. Fleet.Names(1)];
        foreach (var name in names)
            await Condition.WaitAsync($"{name} is healthy", TimeSpan.FromSeconds(60), async () => await fleet.DockerAsync("inspect", name, "--format={{.State.Health.Status}}") is "healthy");
        foreach (var name in names) Assert.DoesNotContain(Root, await UsersAsync(fleet, name));

        // Docker kills what takes longer, which then ends with 137.
        foreach (var name in names.Reverse()) await fleet.DockerAsync("stop", name, "--time=5");

        foreach (var name in names) Assert.Equal("0", await fleet.DockerAsync("inspect", name, "--format={{.State.ExitCode}}"));
    }

    private async Task<string[]> UsersAsync(Fleet fleet, string name)
    {
        var lines = (await docker.Engine.RunAsync("top", fleet.ContainerOf(name), "-eo", "uid,pid")).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return [.. lines.Skip(1).Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[0])];
    }
}
