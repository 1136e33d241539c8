using System.Text.Json;
using Dockerland.Tests.EndToEnd.Stacks;
using Dockerland.Tests.Support.Clouds;
using Dockerland.Tests.Support.Deployments;

namespace Dockerland.Tests.EndToEnd.Clouds;

/// <summary>A stack in a network and zones that boto3 made beforehand in moto, and a topic that somebody changes behind its back.</summary>
public sealed class ExistingRuns : IAsyncLifetime
{
    public static bool CanRun => Prerequisite.HasEngine && Prerequisite.HasPrograms(Moto.Programs);

    /// <summary>What boto3 made: <c>vpc</c>, <c>subnets</c>, <c>privateSubnet</c>, <c>zone</c>, <c>parent</c>.</summary>
    public JsonElement Made { get; private set; }

    public PulumiRun Up { get; private set; } = null!;

    /// <summary>What boto3 saw after <see cref="Up"/>.</summary>
    public JsonElement Seen { get; private set; }

    /// <summary>With the zone by its id, which <see cref="Up"/> found by its name.</summary>
    public PulumiRun ById { get; private set; } = null!;

    public PulumiRun Drift { get; private set; } = null!;
    public PulumiRun Destroy { get; private set; } = null!;

    /// <summary>Every operation that the runs called.</summary>
    public IReadOnlyList<ApiCall> Calls { get; private set; } = [];

    /// <summary>The zones that boto3 saw after <see cref="Destroy"/>.</summary>
    public JsonElement Left { get; private set; }

    public async Task InitializeAsync()
    {
        if (!CanRun) return;
        await using var moto = await Moto.StartAsync();
        await using var recorder = await ApiRecorder.StartAsync(moto.Endpoint, MotoRuns.Answers);
        using var workspace = await InfraProgram.WorkspaceAsync("existing");
        foreach (var (name, value) in moto.Environment) workspace.Environment[name] = value;
        workspace.Environment["AWS_ENDPOINT_URL"] = recorder.Endpoint.OriginalString;
        workspace.Environment["STANDIN_SIMULATE"] = MotoRuns.Gaps;
        workspace.Deadline = TimeSpan.FromMinutes(8);
        Made = await ExistingCloud.MakeAsync(moto, workspace);

        Up = await workspace.UpAsync();
        Seen = await moto.Boto3Async(Look);
        await workspace.SetAsync("zoneExisting", "false");
        await workspace.SetAsync("zoneId", Made.GetProperty("zone").GetString()!);
        ById = await workspace.PreviewAsync();
        await moto.Boto3Async("""
            topics = boto3.client("sns")
            for topic in topics.list_topics()["Topics"]: topics.set_topic_attributes(TopicArn=topic["TopicArn"], AttributeName="DisplayName", AttributeValue="somebody's")
            result = None
            """);
        Drift = await workspace.LookForDriftAsync();
        Destroy = await workspace.DestroyAsync();
        Left = await moto.Boto3Async("""result = [zone["Id"].split("/")[-1] for zone in boto3.client("route53").list_hosted_zones()["HostedZones"]]""");
        Calls = recorder.Calls;
    }

    public Task DisposeAsync() => Task.CompletedTask;

    private const string Look = """
        ec2, dns = boto3.client("ec2"), boto3.client("route53")
        zones = {zone["Name"]: zone["Id"] for zone in dns.list_hosted_zones()["HostedZones"] if not zone["Config"]["PrivateZone"]}
        result = {
            "vpcs": [vpc["VpcId"] for vpc in ec2.describe_vpcs()["Vpcs"] if not vpc["IsDefault"]],
            "groupVpcs": sorted({group["VpcId"] for group in ec2.describe_security_groups()["SecurityGroups"] if group["GroupName"] != "default"}),
            "subnets": {next(tag["Value"] for tag in group["Tags"] if tag["Key"] == "docker.role"): sorted(group["VPCZoneIdentifier"].split(",")) for group in boto3.client("autoscaling").describe_auto_scaling_groups()["AutoScalingGroups"]},
            "architectures": [a for function in boto3.client("lambda").list_functions()["Functions"] for a in function["Architectures"]],
            "delegated": [record["Name"] for record in dns.list_resource_record_sets(HostedZoneId=zones["example.com."])["ResourceRecordSets"] if record["Type"] == "NS"],
        }
        """;
}
