using System.Text.Json;
using Dockerland.Infra.Components;
using Pulumi;

namespace Dockerland.Tests.Infra.Components;

public sealed class FleetEventsTests
{
    private const string Notification = "aws:autoscaling/notification:Notification";
    private const string Rule = "aws:cloudwatch/eventRule:EventRule";

    [Fact]
    public async Task All_Four_Kinds_Of_News_Reach_The_Topic() => Assert.Equal(
        """["autoscaling:EC2_INSTANCE_LAUNCH","autoscaling:EC2_INSTANCE_LAUNCH_ERROR","autoscaling:EC2_INSTANCE_TERMINATE","autoscaling:EC2_INSTANCE_TERMINATE_ERROR"] "arn:aws:sns/topic:Topic:fleet-events" """.Trim(),
        $"{(await RunAsync()).Input(Notification, "fleet-events-web", "notifications")} {(await RunAsync()).Input(Notification, "fleet-events-web", "topicArn")}");

    [Fact]
    public async Task Each_Fleet_Tells_Of_Its_Own_Group()
    {
        var cloud = await RunAsync();

        Assert.Equal("""["db-1a2b3c4"] ["web-1a2b3c4"]""", $"{cloud.Input(Notification, "fleet-events-db", "groupNames")} {cloud.Input(Notification, "fleet-events-web", "groupNames")}");
    }

    [Fact]
    public async Task The_Topic_Is_Encrypted_With_The_Key_That_Publishers_May_Use() =>
        Assert.Equal("arn:key", (await RunAsync()).Text("aws:sns/topic:Topic", "fleet-events", "kmsMasterKeyId"));

    [Fact]
    public async Task Both_Hooks_Of_The_Stacks_Groups_Are_Told_Of()
    {
        var pattern = JsonElement.Parse((await RunAsync()).Text(Rule, "fleet-events-hooks", "eventPattern"));

        Assert.Equal(
            """["EC2 Instance-launch Lifecycle Action","EC2 Instance-terminate Lifecycle Action"] {"AutoScalingGroupName":[{"prefix":"dockerland-dev--"}]}""",
            $"{pattern.GetProperty("detail-type")} {pattern.GetProperty("detail")}");
    }

    [Fact]
    public async Task What_The_Rule_Can_Not_Publish_Is_Kept() => Assert.Equal(
        """{"arn":"arn:aws:sqs/queue:Queue:fleet-events-failed"}""",
        (await RunAsync()).Input("aws:cloudwatch/eventTarget:EventTarget", "fleet-events-hooks", "deadLetterConfig"));

    [Theory]
    [InlineData("fleet-events-failed", "ApproximateNumberOfMessagesVisible of fleet-events-failed-1a2b3c4 to arn:alarm")]
    [InlineData("fleet-events-undelivered", "NumberOfNotificationsFailed of fleet-events-1a2b3c4 to arn:alarm")]
    [InlineData("fleet-events-hooks-failed", "FailedInvocations of fleet-events-hooks-1a2b3c4 to arn:alarm")]
    public async Task What_Gets_Lost_Raises_An_Alarm(string name, string alarm) =>
        Assert.Equal(alarm, Alarms.Describe(await RunAsync(), name));

    [Fact]
    public async Task Nobody_Publishes_Before_He_May()
    {
        var waits = new List<string>();
        await Cloud.RunAsync(() => Create(new() { ResourceTransformations = { RecordWhoWaits(waits) } }));

        Assert.Equal(["fleet-events-db", "fleet-events-hooks", "fleet-events-web"], waits.Order(StringComparer.Ordinal));
    }

    private static Task<Cloud> RunAsync() => Cloud.RunAsync(() => Create());

    private static void Create(ComponentResourceOptions? options = null)
    {
        var events = new FleetEvents("fleet-events", new()
        {
            DisplayName = "hosts",
            GroupPrefix = "dockerland-dev--",
            KeyArn = Output.Create("arn:key"),
            Account = Output.Create(Aws.Account),
            AlarmActions = [Output.Create("arn:alarm")],
        }, options);
        foreach (var fleet in new[] { "web", "db" }) events.Notify(fleet, new(fleet, new() { MinSize = 0, MaxSize = 1 }));
    }

    private static ResourceTransformation RecordWhoWaits(List<string> names) => args =>
    {
        _ = args.Options.DependsOn.ToOutput().Apply(resources =>
        {
            if (resources.OfType<Pulumi.Aws.Sns.TopicPolicy>().Any()) names.Add(args.Resource.GetResourceName());
            return resources;
        });
        return null;
    };
}
