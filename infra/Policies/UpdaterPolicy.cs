using System.Collections.Immutable;
using Dockerland.Contracts;

namespace Dockerland.Infra.Policies;

/// <summary>What the updater needs the ARNs of.</summary>
public sealed record UpdaterResources
{
    /// <summary>The public zone, and the VPC's own if it has one.</summary>
    public required IReadOnlyCollection<string> Zones { get; init; }

    /// <summary>The records that it keeps; <c>*</c> stands for any characters.</summary>
    public required IReadOnlyCollection<string> Names { get; init; }

    /// <summary>The public zone and its name.</summary>
    public required (string Arn, string Name) PublicZone { get; init; }

    /// <summary>The VPC's own zone and its name, in which agents on the hosts keep records of their own.</summary>
    public (string Arn, string Name)? PrivateZone { get; init; }

    /// <summary><c>aws</c>, but in China and for the US government.</summary>
    public required string Partition { get; init; }

    /// <summary>The stack's groups.</summary>
    public required string Groups { get; init; }

    public required string LogGroup { get; init; }
    public required string DeadLetterQueue { get; init; }

    /// <summary>The parameter with the node registry's key, if there is a registry.</summary>
    public string? NodeRegistryKey { get; init; }
}

/// <summary>What the updater may do: read groups and instances, answer hooks of its own groups, keep its own records in its own zones.</summary>
public static class UpdaterPolicy
{
    public static ImmutableArray<Statement> Statements(UpdaterResources resources) =>
    [
        .. resources.Names.Count is 0
            ? []
            : One(Statement.On("KeepRecords", resources.Zones, "route53:ChangeResourceRecordSets").When(RecordConditions.Of(resources.Names, "CREATE", "DELETE", "UPSERT"))),
        // Records of a domain that a fleet had, which no setting names any more. Whose they are is said by the ownership beside them. Such
        // removals are sent by themselves: a request with others among them is none of this statement's.
        Statement.On("RemoveRecords", [resources.PublicZone.Arn], "route53:ChangeResourceRecordSets")
            .When(RecordConditions.Of([resources.PublicZone.Name, $"*.{resources.PublicZone.Name}"], "DELETE")),
        // The same of what agents of hosts that are gone left behind.
        .. resources.PrivateZone is { } own
            ? One(Statement.On("RemoveServiceRecords", [own.Arn], "route53:ChangeResourceRecordSets").When(RecordConditions.Of([Names.Service("*", own.Name)], "DELETE")))
            : [],
        Statement.On("ReadRecords", resources.Zones, "route53:ListResourceRecordSets"),
        Statement.On("WaitForRecords", [$"arn:{resources.Partition}:route53:::change/*"], "route53:GetChange"),
        // Of hosts whose entry asks for them. They have ids that nobody knows before.
        Statement.OnAny("CheckHosts", "route53:CreateHealthCheck", "route53:ListHealthChecks"),
        Statement.On("RemoveChecks", [$"arn:{resources.Partition}:route53:::healthcheck/*"], "route53:DeleteHealthCheck"),
        Statement.OnAny("ReadFleets", "autoscaling:DescribeAutoScalingGroups", "autoscaling:DescribeLifecycleHooks", "ec2:DescribeInstances"),
        Statement.On("AnswerHooks", [resources.Groups], "autoscaling:CompleteLifecycleAction"),
        Statement.On("WriteLog", [$"{resources.LogGroup}:*"], "logs:CreateLogStream", "logs:PutLogEvents"),
        Statement.On("KeepFailedEvents", [resources.DeadLetterQueue], "sqs:SendMessage"),
        .. resources.NodeRegistryKey is { } key ? One(Statement.On("ReadNodeRegistryKey", [key], "ssm:GetParameter")) : [],
    ];

    private static IEnumerable<Statement> One(Statement statement) => [statement];
}
