namespace Dockerland.Infra.Policies;

/// <summary>Who may use what the fleets' events go through: their key, their topic, and the queue of those that got lost.</summary>
public static class EventsPolicy
{
    // A service-linked role: Auto Scaling publishes as it. It is there only once the account has had a group, and may be made
    // anew, so it is named by a condition: AWS refuses a policy whose principal isn't there.
    private const string AutoScalingRole = "role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling";

    private static readonly Principal EventBridge = Principal.Service("events.amazonaws.com");
    private static readonly Principal CloudWatch = Principal.Service("cloudwatch.amazonaws.com");
    private static readonly Principal Sns = Principal.Service("sns.amazonaws.com");

    /// <summary>What a publisher to an encrypted topic needs of its key.</summary>
    private static readonly string[] Encrypt = ["kms:Decrypt", "kms:GenerateDataKey"];

    /// <summary>All of a key's administration, written out: without it nobody could change or remove the key.</summary>
    private static readonly string[] Administer =
    [
        "kms:CancelKeyDeletion", "kms:CreateAlias", "kms:DeleteAlias", "kms:DescribeKey", "kms:DisableKey", "kms:DisableKeyRotation",
        "kms:EnableKey", "kms:EnableKeyRotation", "kms:GetKeyPolicy", "kms:GetKeyRotationStatus", "kms:ListGrants", "kms:ListKeyPolicies",
        "kms:ListKeyRotations", "kms:ListResourceTags", "kms:PutKeyPolicy", "kms:RevokeGrant", "kms:RotateKeyOnDemand",
        "kms:ScheduleKeyDeletion", "kms:TagResource", "kms:UntagResource", "kms:UpdateAlias", "kms:UpdateKeyDescription",
    ];

    public static string Key(AwsAccount account) => PolicyDocument.RenderOf(
        Statement.OnKey("AdministerByAccount", Principal.Account(account), Administer),
        Statement.OnKey("EncryptByAutoScaling", Principal.Anyone, Encrypt).When(IsAutoScaling(account)),
        // Without conditions: EventBridge sends neither aws:SourceArn nor aws:SourceAccount to an encrypted topic and its key.
        // A condition on them is never met, and the events are dropped.
        // https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html#compatibility-with-aws-services
        Statement.OnKey("EncryptByEventBridge", EventBridge, Encrypt),
        Statement.OnKey("EncryptByCloudWatch", CloudWatch, Encrypt).When(IsAlarm(account)));

    public static string Topic(AwsAccount account, string topic) => PolicyDocument.RenderOf(
        Statement.On("PublishByAutoScaling", [topic], "sns:Publish").For(Principal.Anyone).When(IsAutoScaling(account)),
        // See above.
        Statement.On("PublishByEventBridge", [topic], "sns:Publish").For(EventBridge));

    public static string AlarmTopic(AwsAccount account, string topic) => PolicyDocument.RenderOf(
        Statement.On("PublishByCloudWatch", [topic], "sns:Publish").For(CloudWatch).When(IsAlarm(account)));

    public static string FailedQueue(string queue, string topic, string rule) => PolicyDocument.RenderOf(
        Statement.On("KeepByTopic", [queue], "sqs:SendMessage").For(Sns).When(Condition.IsArn("aws:SourceArn", topic)),
        Statement.On("KeepByRule", [queue], "sqs:SendMessage").For(EventBridge).When(Condition.IsArn("aws:SourceArn", rule)));

    private static Condition IsAutoScaling(AwsAccount account) => Condition.IsArn("aws:PrincipalArn", account.IamArn(AutoScalingRole));

    private static IEnumerable<Condition> IsAlarm(AwsAccount account) =>
        [Condition.Is("aws:SourceAccount", account.Id), Condition.IsArnLike("aws:SourceArn", account.Arn("cloudwatch", "alarm:*"))];
}
