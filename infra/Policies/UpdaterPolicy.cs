using System.Collections.Immutable;

namespace Dockerland.Infra.Policies;

/// <summary>What the updater needs the ARNs of.</summary>
public sealed record UpdaterResources
{
    public required string Zone { get; init; }
    public required string LogGroup { get; init; }
    public required string DeadLetterQueue { get; init; }

    /// <summary>The parameter with the node registry's key, if there is a registry.</summary>
    public string? NodeRegistryKey { get; init; }
}

/// <summary>What the updater may do: read groups and instances, keep records in its one zone.</summary>
public static class UpdaterPolicy
{
    public static ImmutableArray<Statement> Statements(UpdaterResources resources) =>
    [
        Statement.On("KeepRecords", [resources.Zone], "route53:ChangeResourceRecordSets", "route53:GetHostedZone", "route53:ListResourceRecordSets"),
        Statement.OnAny("ReadFleets", "autoscaling:DescribeAutoScalingGroups", "ec2:DescribeInstances"),
        Statement.On("WriteLog", [$"{resources.LogGroup}:*"], "logs:CreateLogStream", "logs:PutLogEvents"),
        Statement.On("KeepFailedEvents", [resources.DeadLetterQueue], "sqs:SendMessage"),
        .. resources.NodeRegistryKey is { } key ? [Statement.On("ReadNodeRegistryKey", [key], "ssm:GetParameter")] : Enumerable.Empty<Statement>(),
    ];
}
