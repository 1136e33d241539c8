using System.Collections.Immutable;

namespace Dockerland.Cli.Planning.Impact;

/// <summary>Actions that somebody gains or loses.</summary>
/// <param name="Who">Whose permissions they are: a role, a service of AWS, or anybody.</param>
internal sealed record PermissionChange(bool Gained, string Who, ImmutableArray<string> Actions, string Resource, Conditions Conditions);

/// <summary>Compares what all policies of two plans allow, whatever documents it is written in.</summary>
internal static class PermissionChanges
{
    public static IEnumerable<PermissionChange> Of(PlanDiff diff)
    {
        var before = All(diff, change => change.Before);
        var after = All(diff, change => change.After);
        return Changes(false, before.Except(after)).Concat(Changes(true, after.Except(before)))
            .OrderBy(change => change.Who, StringComparer.Ordinal)
            .ThenBy(change => change.Resource, StringComparer.Ordinal)
            .ThenBy(change => change.Gained);
    }

    private static IEnumerable<PermissionChange> Changes(bool gained, IEnumerable<Grant> grants) => grants
        .GroupBy(grant => (grant.Who, grant.Resource, grant.Conditions))
        .Select(group => new PermissionChange(gained, group.Key.Who, [.. group.Select(grant => grant.Action).Order(StringComparer.Ordinal)], group.Key.Resource, group.Key.Conditions));

    private static HashSet<Grant> All(PlanDiff diff, Func<ResourceChange, PlannedResource?> side) =>
        [.. diff.Changes.Select(side).OfType<PlannedResource>().SelectMany(Grants.Of)];
}
