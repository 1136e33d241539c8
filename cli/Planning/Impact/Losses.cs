using System.Collections.Frozen;

namespace Dockerland.Cli.Planning.Impact;

/// <summary>What holds something that no later deployment brings back.</summary>
/// <param name="Contents">What goes with it.</param>
/// <param name="IsGrave">Hardly ever meant: it stands above everything else.</param>
/// <param name="Successor">What is to be known of another one that takes its place.</param>
/// <param name="Force">The input without which the cloud keeps it while there is something in it.</param>
internal sealed record Loss(string Contents, bool IsGrave = false, string? Force = null, string? Successor = null)
{
    public static FrozenDictionary<string, Loss> ByType { get; } = new Dictionary<string, Loss>
    {
        ["aws:autoscaling/group:Group"] = new("all its hosts, and what is on their disks", IsGrave: true),
        ["aws:cloudwatch/logGroup:LogGroup"] = new("its log lines"),
        ["aws:ec2/eip:Eip"] = new("the address itself, which nobody gets again"),
        ["aws:ecr/repository:Repository"] = new("its images", IsGrave: true, "forceDelete"),
        ["aws:kms/key:Key"] = new("all that is encrypted with it, once its waiting period is over", IsGrave: true),
        ["aws:route53/zone:Zone"] = new("its records and its name servers", IsGrave: true, "forceDestroy", "The new zone has other name servers: delegate to them"),
        ["aws:sqs/queue:Queue"] = new("the messages in it"),
        ["aws:ssm/parameter:Parameter"] = new("its value and its history"),
    }.ToFrozenDictionary();

    // A zone of VPCs needs no delegation: they find it by themselves.
    public string? SuccessorOf(PlannedResource resource) => resource.Input("vpcs") is null ? Successor : null;

    /// <summary>What goes, or why nothing does.</summary>
    public string Describe(PlannedResource resource) => resource switch
    {
        { IsRetained: true } => "nothing yet, since it stays in the cloud (retainOnDelete), where no stack keeps it any more",
        _ when Force is { } force && !resource.IsTrue(force) => $"{Contents}; 'pulumi up' fails while there is anything in it ({force} is not set)",
        _ => Contents,
    };
}

/// <summary>Something that nobody gets back.</summary>
/// <param name="IsWarned">It stands among the warnings already.</param>
internal readonly record struct LostThing(string Text, bool IsWarned);

internal static class Losses
{
    private const string LogGroup = "aws:cloudwatch/logGroup:LogGroup";

    public static IEnumerable<LostThing> Of(PlanDiff diff) => diff.Changes
        .Where(change => change.Removes && Loss.ByType.ContainsKey(change.Resource.Type))
        .Select(change => (Resource: change.Before!, Loss: Loss.ByType[change.Resource.Type]))
        .Select(gone => new LostThing($"{Wording.Title(gone.Resource)}: {gone.Loss.Describe(gone.Resource)}", gone.Loss.IsGrave))
        .Concat(ShorterLogs(diff));

    private static IEnumerable<LostThing> ShorterLogs(PlanDiff diff) =>
        from change in diff.Changes
        where change is { Operation: Operation.Update, Resource.Type: LogGroup }
        let before = Days(change.Before!)
        let after = Days(change.After!)
        where after < before
        select new LostThing(
            $"{Wording.Title(change.Resource)}: all log lines older than {Wording.Count(after, "day")}, which were kept {(before is int.MaxValue ? "for ever" : $"for {Wording.Count(before, "day")}")}",
            IsWarned: false);

    // Without a number, or with 0, lines are kept for ever.
    private static int Days(PlannedResource logs) => logs.Number("retentionInDays") is > 0 and var days ? days : int.MaxValue;
}
