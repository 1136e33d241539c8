using Dockerland.Tests.EndToEnd.Stacks;
using Dockerland.Tests.Support.Deployments;
using Dockerland.Tests.Support.Docker;

namespace Dockerland.Tests.EndToEnd.Images;

[Collection(DockerTestGroup.Name)]
public sealed class ImageTests(DockerFixture docker)
{
    [SkippableFact]
    public async Task Up_Builds_And_Pushes_The_Image_Once_Per_Context()
    {
        Prerequisite.Engine();
        DockerFixture.Require();
        using var workspace = await InfraProgram.WorkspaceAsync("dev");
        foreach (var (name, value) in docker.Engine.Environment) workspace.Environment[name] = value;
        workspace.Environment["STANDIN_DOCKER"] = null;
        workspace.Deadline = TimeSpan.FromMinutes(10);
        await workspace.SetAsync("registryServer", docker.Registry.Server);
        await workspace.SetAsync("registryUser", DockerRegistry.User);
        await workspace.SetSecretAsync("registryPassword", DockerRegistry.Password);

        var up = await workspace.UpAsync();
        var again = await workspace.UpAsync();
        await File.AppendAllTextAsync(Path.Combine(workspace.Folder, "images/webapp/app/server.js"), "\n// changed\n");
        var changed = await workspace.UpAsync();
        var pushed = await docker.Registry.TagsAsync("dockerland-dev/webapp");

        Assert.Equal("create", OperationOnImage(up));
        Assert.Equal("same", OperationOnImage(again));
        Assert.NotEqual("same", OperationOnImage(changed));
        Assert.Equal(new[] { ImageName(up), ImageName(changed) }.Order(), pushed.Select(tag => $"{docker.Registry.Server}/dockerland-dev/webapp:{tag}").Order());
    }

    private static string OperationOnImage(PulumiRun run) => Assert.Single(run.EnsureSuccess().Steps, step => step is { Type: Image, Name: "webapp" }).Operation;

    private static string ImageName(PulumiRun run) => run.Registered(Image, "webapp").GetProperty("imageName").GetString()!;

    private const string Image = "docker:index/image:Image";
}
