using Dockerland.Tests.EndToEnd.Images;
using Dockerland.Tests.Support.Docker;
using Dockerland.Tests.Support.Processes;

namespace Dockerland.Tests.EndToEnd.Support;

[Collection(DockerTestGroup.Name)]
public sealed class DockerTests(DockerFixture docker)
{
    [SkippableFact]
    public async Task A_Registry_Takes_Images_Of_Those_Who_Log_In()
    {
        DockerFixture.Require();
        var (engine, registry) = (docker.Engine, docker.Registry);
        var name = $"{registry.Server}/tests/slim:1";
        await engine.RunAsync("tag", "debian:bookworm-slim", name);

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => engine.RunAsync("push", name));
        await new Tool("docker") { Environment = engine.Environment, Input = DockerRegistry.Password }
            .SucceedAsync("login", "--username", DockerRegistry.User, "--password-stdin", registry.Server);
        await engine.RunAsync("push", name);
        await engine.RunAsync("rmi", name);

        Assert.Contains("no basic auth credentials", refused.Message, StringComparison.Ordinal);
        Assert.Equal(["1"], await registry.TagsAsync("tests/slim"));
    }
}
