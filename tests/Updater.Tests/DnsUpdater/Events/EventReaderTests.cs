using System.Text;
using System.Text.Json;
using Dockerland.DnsUpdater.Events;
using Dockerland.DnsUpdater.Hooks;

namespace Dockerland.Tests.Updater.DnsUpdater.Events;

public sealed class EventReaderTests
{
    private const string Launch = """{"Event":"autoscaling:EC2_INSTANCE_LAUNCH","AutoScalingGroupName":"web","EC2InstanceId":"i-1","Time":"2026-01-01T10:00:00.000Z"}""";
    private const string Terminating = """
        {"LifecycleTransition":"autoscaling:EC2_INSTANCE_TERMINATING","AutoScalingGroupName":"web","LifecycleHookName":"terminate","EC2InstanceId":"i-1","LifecycleActionToken":"t-1","Time":"2026-01-01T10:00:05.000Z","Origin":"AutoScalingGroup","Destination":"EC2"}
        """;

    [Theory]
    [InlineData("autoscaling:EC2_INSTANCE_LAUNCH")]
    [InlineData("autoscaling:EC2_INSTANCE_LAUNCH_ERROR")]
    [InlineData("autoscaling:EC2_INSTANCE_TERMINATE")]
    [InlineData("autoscaling:EC2_INSTANCE_TERMINATE_ERROR")]
    [InlineData("autoscaling:TEST_NOTIFICATION")]
    public void A_Notification_Asks_For_Its_Group(string notification) =>
        Assert.Equal(["web"], Read(Topic($$"""{"Event":"{{notification}}","AutoScalingGroupName":"web"}""")).Groups!);

    [Fact]
    public void Every_Record_Of_A_Topic_Counts() =>
        Assert.Equal(["app", "web"], Read(Topic(Launch, Launch.Replace("web", "app", StringComparison.Ordinal), Launch)).Groups!);

    [Fact]
    public void A_Hooks_Message_Asks_For_An_Answer()
    {
        var hook = Assert.Single(Read(Topic(Terminating, Terminating)).Hooks);

        Assert.Equal(new HookMessage("web", "terminate", "i-1", "t-1", HookTransition.Terminate) { Since = DateTimeOffset.Parse("2026-01-01T10:00:05Z", null) }, hook);
    }

    [Fact]
    public void A_Hooks_Message_Asks_For_Its_Group_Too() => Assert.Equal(["web"], Read(Topic(Terminating)).Groups!);

    [Theory]
    [InlineData("WarmPool", true)]
    [InlineData("AutoScalingGroup", false)]
    public void Who_Goes_Into_The_Warm_Pool_Is_Known(string destination, bool isForWarmPool) =>
        Assert.Equal(isForWarmPool, Assert.Single(Read(Topic(Terminating.Replace("\"EC2\"", $"\"{destination}\"", StringComparison.Ordinal).Replace("TERMINATING", "LAUNCHING", StringComparison.Ordinal))).Hooks).IsForWarmPool);

    [Theory]
    [InlineData("EC2 Instance Launch Successful")]
    [InlineData("EC2 Instance Terminate Unsuccessful")]
    public void EventBridge_Asks_For_A_Group(string type) =>
        Assert.Equal(["web"], Read($$$"""{"detail-type":"{{{type}}}","time":"2026-01-01T10:00:00Z","detail":{"AutoScalingGroupName":"web"}}""").Groups!);

    [Fact]
    public void EventBridge_Tells_Of_Hooks_Through_A_Topic() =>
        Assert.Equal("t-1", Assert.Single(Read(Topic($$"""{"detail-type":"EC2 Instance-terminate Lifecycle Action","time":"2026-01-01T10:00:00Z","detail":{{Terminating}}}""")).Hooks).Token);

    [Theory]
    [InlineData("""{"detail-type":"Scheduled Event","source":"aws.events","detail":{}}""")]
    [InlineData("{}")]
    public void The_Schedule_And_An_Empty_Call_Ask_For_All(string json) => Assert.Null(Read(json).Groups);

    [Theory]
    [InlineData("""{"group":"web"}""")]
    [InlineData("\"web\"")]
    public void A_Call_May_Name_A_Group(string call) => Assert.Equal(["web"], Read(call).Groups!);

    [Fact]
    public void The_Oldest_Event_Counts() =>
        Assert.Equal(DateTimeOffset.Parse("2026-01-01T10:00:00Z", null), Read(Topic(Terminating, Launch)).HappenedAt);

    [Theory]
    [InlineData("no json", "is no JSON: no json")]
    [InlineData("[1]", "is no JSON object: [1]")]
    [InlineData("{}", "is nothing that a group sends: {}")]
    [InlineData("""{"group":"web"}""", """is nothing that a group sends: {"group":"web"}""")]
    [InlineData("""{"Event":"autoscaling:EC2_INSTANCE_LAUNCH"}""", """names no group: {"Event":"autoscaling:EC2_INSTANCE_LAUNCH"}""")]
    [InlineData("""{"Event":"autoscaling:PARTY","AutoScalingGroupName":"web"}""", "is the notification 'autoscaling:PARTY', which says nothing of hosts.")]
    [InlineData("""{"LifecycleTransition":"autoscaling:EC2_INSTANCE_LAUNCHING"}""", """is a hook's message with a part missing: {"LifecycleTransition":"autoscaling:EC2_INSTANCE_LAUNCHING"}""")]
    [InlineData("""{"detail-type":"Tag Change"}""", "of type 'Tag Change' has no detail.")]
    [InlineData("""{"detail-type":"Tag Change","detail":{}}""", "is of type 'Tag Change', which is about no group.")]
    public void What_Is_Not_Understood_Is_Reported_And_The_Rest_Goes_On(string message, string problem)
    {
        var read = Read(Topic(message, Launch));

        Assert.Equal(["web"], read.Groups!);
        Assert.Equal($"Record 1, message m-1, {problem}", Assert.Single(read.Problems));
    }

    [Theory]
    [InlineData("""{"Records":[1]}""", "Record 1 is no record of a topic: ")]
    [InlineData("""{"Records":[{"Sns":{"Message":{}}}]}""", "Record 1 is no record of a topic: ")]
    [InlineData("""{"Records":[{"EventSource":"aws:s3"}]}""", "Record 1 has no message of a topic: {\"EventSource\":\"aws:s3\"}")]
    [InlineData("""{"grup":"web"}""", "The event names no group: {\"grup\":\"web\"} Write {\"group\":\"NAME\"} for one, or {} for all.")]
    [InlineData("", "The event is no JSON: ")]
    public void An_Event_Of_No_Known_Kind_Asks_For_Nothing(string json, string problem)
    {
        var read = Read(json);

        Assert.Empty(read.Groups!);
        Assert.StartsWith(problem, Assert.Single(read.Problems), StringComparison.Ordinal);
    }

    private static UpdaterEvent Read(string json) => EventReader.Read(Encoding.UTF8.GetBytes(json));

    private static string Topic(params string[] messages) =>
        JsonSerializer.Serialize(new { Records = messages.Select((message, index) => new { EventSource = "aws:sns", Sns = new { Message = message, MessageId = $"m-{index + 1}", Timestamp = "2026-01-01T10:00:00.000Z" } }) });
}
