using Dockerland.Tests.EndToEnd.Images.Services;
using Dockerland.Tests.Support.Processes;

namespace Dockerland.Tests.EndToEnd.Images.Records;

/// <summary>Two balancers, as on two hosts, beside a container with a name.</summary>
[Collection(DockerTestGroup.Name)]
public sealed class ContainerRecordsTests(DockerFixture docker) : IAsyncLifetime
{
    private readonly string _name = $"dockerland-records-{Guid.NewGuid():N}";

    [SkippableFact]
    public async Task A_Record_Follows_The_Container_And_Each_Host_Leaves_For_Itself()
    {
        DockerFixture.Require();
        await docker.BuildAsync("haproxy");
        await using var zone = await RecordZone.StartAsync("records.example");
        await docker.Engine.RunAsync("network", "create", _name);
        await StartAsync("login", "--env", "DOMAIN=login", "--env", "DOMAIN_PORT=80", "--no-healthcheck", "--entrypoint", "sleep", "dockerland/haproxy", "infinity");
        await StartAgentAsync("1", zone);
        await StartAgentAsync("2", zone);
        await zone.WaitForAsync("login.records.example 300 [i-1] 10.0.0.1", "login.records.example 300 [i-2] 10.0.0.2");

        await docker.Engine.RunAsync("exec", $"{_name}-1", "agent", "leave");
        await zone.WaitForAsync("login.records.example 300 [i-2] 10.0.0.2");
        await docker.Engine.RunAsync("rm", "--force", $"{_name}-login");

        await zone.WaitForAsync();
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        if (!DockerFixture.CanRun) return;
        var tool = new Tool("docker") { Environment = docker.Engine.Environment };
        await tool.RunAsync("rm", "--force", "--volumes", $"{_name}-login", $"{_name}-1", $"{_name}-2");
        await tool.RunAsync("network", "rm", _name);
    }

    private async Task StartAgentAsync(string number, RecordZone zone) =>
        await StartAsync(number, [.. await ServiceFleet.SocketArgumentsAsync(docker.Engine), .. zone.Arguments($"i-{number}", $"10.0.0.{number}"), "dockerland/haproxy"]);

    private Task<string> StartAsync(string name, params string[] arguments) => docker.Engine.RunAsync(["run", "--detach", "--label", "dockerland.test=records", "--network", _name, "--name", $"{_name}-{name}", .. arguments]);
}
