using Dockerland.Tests.EndToEnd.Stacks;
using Dockerland.Tests.Support.Clouds;
using Dockerland.Tests.Support.Deployments;

namespace Dockerland.Tests.EndToEnd.Clouds;

/// <summary>The stack with every option created in moto, changed where that calls something else, and destroyed.</summary>
public sealed class FullCloudRuns : IAsyncLifetime
{
    private const string Pool = "dockerland:fleets.pool";

    public PulumiRun Up { get; private set; } = null!;
    public PulumiRun Change { get; private set; } = null!;
    public PulumiRun Destroy { get; private set; } = null!;

    /// <summary>Every operation that the runs called.</summary>
    public IReadOnlyList<ApiCall> Calls { get; private set; } = [];

    public async Task InitializeAsync()
    {
        if (!MotoRuns.CanRun) return;
        await using var moto = await Moto.StartAsync();
        await using var recorder = await ApiRecorder.StartAsync(moto.Endpoint, MotoRuns.Answers);
        using var workspace = await InfraProgram.WorkspaceAsync("full");
        foreach (var (name, value) in moto.Environment) workspace.Environment[name] = value;
        workspace.Environment["AWS_ENDPOINT_URL"] = recorder.Endpoint.OriginalString;
        workspace.Environment["STANDIN_SIMULATE"] = MotoRuns.Gaps;
        workspace.Deadline = TimeSpan.FromMinutes(9);
        await workspace.SetAsync("aws:region", "us-east-1");
        await workspace.SetPathAsync("dockerland:alarmTargets[1]", "arn:aws:sns:us-east-1:123456789012:operators");
        await workspace.SetAsync("forceDestroy", "true");
        await workspace.SetPathAsync("dockerland:fleets.rolling.hostImage.parameter", "/images/debian");
        await PlantedSecrets.PlantAsync(workspace);
        var made = await moto.Boto3Async(Prepare);
        await workspace.SetAsync("parentZoneId", made.GetProperty("parent").GetString()!);
        await workspace.SetPathAsync("dockerland:fleets.fixed.hostImage.id", made.GetProperty("image").GetString()!);
        await workspace.RemovePathAsync("dockerland:fleets.fixed.hostImage.rootDevice");

        Up = await workspace.UpAsync();
        await workspace.RemovePathAsync("aws:defaultTags.tags.cost-centre");
        await workspace.SetPathAsync("aws:defaultTags.tags.owner", "operations");
        await workspace.SetSecretAsync("cookieSecret", "another");
        foreach (var key in new[] { "balancerPem", "permissionsBoundary", "alarmTargets" }) await workspace.RemovePathAsync($"dockerland:{key}");
        foreach (var part in new[] { "warmPool", "suspendedProcesses", "metrics", "schedules.night", "steps.idle", "hooks" }) await workspace.RemovePathAsync($"{Pool}.{part}");
        await workspace.SetPathAsync($"{Pool}.environment.GREETING", "good day");
        await workspace.SetPathAsync("dockerland:sshCidrs[0]", "192.0.2.0/25");
        await workspace.SetPathAsync("dockerland:records[0].ttl", "120");
        await workspace.SetAsync("logRetentionDays", "30");
        await workspace.SetAsync("natGateways", "one");
        // As in the other runs, moto takes no VPC for a zone again.
        await workspace.SetAsync("privateZone", "changed.internal");
        InfraProgram.ChangePackages(workspace);
        Change = await workspace.UpAsync();
        Destroy = await workspace.DestroyAsync();
        Calls = recorder.Calls;
    }

    public Task DisposeAsync() => Task.CompletedTask;

    private const string Prepare = """
        boto3.client("ssm").put_parameter(Name="/images/debian", Value="ami-0123456789abcdef0", Type="String")
        boto3.client("ec2").create_key_pair(KeyName="operators")
        images = boto3.client("ec2").describe_images(Owners=["amazon"])["Images"]
        result = {
            "parent": boto3.client("route53").create_hosted_zone(Name="example.com", CallerReference="above")["HostedZone"]["Id"].split("/")[-1],
            "image": next(image["ImageId"] for image in images if image["RootDeviceName"] == "/dev/xvda"),
        }
        """;
}
