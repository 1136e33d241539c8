using System.Collections.Immutable;
using Pulumi;
using Pulumi.Aws.CloudWatch;

namespace Dockerland.Infra.Components;

/// <summary>Where hosts' containers write their logs: a group per environment and role, whichever fleets have that role.</summary>
public sealed class HostLogs : ComponentResource
{
    private readonly ImmutableSortedDictionary<string, LogGroup> _groups;

    public HostLogs(string name, HostLogsArgs args, ComponentResourceOptions? options = null)
        : base("dockerland:components:HostLogs", name, options)
    {
        _groups = args.Roles.Distinct().ToImmutableSortedDictionary(
            role => role,
            role => new LogGroup($"{name}-{role}", new() { Name = NameOf(args.Path, role), RetentionInDays = args.RetentionDays }, new() { Parent = this }),
            StringComparer.Ordinal);
        RegisterOutputs();
    }

    /// <summary>A group's name, which is known before it is there, so that user-data can hold it.</summary>
    public static string NameOf(string path, string role) => $"{path}/{role}";

    public Output<string> ArnOf(string role) => _groups[role].Arn;
}

/// <summary>What <see cref="HostLogs"/> are made of.</summary>
public sealed record HostLogsArgs
{
    /// <summary>The groups' folder, such as <c>/dockerland/dev/staging</c>.</summary>
    public required string Path { get; init; }

    public required ImmutableArray<string> Roles { get; init; }
    public required int RetentionDays { get; init; }
}
