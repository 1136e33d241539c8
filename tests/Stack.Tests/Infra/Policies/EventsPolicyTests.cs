using System.Text.Json;
using Dockerland.Infra.Policies;

namespace Dockerland.Tests.Infra.Policies;

public sealed class EventsPolicyTests
{
    private const string AutoScaling = """{"ArnEquals":{"aws:PrincipalArn":["arn:aws:iam::123456789012:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling"]}}""";

    [Theory]
    [InlineData("EncryptByAutoScaling")]
    [InlineData("EncryptByEventBridge")]
    [InlineData("EncryptByCloudWatch")]
    public void Each_Publisher_May_Encrypt_With_The_Key(string statement) => Assert.Equal(
        """["kms:Decrypt","kms:GenerateDataKey"]""",
        Statement(EventsPolicy.Key(Aws.Account), statement).GetProperty("Action").GetRawText());

    [Fact]
    public void The_Account_Can_Change_And_Remove_Its_Key()
    {
        var actions = Statement(EventsPolicy.Key(Aws.Account), "AdministerByAccount").GetProperty("Action").EnumerateArray().Select(action => action.GetString());

        Assert.Superset(new HashSet<string?> { "kms:PutKeyPolicy", "kms:ScheduleKeyDeletion", "kms:EnableKeyRotation" }, actions.ToHashSet());
    }

    [Fact]
    public void Only_Auto_Scalings_Own_Role_Publishes_For_It() => Assert.Equal(
        $"{AutoScaling} {AutoScaling}",
        $"{Statement(EventsPolicy.Key(Aws.Account), "EncryptByAutoScaling").GetProperty("Condition")} {Statement(EventsPolicy.Topic(Aws.Account, "arn:topic"), "PublishByAutoScaling").GetProperty("Condition")}");

    // It meets none, and what it publishes would be dropped without a word.
    [Fact]
    public void EventBridge_Is_Under_No_Condition_On_An_Encrypted_Topic()
    {
        Assert.False(Statement(EventsPolicy.Key(Aws.Account), "EncryptByEventBridge").TryGetProperty("Condition", out _));
        Assert.False(Statement(EventsPolicy.Topic(Aws.Account, "arn:topic"), "PublishByEventBridge").TryGetProperty("Condition", out _));
    }

    [Fact]
    public void Alarms_Of_Other_Accounts_Are_Not_Ours() => Assert.Equal(
        """{"ArnLike":{"aws:SourceArn":["arn:aws:cloudwatch:eu-central-1:123456789012:alarm:*"]},"StringEquals":{"aws:SourceAccount":["123456789012"]}}""",
        Statement(EventsPolicy.AlarmTopic(Aws.Account, "arn:topic"), "PublishByCloudWatch").GetProperty("Condition").GetRawText());

    [Fact]
    public void The_Queue_Takes_From_Its_Topic_And_Its_Rule_Alone() => Assert.Equal(
        """{"ArnEquals":{"aws:SourceArn":["arn:topic"]}} {"ArnEquals":{"aws:SourceArn":["arn:rule"]}}""",
        string.Join(' ', Statements(EventsPolicy.FailedQueue("arn:queue", "arn:topic", "arn:rule")).Select(statement => statement.GetProperty("Condition").GetRawText())));

    private static JsonElement Statement(string document, string id) => Assert.Single(Statements(document), statement => statement.GetProperty("Sid").GetString() == id);

    private static JsonElement[] Statements(string document) => [.. JsonElement.Parse(document).GetProperty("Statement").EnumerateArray()];
}
