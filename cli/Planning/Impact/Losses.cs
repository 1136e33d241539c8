using System.Collections.Frozen;

namespace Dockerland.Cli.Planning.Impact;

/// <summary>What holds something that no later deployment brings back.</summary>
/// <param name="Contents">What goes with it.</param>
/// <param name="Force">The input without which the cloud keeps it while there is something in it.</param>
internal sealed record Loss(string Contents, string? Force = null)
{
    public static FrozenDictionary<string, Loss> ByType { get; } = new Dictionary<string, Loss>
    {
        ["aws:autoscaling/group:Group"] = new("all its hosts at once, and what is on their disks"),
        ["aws:cloudwatch/logGroup:LogGroup"] = new("its log lines"),
        ["aws:ec2/eip:Eip"] = new("its address, which nobody gets again"),
        ["aws:ecr/repository:Repository"] = new("its images", "forceDelete"),
        ["aws:kms/key:Key"] = new("all that is encrypted with it, once its waiting period is over"),
        ["aws:route53/zone:Zone"] = new("its records, and its name servers: a new zone has others, which must be delegated to again", "forceDestroy"),
        ["aws:sqs/queue:Queue"] = new("the messages in it"),
        ["aws:ssm/parameter:Parameter"] = new("its value and its history"),
    }.ToFrozenDictionary();
}

internal static class Losses
{
    public static IEnumerable<string> Of(PlanDiff diff) => diff.Changes
        .Where(change => change.Removes && Loss.ByType.ContainsKey(change.Resource.Type))
        .Select(change => Describe(change.Before!, Loss.ByType[change.Resource.Type]));

    private static string Describe(PlannedResource resource, Loss loss) => resource switch
    {
        { IsRetained: true } => $"{resource.Name} ({resource.Type}) is given up but stays in the cloud (retainOnDelete)",
        _ when loss.Force is { } force && !resource.IsTrue(force) =>
            $"{resource.Name} ({resource.Type}): {loss.Contents}. Without {force} it can't be deleted while it holds any",
        _ => $"{resource.Name} ({resource.Type}): {loss.Contents}",
    };
}
