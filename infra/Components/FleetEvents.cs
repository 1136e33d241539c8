using System.Collections.Immutable;
using Dockerland.Infra.Policies;
using Pulumi;
using Pulumi.Aws.AutoScaling;
using Pulumi.Aws.CloudWatch;
using Pulumi.Aws.CloudWatch.Inputs;
using Pulumi.Aws.Sns;
using Pulumi.Aws.Sqs;

namespace Dockerland.Infra.Components;

/// <summary>Tells of every host that comes or goes, or fails to, and keeps what couldn't be told.</summary>
public sealed class FleetEvents : ComponentResource
{
    private const int TwoWeeksInSeconds = 14 * 24 * 60 * 60;

    public FleetEvents(string name, FleetEventsArgs args, ComponentResourceOptions? options = null)
        : base("dockerland:components:FleetEvents", name, options)
    {
        var child = new CustomResourceOptions { Parent = this };

        var topic = new Topic(name, new() { DisplayName = args.DisplayName, KmsMasterKeyId = args.KeyArn }, child);
        var policy = new TopicPolicy(name, new()
        {
            Arn = topic.Arn,
            Policy = Output.Tuple(args.Account, topic.Arn).Apply(parts => EventsPolicy.Topic(parts.Item1, parts.Item2)),
        }, child);
        // A hook's own target would be a second way to the same topic, and would need a role.
        var rule = new EventRule($"{name}-hooks", new() { Description = "Hosts that wait to come or to go", EventPattern = HookPattern(args.GroupPrefix) }, child);
        var failed = new Queue($"{name}-failed", new() { MessageRetentionSeconds = TwoWeeksInSeconds, SqsManagedSseEnabled = true }, child);
        var queuePolicy = new QueuePolicy($"{name}-failed", new()
        {
            QueueUrl = failed.Url,
            Policy = Output.Tuple(failed.Arn, topic.Arn, rule.Arn).Apply(arns => EventsPolicy.FailedQueue(arns.Item1, arns.Item2, arns.Item3)),
        }, child);
        var target = new EventTarget($"{name}-hooks", new()
        {
            Rule = rule.Name,
            Arn = topic.Arn,
            DeadLetterConfig = new EventTargetDeadLetterConfigArgs { Arn = failed.Arn },
        }, new() { Parent = this, DependsOn = { policy } });

        Alarm($"{name}-failed", "An event didn't reach the updater, or it failed; the queue keeps it for two weeks. The schedule mends the records meanwhile.", "AWS/SQS", "ApproximateNumberOfMessagesVisible", "QueueName", failed.Name, "Maximum", args);
        Alarm($"{name}-undelivered", "The topic couldn't deliver to a subscriber.", "AWS/SNS", "NumberOfNotificationsFailed", "TopicName", topic.Name, "Sum", args);
        Alarm($"{name}-hooks-failed", "EventBridge couldn't publish a hook's event to the topic: look at the topic's policy and its key's.", "AWS/Events", "FailedInvocations", "RuleName", rule.Name, "Sum", args);

        TopicArn = topic.Arn;
        FailedQueueArn = failed.Arn;
        Delivery = [policy, target, queuePolicy];
        RegisterOutputs();
    }

    [Output("topicArn")] public Output<string> TopicArn { get; private set; }

    /// <summary>Where events end up that nobody could handle.</summary>
    [Output("failedQueueArn")] public Output<string> FailedQueueArn { get; private set; }

    /// <summary>What must be there for a host's events to arrive: groups come after it and go before it.</summary>
    public ImmutableArray<Resource> Delivery { get; }

    /// <summary>Tells of a fleet's hosts too. Its hooks' events are told of anyway.</summary>
    public void Notify(string fleet, Group group) => _ = new Notification($"{GetResourceName()}-{fleet}", new()
    {
        GroupNames = { group.Name },
        TopicArn = TopicArn,
        Notifications =
        {
            NotificationType.InstanceLaunch,
            NotificationType.InstanceLaunchError,
            NotificationType.InstanceTerminate,
            NotificationType.InstanceTerminateError,
        },
        // The first one is a test, which Auto Scaling sends at once: it must be able to publish by then. And a group that goes
        // tells of its last hosts, so it takes this along.
    }, new() { Parent = this, DependsOn = Delivery, DeletedWith = group });

    // By the names' beginning: whether a group is ours is known before it is there, so that its first host's event isn't
    // missed, and a pattern of 2,048 characters does for any number of groups.
    private static string HookPattern(string groupPrefix) => $$$"""
        {"source":["aws.autoscaling"],"detail-type":["EC2 Instance-launch Lifecycle Action","EC2 Instance-terminate Lifecycle Action"],"detail":{"AutoScalingGroupName":[{"prefix":"{{{groupPrefix}}}"}]}}
        """;

    private void Alarm(string name, string description, string @namespace, string metric, string dimension, Output<string> of, string statistic, FleetEventsArgs args) =>
        FailureAlarm.Create(this, name, new()
        {
            Description = description,
            Namespace = @namespace,
            Metric = metric,
            Dimension = dimension,
            Of = of,
            Statistic = statistic,
            Actions = args.AlarmActions,
        });
}

/// <summary>What <see cref="FleetEvents"/> are made of.</summary>
public sealed record FleetEventsArgs
{
    public required string DisplayName { get; init; }

    /// <summary>What all the groups' names begin with, and no other stack's.</summary>
    public required string GroupPrefix { get; init; }

    /// <summary>The key of an <see cref="EventKey"/>.</summary>
    public required Output<string> KeyArn { get; init; }

    public required Output<AwsAccount> Account { get; init; }
    public required ImmutableArray<Output<string>> AlarmActions { get; init; }
}
