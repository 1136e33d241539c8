using Dockerland.Tests.Support;
using Dockerland.Tests.Support.Processes;

namespace Dockerland.Tests.EndToEnd.Images.Services;

/// <summary>The compose file of the document on service discovery, as it is written.</summary>
[Collection(DockerTestGroup.Name)]
public sealed class ComposeTests(DockerFixture docker)
{
    private const string Project = "dockerlandservices";

    [SkippableFact]
    public async Task Both_Services_Of_The_Document_Answer_By_Their_Names()
    {
        DockerFixture.Require();
        Prerequisite.Programs("docker-compose");
        await docker.BuildAsync("haproxy", "webapp");
        await using var fleet = await ServiceFleet.StartAsync(docker.Engine);
        foreach (var name in (string[])["login_service", "publish_service"])
            await new Tool("docker") { Environment = docker.Engine.Environment, Input = $"FROM dockerland/webapp\nENV TAG={name}\n" }.SucceedAsync("build", "--quiet", "--tag", name, "-");
        try
        {
            await ComposeAsync("up", "--detach");
            await fleet.DockerAsync("network", "connect", $"{Project}_default", ServiceFleet.NameOf("ha"));

            await fleet.WaitForAsync("login", "login_service");
            await fleet.WaitForAsync("publish.example.com", "publish_service");
        }
        finally
        {
            await fleet.DockerAsync("network", "disconnect", "--force", $"{Project}_default", ServiceFleet.NameOf("ha"));
            await ComposeAsync("down", "--volumes");
        }
    }

    private Task<ToolResult> ComposeAsync(params string[] arguments) => new Tool("docker-compose") { Environment = docker.Engine.Environment }
        .SucceedAsync(["--project-name", Project, "--file", Path.Combine(Repository.Root, "tests/EndToEnd.Tests/Images/Services/docker-compose.yml"), .. arguments]);
}
