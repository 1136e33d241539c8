using System.Globalization;
using Dockerland.Tests.EndToEnd.Images.Records;
using Dockerland.Tests.Support;
using Dockerland.Tests.Support.Processes;

namespace Dockerland.Tests.EndToEnd.Images.Services;

/// <summary>The compose file of the document on service discovery, as it is written.</summary>
[Collection(DockerTestGroup.Name)]
public sealed class ComposeTests(DockerFixture docker)
{
    private const string Project = "dockerlandservices";

    [SkippableFact]
    public async Task Both_Services_Of_The_Document_Answer_Where_Their_Records_Point_And_No_Other_Does()
    {
        DockerFixture.Require();
        Prerequisite.Programs("docker-compose");
        await using var zone = await RecordZone.StartAsync(ServiceFleet.Zone);
        await docker.BuildAsync("haproxy", "webapp");
        // The host's own, which all of its containers reach.
        var host = (await docker.Engine.RunAsync("network", "inspect", "bridge", "--format", "{{(index .IPAM.Config 0).Gateway}}")).Trim();
        var port = FreePort.Next();
        await using var fleet = await ServiceFleet.StartAsync(docker.Engine, ServiceFleet.Options with { Balancer = [.. zone.Arguments("i-1", host), "--publish", string.Create(CultureInfo.InvariantCulture, $"{host}:{port}:80")] });
        await fleet.AddAsync("plain", null);
        foreach (var name in (string[])["login_service", "publish_service"])
            await new Tool("docker") { Environment = docker.Engine.Environment, Input = $"FROM dockerland/webapp\nENV TAG={name}\n" }.SucceedAsync("build", "--quiet", "--tag", name, "-");
        try
        {
            await ComposeAsync("up", "--detach");
            await fleet.DockerAsync("network", "connect", $"{Project}_default", ServiceFleet.NameOf("ha"));

            await zone.WaitForAsync($"login.example.com 300 [i-1] {host}", $"publish.example.com 300 [i-1] {host}");
            var balancer = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://{host}:{port}/"));
            await fleet.WaitForAsync("login.example.com", "login_service", balancer);
            await fleet.WaitForAsync("publish.example.com", "publish_service", balancer);
            Assert.Equal("503", await fleet.AskAsync("plain.example.com", balancer));
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
