using System.Text.Json;
using Dockerland.Infra.Components;
using Pulumi;
using Updater = Dockerland.Infra.Components.DnsUpdater;

namespace Dockerland.Tests.Infra.Components;

public sealed class DnsUpdaterTests
{
    private const string Function = "aws:lambda/function:Function";

    [Fact]
    public async Task The_Topic_Calls_The_Function()
    {
        var cloud = await RunAsync();

        Assert.Equal(
            "arn:topic lambda arn:aws:lambda/function:Function:updater",
            string.Join(' ', Inputs(cloud, "aws:sns/topicSubscription:TopicSubscription", "topic", "protocol", "endpoint")));
    }

    [Fact]
    public async Task The_Function_Lets_That_Topic_Call_It()
    {
        var cloud = await RunAsync();

        Assert.Equal(
            "lambda:InvokeFunction updater-1a2b3c4 sns.amazonaws.com arn:topic",
            string.Join(' ', Inputs(cloud, "aws:lambda/permission:Permission", "action", "function", "principal", "sourceArn")));
    }

    [Fact]
    public async Task Events_That_Fail_Are_Kept() =>
        Assert.Equal("""{"targetArn":"arn:failed"}""", (await RunAsync()).Input(Function, "updater", "deadLetterConfig"));

    [Fact]
    public async Task Events_That_The_Topic_Can_Not_Deliver_Are_Kept() =>
        Assert.Equal("""{"deadLetterTargetArn":"arn:failed"}""", (await RunAsync()).Text("aws:sns/topicSubscription:TopicSubscription", "updater", "redrivePolicy"));

    [Fact]
    public async Task A_Failure_Raises_An_Alarm() => Assert.Equal(
        "Errors of updater-1a2b3c4 to arn:alarm",
        Alarms.Describe(await RunAsync(), "updater-errors"));

    [Fact]
    public async Task A_Record_Without_Hosts_Raises_An_Alarm() => Assert.Equal(
        "RecordsWithoutHosts of dockerland-dev to arn:alarm",
        Alarms.Describe(await RunAsync(), "updater-hosts"));

    [Fact]
    public async Task The_Log_Does_Not_Grow_For_Ever() =>
        Assert.Equal("30", (await RunAsync()).Input("aws:cloudwatch/logGroup:LogGroup", "updater", "retentionInDays"));

    [Fact]
    public async Task The_Function_Knows_Where_The_Key_Lies_And_Not_The_Key() => Assert.Equal(
        """{"variables":{"ENVIRONMENT":"staging","NODE_REGISTRY_KEY_PARAMETER":"/dockerland/dev/key","NODE_REGISTRY_KIND":"docker-cloud","NODE_REGISTRY_URL":"https://nodes.example.com","NODE_REGISTRY_USER":"operator","STACK":"dockerland-dev","ZONE_IDS":"Z1 Z2"}}""",
        (await RunAsync()).Input(Function, "updater", "environment"));

    [Fact]
    public async Task Without_A_Node_Registry_There_Is_Nothing_To_Know_Of_One() => Assert.Equal(
        """{"variables":{"ENVIRONMENT":"staging","STACK":"dockerland-dev","ZONE_IDS":"Z1 Z2"}}""",
        (await RunAsync(Args with { NodeRegistry = null })).Input(Function, "updater", "environment"));

    [Fact]
    public async Task The_Function_May_Do_What_It_Needs_And_No_More() => Assert.Equal(
        """
        KeepRecords ["route53:ChangeResourceRecordSets"] ["arn:private","arn:public"]
        RemoveRecords ["route53:ChangeResourceRecordSets"] ["arn:public"]
        RemoveServiceRecords ["route53:ChangeResourceRecordSets"] ["arn:private"]
        ReadRecords ["route53:ListResourceRecordSets"] ["arn:private","arn:public"]
        WaitForRecords ["route53:GetChange"] ["arn:aws:route53:::change/*"]
        CheckHosts ["route53:CreateHealthCheck","route53:ListHealthChecks"] ["*"]
        RemoveChecks ["route53:DeleteHealthCheck"] ["arn:aws:route53:::healthcheck/*"]
        ReadFleets ["autoscaling:DescribeAutoScalingGroups","autoscaling:DescribeLifecycleHooks","ec2:DescribeInstances"] ["*"]
        AnswerHooks ["autoscaling:CompleteLifecycleAction"] ["arn:aws:autoscaling:eu-central-1:123456789012:autoScalingGroup:*:autoScalingGroupName/dockerland-dev--*"]
        WriteLog ["logs:CreateLogStream","logs:PutLogEvents"] ["arn:aws:cloudwatch/logGroup:LogGroup:updater:*"]
        KeepFailedEvents ["sqs:SendMessage"] ["arn:failed"]
        ReadNodeRegistryKey ["ssm:GetParameter"] ["arn:key"]
        """,
        string.Join('\n', JsonElement.Parse((await RunAsync()).Text("aws:iam/rolePolicy:RolePolicy", "updater", "policy")).GetProperty("Statement").EnumerateArray()
            .Select(statement => $"{statement.GetProperty("Sid")} {statement.GetProperty("Action").GetRawText()} {statement.GetProperty("Resource").GetRawText()}")));

    [Fact]
    public async Task The_Clock_Runs_The_Function_Too()
    {
        var cloud = await RunAsync();

        Assert.Equal("rate(5 minutes)", cloud.Text("aws:cloudwatch/eventRule:EventRule", "updater-schedule", "scheduleExpression"));
        Assert.Equal("arn:aws:lambda/function:Function:updater", cloud.Text("aws:cloudwatch/eventTarget:EventTarget", "updater-schedule", "arn"));
        Assert.Equal("arn:aws:cloudwatch/eventRule:EventRule:updater-schedule", cloud.Text("aws:lambda/permission:Permission", "updater-schedule", "sourceArn"));
    }

    [Fact]
    public async Task The_Function_Runs_On_The_Architecture_It_Was_Built_For() =>
        Assert.Equal("""["arm64"]""", (await RunAsync(Args with { Architecture = "arm64" })).Input(Function, "updater", "architectures"));

    [Fact]
    public async Task A_Boundary_Holds_For_The_Role() => Assert.Equal(
        "arn:boundary",
        (await RunAsync(Args with { PermissionsBoundary = "arn:boundary" })).Text("aws:iam/role:Role", "updater", "permissionsBoundary"));

    private static readonly DnsUpdaterArgs Args = new()
    {
        Account = Output.Create(Aws.Account),
        StackName = "dockerland-dev",
        Environment = "staging",
        TopicArn = Output.Create("arn:topic"),
        FailedQueueArn = Output.Create("arn:failed"),
        AlarmActions = [Output.Create("arn:alarm")],
        Zones = [new(Output.Create("Z1"), Output.Create("arn:public"), "example.org"), new(Output.Create("Z2"), Output.Create("arn:private"), "example.com")],
        RecordNames = ["www.example.com"],
        Package = new AssetArchive(new Dictionary<string, AssetOrArchive> { ["bootstrap"] = new StringAsset("#!/bin/sh\n") }),
        Architecture = "x86_64",
        LogRetentionDays = 30,
        NodeRegistry = new("docker-cloud", "https://nodes.example.com", "operator", new("/dockerland/dev/key", Output.Create("arn:key"))),
    };

    private static Task<Cloud> RunAsync() => RunAsync(Args);

    private static Task<Cloud> RunAsync(DnsUpdaterArgs args) => Cloud.RunAsync(() => _ = new Updater("updater", args));

    private static IEnumerable<object> Inputs(Cloud cloud, string type, params string[] properties) =>
        properties.Select(property => cloud.Text(type, "updater", property));
}
