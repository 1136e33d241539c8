using System.Text.Json;
using Dockerland.Tests.EndToEnd.Stacks;
using Dockerland.Tests.Support.Clouds;
using Dockerland.Tests.Support.Deployments;

namespace Dockerland.Tests.EndToEnd.Clouds;

/// <summary>The dev stack created in moto by the real provider, looked at by boto3, and destroyed.</summary>
public sealed class MotoRuns : IAsyncLifetime
{
    // Where the recorder answers itself: moto has no refreshes, and fails the update that starts one, and ends no metrics.
    private const string RefreshStarted = """
        <StartInstanceRefreshResponse xmlns="http://autoscaling.amazonaws.com/doc/2011-01-01/">
          <StartInstanceRefreshResult><InstanceRefreshId>08b91cf7-8fa6-48af-b6a6-d227f40f1b9b</InstanceRefreshId></StartInstanceRefreshResult>
          <ResponseMetadata><RequestId>00000000-0000-0000-0000-000000000000</RequestId></ResponseMetadata>
        </StartInstanceRefreshResponse>
        """;

    // What moto doesn't have: PutNotificationConfiguration.
    internal const string Gaps = "aws_autoscaling_notification";

    private const string Disabled = """
        <DisableMetricsCollectionResponse xmlns="http://autoscaling.amazonaws.com/doc/2011-01-01/">
          <ResponseMetadata><RequestId>00000000-0000-0000-0000-000000000000</RequestId></ResponseMetadata>
        </DisableMetricsCollectionResponse>
        """;

    internal static readonly Dictionary<string, string> Answers = new() { ["StartInstanceRefresh"] = RefreshStarted, ["DisableMetricsCollection"] = Disabled };

    private const string Fleet = "dockerland:fleets.web";

    public static bool CanRun => Prerequisite.HasEngine && Prerequisite.HasPrograms(Moto.Programs);

    public string ZoneId { get; private set; } = "";
    public PulumiRun Up { get; private set; } = null!;
    public PulumiRun Again { get; private set; } = null!;
    public PulumiRun Change { get; private set; } = null!;
    public PulumiRun Destroy { get; private set; } = null!;

    /// <summary>Every operation that the runs called.</summary>
    public IReadOnlyList<ApiCall> Calls { get; private set; } = [];

    /// <summary>What boto3 saw after <see cref="Up"/>.</summary>
    public JsonElement Seen { get; private set; }

    /// <summary>What boto3 saw after <see cref="Change"/>.</summary>
    public JsonElement Changed { get; private set; }

    /// <summary>What boto3 saw after <see cref="Destroy"/>.</summary>
    public JsonElement Left { get; private set; }

    public async Task InitializeAsync()
    {
        if (!CanRun) return;
        await using var moto = await Moto.StartAsync();
        await using var recorder = await ApiRecorder.StartAsync(moto.Endpoint, Answers);
        using var workspace = await InfraProgram.WorkspaceAsync("dev");
        foreach (var (name, value) in moto.Environment) workspace.Environment[name] = value;
        workspace.Environment["AWS_ENDPOINT_URL"] = recorder.Endpoint.OriginalString;
        workspace.Environment["STANDIN_SIMULATE"] = Gaps;
        workspace.Deadline = TimeSpan.FromMinutes(8);
        await workspace.SetAsync("aws:region", "us-east-1");
        // Nothing but a cloud can be asked for the newest image of a name.
        await workspace.SetPathAsync("dockerland:fleets.web.hostImage.owner", "amazon");
        await workspace.SetPathAsync("dockerland:fleets.web.hostImage.filter", "amzn-ami-hvm-*-x86_64-gp2");
        ZoneId = (await moto.Boto3Async(Prepare)).GetString()!;
        await workspace.SetAsync("zoneImport", ZoneId);
        await workspace.SetAsync("privateZone", "dev.example.com");

        Up = await workspace.UpAsync();
        Seen = await moto.Boto3Async(Look);
        Again = await workspace.PreviewAsync();
        await workspace.SetPathAsync($"{Fleet}.max", "4");
        // Moto forgets which VPC a private zone is for, and refuses to add it once more: another zone comes in its place.
        await workspace.SetAsync("privateZone", "internal.example.com");
        await workspace.SetPathAsync($"{Fleet}.tags[\"example.colour\"]", "blue");
        await workspace.SetPathAsync($"{Fleet}.environment.GREETING", "hello");
        Change = await workspace.UpAsync();
        Changed = await moto.Boto3Async(Look);
        Destroy = await workspace.DestroyAsync();
        Left = await moto.Boto3Async(Look);
        Calls = recorder.Calls;
    }

    public Task DisposeAsync() => Task.CompletedTask;

    private const string Prepare = """
        zone = boto3.client("route53").create_hosted_zone(Name="dev.example.com", CallerReference="made before the stack")
        result = zone["HostedZone"]["Id"].split("/")[-1]
        """;

    private const string Look = """
        import base64
        groups = boto3.client("autoscaling").describe_auto_scaling_groups()["AutoScalingGroups"]
        ec2, sns, iam = boto3.client("ec2"), boto3.client("sns"), boto3.client("iam")
        templates = [ec2.describe_launch_template_versions(LaunchTemplateId=t["LaunchTemplateId"], Versions=["$Latest"])["LaunchTemplateVersions"][0]
                     for t in ec2.describe_launch_templates()["LaunchTemplates"]]
        result = {
            "sizes": [[group["MinSize"], group["MaxSize"]] for group in groups],
            "tags": [{tag["Key"]: tag["Value"] for tag in group["Tags"]} for group in groups],
            "userData": [base64.b64decode(t["LaunchTemplateData"]["UserData"]).decode() for t in templates],
            "subscriptions": [[s["Protocol"], s["TopicArn"], s["Endpoint"]] for s in sns.list_subscriptions()["Subscriptions"]],
            "topics": [topic["TopicArn"] for topic in sns.list_topics()["Topics"]],
            "functions": [f["FunctionArn"] for f in boto3.client("lambda").list_functions()["Functions"]],
            "code": [f["CodeSha256"] for f in boto3.client("lambda").list_functions()["Functions"]],
            "zones": [zone["Id"].split("/")[-1] for zone in boto3.client("route53").list_hosted_zones()["HostedZones"]],
            "groups": [group["AutoScalingGroupName"] for group in groups],
            "images": [ec2.describe_images(ImageIds=[t["LaunchTemplateData"]["ImageId"]])["Images"][0]["Name"] for t in templates if t["LaunchTemplateData"]["ImageId"].startswith("ami-")],
            "roles": [role["RoleName"] for role in iam.list_roles()["Roles"]],
            "queues": boto3.client("sqs").list_queues().get("QueueUrls", []),
        }
        """;
}
