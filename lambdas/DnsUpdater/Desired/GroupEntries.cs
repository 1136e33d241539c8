using System.Collections.Immutable;
using Dockerland.Contracts;
using Dockerland.DnsUpdater.Fleets;

namespace Dockerland.DnsUpdater.Desired;

/// <summary>A group with its tags read.</summary>
/// <param name="Problem">What is wrong with its tags, for people; it has no entries then.</param>
internal sealed record GroupEntries(GroupState Group, ImmutableArray<DomainMeta> Entries, string? Problem)
{
    public static GroupEntries Read(GroupState group) => DomainMetaTags.TryParse(group.Tags, out var entries, out var problem)
        // Nobody comes after the last host of a group that goes, so nothing is kept for them.
        ? new(group, group.IsGoing ? [.. entries.Select(entry => entry with { WhenEmpty = WhenEmpty.Remove })] : entries, null)
        : new(group, [], $"Group {group.Name}: {problem}");

    /// <summary>The groups of these names, and all that share a record with them, directly or by others: its values are those of all.</summary>
    public static ImmutableArray<GroupEntries> Choose(ImmutableArray<GroupEntries> all, ImmutableSortedSet<string>? names)
    {
        if (names is null) return all;

        var chosen = all.Where(group => names.Contains(group.Group.Name)).ToImmutableHashSet();
        while (true)
        {
            var records = chosen.SelectMany(group => group.Entries).Select(Record).ToHashSet(StringComparer.OrdinalIgnoreCase);
            var more = all.Where(group => group.Entries.Select(Record).Any(records.Contains)).Aggregate(chosen, (set, group) => set.Add(group));
            if (more.Count == chosen.Count) return [.. all.Where(chosen.Contains)];
            chosen = more;
        }
    }

    private static string Record(DomainMeta entry) => entry.ToString();
}
