using System.Text.Json;
using Dockerland.Tests.Support;
using Dockerland.Tests.Support.Clouds;
using Dockerland.Tests.Support.Processes;

namespace Dockerland.Tests.EndToEnd.Images.Records;

/// <summary>Two balancers, as on two hosts, beside a container with a name.</summary>
[Collection(DockerTestGroup.Name)]
public sealed class ContainerRecordsTests(DockerFixture docker) : IAsyncLifetime
{
    private const string Zone = "records.example";
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);

    private readonly string _name = $"dockerland-records-{Guid.NewGuid():N}";

    [SkippableFact]
    public async Task A_Record_Follows_The_Container_And_Each_Host_Leaves_For_Itself()
    {
        DockerFixture.Require();
        Prerequisite.Programs(Moto.Programs);
        await docker.BuildAsync("haproxy");
        await using var moto = await Moto.StartAsync("0.0.0.0");
        var zone = (await moto.Boto3Async($"result = boto3.client('route53').create_hosted_zone(Name='{Zone}', CallerReference='1', VPC=dict(VPCRegion='us-east-1', VPCId='vpc-1'), HostedZoneConfig=dict(PrivateZone=True))['HostedZone']['Id'].split('/')[-1]")).GetString()!;
        await docker.Engine.RunAsync("network", "create", _name);
        await StartAsync("login", "--env", "DOMAIN=login", "--env", "DOMAIN_PORT=80", "--no-healthcheck", "--entrypoint", "sleep", "dockerland/haproxy", "infinity");
        await StartAgentAsync("1", moto, zone);
        await StartAgentAsync("2", moto, zone);
        await WaitForAsync(moto, zone, "i-1 10.0.0.1", "i-2 10.0.0.2");

        await docker.Engine.RunAsync("exec", $"{_name}-1", "agent", "leave");
        await WaitForAsync(moto, zone, "i-2 10.0.0.2");
        await docker.Engine.RunAsync("rm", "--force", $"{_name}-login");

        await WaitForAsync(moto, zone);
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        if (!DockerFixture.CanRun) return;
        var tool = new Tool("docker") { Environment = docker.Engine.Environment };
        await tool.RunAsync("rm", "--force", "--volumes", $"{_name}-login", $"{_name}-1", $"{_name}-2");
        await tool.RunAsync("network", "rm", _name);
    }

    private async Task StartAgentAsync(string number, Moto moto, string zone)
    {
        var socket = (docker.Engine.Environment.GetValueOrDefault("DOCKER_HOST") ?? Environment.GetEnvironmentVariable("DOCKER_HOST") ?? "unix:///var/run/docker.sock")["unix://".Length..];
        var group = (await new Tool("stat").SucceedAsync("-c", "%g", socket)).Output.Trim();
        await StartAsync(
            number, "--volume", $"{socket}:/var/run/docker.sock", "--group-add", group, "--add-host", "cloud:host-gateway",
            "--env", $"AWS_ENDPOINT_URL=http://cloud:{moto.Endpoint.Port}", "--env", "AWS_REGION=us-east-1", "--env", "AWS_ACCESS_KEY_ID=test", "--env", "AWS_SECRET_ACCESS_KEY=test",
            "--env", $"RECORD_ZONE_ID={zone}", "--env", $"RECORD_ZONE={Zone}", "--env", "STACK=web-dev", "--env", "GROUP=app", "--env", $"INSTANCE_ID=i-{number}", "--env", $"HOST_ADDRESS=10.0.0.{number}", "dockerland/haproxy");
    }

    private Task<string> StartAsync(string name, params string[] arguments) => docker.Engine.RunAsync(["run", "--detach", "--label", "dockerland.test=records", "--network", _name, "--name", $"{_name}-{name}", .. arguments]);

    private static Task WaitForAsync(Moto moto, string zone, params string[] sets) => Condition.WaitAsync($"'login' has [{string.Join(", ", sets)}]", Deadline, async () =>
        (await moto.Boto3Async($"result = sorted(f\"{{s['SetIdentifier']}} {{s['ResourceRecords'][0]['Value']}}\" for s in boto3.client('route53').list_resource_record_sets(HostedZoneId='{zone}')['ResourceRecordSets'] if s['Type'] == 'A' and s['Name'] == 'login.{Zone}.')"))
            .Deserialize<string[]>()!.SequenceEqual(sets));
}
