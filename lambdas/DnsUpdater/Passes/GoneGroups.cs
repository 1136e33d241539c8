using System.Collections.Immutable;
using Dockerland.Dns;

namespace Dockerland.DnsUpdater.Passes;

/// <summary>Lets records of groups that are no more go a share at a time: groups that weren't found look the same.</summary>
internal static class GoneGroups
{
    /// <param name="groups">Those that are there.</param>
    public static DnsPlan Limit(DnsPlan plan, ZoneState zone, string stack, ImmutableHashSet<string> groups)
    {
        var gone = plan.Changes.Where(change => change.IsRemoval && change.OwnersBefore.Any() && change.OwnersBefore.All(owner => !groups.Contains(owner.Group))).ToArray();
        var owned = zone.CountNamesOf(stack);
        var most = Fuse.MostOf(owned);
        var later = gone.Skip(most).ToArray();
        return plan with
        {
            Changes = [.. plan.Changes.Except(later)],
            Skipped = [.. plan.Skipped, .. later.Select(change => new Skipped(change.Name, null, null, SkipReason.Kept, $"'{change.Name}' is of {string.Join(" and ", change.OwnersBefore.Select(owner => owner.Group).Distinct())}, which is no more. {gone.Length} of {owned} names are of such groups; {most} of them at most go at once."))],
        };
    }
}
