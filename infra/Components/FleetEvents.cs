using System.Collections.Immutable;
using Pulumi;
using Pulumi.Aws.AutoScaling;
using Pulumi.Aws.Sns;

namespace Dockerland.Infra.Components;

/// <summary>Tells of every host that comes or goes, or fails to.</summary>
public sealed class FleetEvents : ComponentResource
{
    public FleetEvents(string name, FleetEventsArgs args, ComponentResourceOptions? options = null)
        : base("dockerland:components:FleetEvents", name, options)
    {
        var child = new CustomResourceOptions { Parent = this };

        var topic = new Topic(name, new() { DisplayName = args.DisplayName }, child);
        foreach (var (fleet, groupName) in args.GroupNames)
            _ = new Notification($"{name}-{fleet}", new()
            {
                GroupNames = { groupName },
                TopicArn = topic.Arn,
                Notifications =
                {
                    NotificationType.InstanceLaunch,
                    NotificationType.InstanceLaunchError,
                    NotificationType.InstanceTerminate,
                    NotificationType.InstanceTerminateError,
                },
            }, child);

        TopicArn = topic.Arn;
        RegisterOutputs();
    }

    [Output("topicArn")] public Output<string> TopicArn { get; private set; }
}

/// <summary>What <see cref="FleetEvents"/> are made of.</summary>
public sealed record FleetEventsArgs
{
    public required string DisplayName { get; init; }

    /// <summary>Fleet → the name of its group.</summary>
    public required ImmutableSortedDictionary<string, Output<string>> GroupNames { get; init; }
}
