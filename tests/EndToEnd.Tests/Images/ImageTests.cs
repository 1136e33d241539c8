using Dockerland.Infra;
using Dockerland.Tests.EndToEnd.Stacks;
using Dockerland.Tests.Support;
using Dockerland.Tests.Support.Deployments;
using Dockerland.Tests.Support.Docker;

namespace Dockerland.Tests.EndToEnd.Images;

[Collection(DockerTestGroup.Name)]
public sealed class ImageTests(DockerFixture docker)
{
    [SkippableFact]
    public async Task Up_Builds_And_Pushes_Each_Image_Once_Per_Context()
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

        Assert.Equal("haproxy create, metadata create, webapp create", Operations(up));
        Assert.Equal("haproxy same, metadata same, webapp same", Operations(again));
        Assert.Matches("^haproxy same, metadata same, webapp (?!same)", Operations(changed));
        foreach (var name in ImageSource.Names(Repository.Root))
        {
            var pushed = await docker.Registry.TagsAsync($"dockerland-dev/{name}");
            Assert.Equal(new[] { ImageName(up, name), ImageName(changed, name) }.Distinct().Order(), pushed.Select(tag => $"{docker.Registry.Server}/dockerland-dev/{name}:{tag}").Order());
        }
    }

    private static string Operations(PulumiRun run) => string.Join(", ", run.EnsureSuccess().Steps.Where(step => step.Type is Image).Select(step => $"{step.Name} {step.Operation}").Order(StringComparer.Ordinal));

    private static string ImageName(PulumiRun run, string name) => run.Registered(Image, name).GetProperty("imageName").GetString()!;

    private const string Image = "docker:index/image:Image";
}
