using Dockerland.Infra.Components;
using Pulumi;

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
    public async Task The_Log_Does_Not_Grow_For_Ever() =>
        Assert.Equal("30", (await RunAsync()).Input("aws:cloudwatch/logGroup:LogGroup", "updater", "retentionInDays"));

    [Fact]
    public async Task The_Function_Knows_Where_The_Key_Lies_And_Not_The_Key() => Assert.Equal(
        """{"variables":{"NODE_REGISTRY_KEY_PARAMETER":"/dockerland/dev/key","NODE_REGISTRY_URL":"https://nodes.example.com","ZONE_ID":"Z1"}}""",
        (await RunAsync()).Input(Function, "updater", "environment"));

    [Fact]
    public async Task Without_A_Node_Registry_There_Is_Nothing_To_Know_Of_One() => Assert.Equal(
        """{"variables":{"ZONE_ID":"Z1"}}""",
        (await RunAsync(url: null, key: null)).Input(Function, "updater", "environment"));

    [Fact]
    public async Task The_Function_May_Do_What_It_Needs_And_No_More() => Assert.Equal(
        """{"Version":"2012-10-17","Statement":["""
        + """{"Sid":"KeepRecords","Effect":"Allow","Action":["route53:ChangeResourceRecordSets","route53:GetHostedZone","route53:ListResourceRecordSets"],"Resource":["arn:zone"]},"""
        + """{"Sid":"ReadFleets","Effect":"Allow","Action":["autoscaling:DescribeAutoScalingGroups","ec2:DescribeInstances"],"Resource":["*"]},"""
        + """{"Sid":"WriteLog","Effect":"Allow","Action":["logs:CreateLogStream","logs:PutLogEvents"],"Resource":["arn:aws:cloudwatch/logGroup:LogGroup:updater:*"]},"""
        + """{"Sid":"KeepFailedEvents","Effect":"Allow","Action":["sqs:SendMessage"],"Resource":["arn:failed"]},"""
        + """{"Sid":"ReadNodeRegistryKey","Effect":"Allow","Action":["ssm:GetParameter"],"Resource":["arn:key"]}]}""",
        (await RunAsync()).Text("aws:iam/rolePolicy:RolePolicy", "updater", "policy"));

    private static Task<Cloud> RunAsync() => RunAsync("https://nodes.example.com", "/dockerland/dev/key");

    private static Task<Cloud> RunAsync(string? url, string? key) => Cloud.RunAsync(() => _ = new DnsUpdater("updater", new()
    {
        TopicArn = Output.Create("arn:topic"),
        FailedQueueArn = Output.Create("arn:failed"),
        AlarmActions = [Output.Create("arn:alarm")],
        ZoneId = Output.Create("Z1"),
        ZoneArn = Output.Create("arn:zone"),
        Package = new AssetArchive(new Dictionary<string, AssetOrArchive> { ["bootstrap"] = new StringAsset("#!/bin/sh\n") }),
        NodeRegistryUrl = url,
        NodeRegistryKey = key is null ? null : new(key, Output.Create("arn:key")),
    }));

    private static IEnumerable<object> Inputs(Cloud cloud, string type, params string[] properties) =>
        properties.Select(property => cloud.Text(type, "updater", property));
}
