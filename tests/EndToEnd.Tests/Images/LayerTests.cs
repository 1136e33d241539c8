using System.Runtime.InteropServices;
using Dockerland.Infra;
using Dockerland.Tests.Support;
using Dockerland.Tests.Support.Processes;

namespace Dockerland.Tests.EndToEnd.Images;

/// <summary>What a push has to send: nothing when nothing changed, and a layer when an agent did.</summary>
[Collection(DockerTestGroup.Name)]
public sealed class LayerTests(DockerFixture docker)
{
    private const string Changed = "dockerland-test/changed";

    public static TheoryData<string> All => [.. ImageSource.Names(Repository.Root)];

    public static TheoryData<string> WithAgent => [.. ImageSource.Names(Repository.Root).Where(name => Source(name).Agent is not null)];

    [SkippableTheory]
    [MemberData(nameof(All))]
    public async Task A_Second_Build_Gives_The_Same_Image(string name)
    {
        DockerFixture.Require();
        await docker.BuildAsync(name);
        var first = await InspectAsync($"dockerland/{name}", "{{.Id}}");

        await docker.BuildAsync(name);

        Assert.Equal(first, await InspectAsync($"dockerland/{name}", "{{.Id}}"));
    }

    [SkippableTheory]
    [MemberData(nameof(WithAgent))]
    public async Task A_Changed_Byte_Of_An_Agent_Changes_A_Layer(string name)
    {
        DockerFixture.Require();
        await docker.BuildAsync(name);
        using var temp = new TempFolder();
        await new Tool("cp").SucceedAsync("-a", Path.Combine(Repository.Root, "infra", Source(name).Context), temp.File("context"));
        var agent = Assert.Single(Directory.GetFiles(temp.File("context/published")));
        await File.AppendAllTextAsync(agent, "\n");

        await docker.Engine.RunAsync("build", "--quiet", "--tag", Changed, temp.File("context"));

        var before = await LayersAsync($"dockerland/{name}");
        var after = await LayersAsync(Changed);
        await docker.Engine.RunAsync("image", "rm", Changed);
        Assert.Equal(before.SkipLast(1), after.SkipLast(1));
        Assert.NotEqual(before[^1], after[^1]);
    }

    private static ImageSource Source(string name) => ImageSource.Read(Repository.Root, name, RuntimeInformation.OSArchitecture is Architecture.Arm64 ? "arm64" : "amd64");

    private async Task<string[]> LayersAsync(string image) => (await InspectAsync(image, "{{json .RootFS.Layers}}")).Split(',');

    private async Task<string> InspectAsync(string image, string format) => (await docker.Engine.RunAsync("image", "inspect", "--format", format, image)).Trim();
}
