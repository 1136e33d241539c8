using Dockerland.Tests.Support;

namespace Dockerland.Tests.EndToEnd.Images;

/// <summary>What Docker is told of a container's health, which decides who gets requests and what a host restarts.</summary>
[Collection(DockerTestGroup.Name)]
public sealed class HealthTests(DockerFixture docker)
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);

    [SkippableTheory]
    [InlineData("haproxy", "haproxy")]
    [InlineData("webapp", "webapp")]
    public async Task One_That_Does_Not_Answer_Is_Unhealthy_Until_It_Does(string image, string service)
    {
        DockerFixture.Require();
        await docker.BuildAsync(image);
        var name = $"dockerland-health-{image}";
        await docker.Engine.RunAsync("rm", "--force", "--volumes", name);
        try
        {
            await docker.Engine.RunAsync("run", "--detach", "--label", $"{DockerFixture.Label}=health", "--name", name, "--health-interval", "1s", $"dockerland/{image}");
            await WaitAsync("healthy");

            // Down, so that nothing starts it again.
            await docker.Engine.RunAsync("exec", name, "s6-svc", "-d", $"/run/service/{service}");
            await WaitAsync("unhealthy");

            await docker.Engine.RunAsync("exec", name, "s6-svc", "-u", $"/run/service/{service}");
            await WaitAsync("healthy");
        }
        finally
        {
            await docker.Engine.RunAsync("rm", "--force", "--volumes", name);
        }

        Task WaitAsync(string health) => Condition.WaitAsync($"{image} is {health}", Deadline, async () => (await docker.Engine.RunAsync("inspect", "--format", "{{.State.Health.Status}}", name)).Trim() == health);
    }
}
