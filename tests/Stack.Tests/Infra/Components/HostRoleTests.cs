using System.Collections.Immutable;
using System.Text.Json;
using Dockerland.Infra.Components;
using Pulumi;

namespace Dockerland.Tests.Infra.Components;

public sealed class HostRoleTests
{
    private static readonly HostRoleArgs Args = new()
    {
        Account = Output.Create(Aws.Account),
        GroupPrefix = "dockerland-dev--web_",
        RepositoryArns = [Output.Create("arn:repository")],
        ParameterNames = Output.Create<ImmutableArray<string>>(["/dockerland/dev/gossip-key", "/dockerland/dev/other", "plain"]),
        GossipKeyName = "/dockerland/dev/gossip-key",
        LogGroupArn = Output.Create("arn:log"),
        AgentZoneArn = Output.Create("arn:zone"),
        ServiceNames = ["Login.example.com", "publish.example.com"],
        ParameterKeys = ["arn:key"],
    };

    [Fact]
    public async Task Hosts_May_Do_What_They_Need_And_No_More() => Assert.Equal(
        """
        PullImages ["ecr:BatchCheckLayerAvailability","ecr:BatchGetImage","ecr:GetDownloadUrlForLayer"] ["arn:repository"]
        LogInToRegistry ["ecr:GetAuthorizationToken"] ["*"]
        ReadSecrets ["ssm:GetParameter"] ["arn:aws:ssm:eu-central-1:123456789012:parameter/dockerland/dev/other","arn:aws:ssm:eu-central-1:123456789012:parameter/plain"]
        ReadGossipKey ["ssm:GetParameter"] ["arn:aws:ssm:eu-central-1:123456789012:parameter/dockerland/dev/gossip-key"]
        DecryptSecrets ["kms:Decrypt"] ["arn:key"]
        OpenSessions ["ssm:UpdateInstanceInformation","ssmmessages:CreateControlChannel","ssmmessages:CreateDataChannel","ssmmessages:OpenControlChannel","ssmmessages:OpenDataChannel"] ["*"]
        ReadTags ["ec2:DescribeTags"] ["*"]
        WriteLog ["logs:CreateLogStream","logs:PutLogEvents"] ["arn:log:*"]
        GiveUpHost ["autoscaling:SetInstanceHealth"] ["arn:aws:autoscaling:eu-central-1:123456789012:autoScalingGroup:*:autoScalingGroupName/dockerland-dev--web_*"]
        WatchGroup ["autoscaling:DescribeAutoScalingGroups","autoscaling:DescribeAutoScalingInstances"] ["*"]
        ReadServiceRecords ["route53:GetHostedZone","route53:ListResourceRecordSets"] ["arn:zone"]
        KeepServiceRecords ["route53:ChangeResourceRecordSets"] ["arn:zone"]
        """,
        string.Join('\n', await StatementsAsync(Args)));

    [Fact]
    public async Task Hosts_Without_An_Agent_Change_No_Record() =>
        Assert.DoesNotContain(await StatementsAsync(Args with { AgentZoneArn = null }), statement => statement.Contains("route53:", StringComparison.Ordinal));

    [Fact]
    public async Task An_Agent_Changes_Names_Of_Its_Own_Containers_Alone() => Assert.Contains(
        "\"route53:ChangeResourceRecordSetsNormalizedRecordNames\":[\"_dockerland.login.example.com\",\"_dockerland.publish.example.com\",\"login.example.com\",\"publish.example.com\"]",
        (await RunAsync(Args)).Text("aws:iam/rolePolicy:RolePolicy", "web", "policy"),
        StringComparison.Ordinal);

    [Fact]
    public async Task An_Agent_Without_Services_Changes_Nothing() =>
        Assert.DoesNotContain(await StatementsAsync(Args with { ServiceNames = [] }), statement => statement.Contains("route53:ChangeResourceRecordSets", StringComparison.Ordinal));

    [Fact]
    public async Task A_Key_Is_For_Parameters_Alone() => Assert.Contains(
        """{"StringEquals":{"kms:ViaService":["ssm.eu-central-1.amazonaws.com"]}}""",
        (await RunAsync(Args)).Text("aws:iam/rolePolicy:RolePolicy", "web", "policy"),
        StringComparison.Ordinal);

    [Fact]
    public async Task Hosts_Without_Secrets_Use_No_Key() =>
        Assert.DoesNotContain(
            await StatementsAsync(Args with { ParameterNames = Output.Create(ImmutableArray<string>.Empty) }),
            statement => statement.Contains("kms:", StringComparison.Ordinal));

    [Fact]
    public async Task Hosts_Of_Another_Registry_Need_Nothing_Of_Ecr() =>
        Assert.DoesNotContain(await StatementsAsync(Args with { RepositoryArns = [] }), statement => statement.Contains("ecr:", StringComparison.Ordinal));

    [Fact]
    public async Task Hosts_That_Do_Not_Gossip_Read_No_Key() =>
        Assert.DoesNotContain(await StatementsAsync(Args with { ParameterNames = Output.Create(ImmutableArray<string>.Empty) }), statement => statement.Contains("ssm:GetParameter", StringComparison.Ordinal));

    [Fact]
    public async Task A_Boundary_Holds_For_The_Role() => Assert.Equal(
        "arn:boundary",
        (await RunAsync(Args with { PermissionsBoundary = "arn:boundary" })).Text("aws:iam/role:Role", "web", "permissionsBoundary"));

    private static async Task<IEnumerable<string>> StatementsAsync(HostRoleArgs args) =>
        JsonElement.Parse((await RunAsync(args)).Text("aws:iam/rolePolicy:RolePolicy", "web", "policy")).GetProperty("Statement").EnumerateArray()
            .Select(statement => $"{statement.GetProperty("Sid")} {statement.GetProperty("Action").GetRawText()} {statement.GetProperty("Resource").GetRawText()}");

    private static Task<Cloud> RunAsync(HostRoleArgs args) => Cloud.RunAsync(() => _ = new HostRole("web", args));
}
