using System.Collections.Immutable;
using Pulumi;

namespace Dockerland.Infra.Components;

/// <summary>What a <see cref="DnsUpdater"/> is made of.</summary>
public sealed record DnsUpdaterArgs
{
    public required Output<AwsAccount> Account { get; init; }

    /// <summary>As <c>PROJECT-STACK</c>; other stacks' groups are left alone.</summary>
    public required string StackName { get; init; }

    public required string Environment { get; init; }
    public required Output<string> TopicArn { get; init; }

    /// <summary>Keeps the events that the topic couldn't deliver and those that the function failed.</summary>
    public required Output<string> FailedQueueArn { get; init; }

    public required ImmutableArray<Output<string>> AlarmActions { get; init; }

    /// <summary>The zones whose records it keeps: the public one, and the VPC's own if there is one.</summary>
    public required ImmutableArray<UpdaterZone> Zones { get; init; }

    /// <summary>The records that it may change; <c>*</c> stands for any characters.</summary>
    public required ImmutableArray<string> RecordNames { get; init; }

    /// <summary>The function's files, with the executable <c>bootstrap</c>.</summary>
    public required Input<Archive> Package { get; init; }

    /// <summary>As Lambda calls it: <c>x86_64</c> or <c>arm64</c>.</summary>
    public required string Architecture { get; init; }

    public required int LogRetentionDays { get; init; }
    public NodeRegistry? NodeRegistry { get; init; }

    /// <summary>ARN of the policy that no role of the stack exceeds, if there is one.</summary>
    public string? PermissionsBoundary { get; init; }
}

/// <summary>A zone of the stack.</summary>
public sealed record UpdaterZone(Output<string> Id, Output<string> Arn, string Name);

/// <summary>Where hosts are also listed.</summary>
/// <param name="Kind">Which API it has.</param>
/// <param name="Key">That of the user, if it is set.</param>
public sealed record NodeRegistry(string Kind, string Url, string User, StoredSecret? Key);
