using System.Collections.Immutable;
using Dockerland.Contracts;
using Dockerland.Dns;
using Dockerland.DnsUpdater.Desired;
using Dockerland.DnsUpdater.Fleets;

namespace Dockerland.Cli.Dns;

/// <summary>What people type against what there is, before anything is changed.</summary>
internal static class GroupChoice
{
    /// <summary>The groups' names; null for all.</summary>
    /// <param name="typed">Groups, or fleets, whose groups' names have something added.</param>
    public static ImmutableSortedSet<string>? Names(ImmutableArray<GroupState> groups, string stack, IReadOnlyCollection<string> typed) =>
        typed.Count is 0 ? null : [.. typed.SelectMany(text => NamesOf(groups, stack, text))];

    /// <summary>Names that are to be taken over, each of which some group has to want.</summary>
    public static ImmutableHashSet<string> Adopted(ImmutableArray<GroupState> groups, IReadOnlyCollection<string> typed)
    {
        var wanted = groups.SelectMany(group => GroupEntries.Read(group).Entries).ToArray();
        foreach (var name in typed.Where(name => !wanted.Any(entry => IsOf(entry, RecordName.Normalize(name)))))
            throw new CliException($"No group wants the record '{name}', so there is nobody to adopt it for. {Known(name, wanted.Select(entry => entry.Name))}");
        return [.. typed];
    }

    private static string[] NamesOf(ImmutableArray<GroupState> groups, string stack, string text)
    {
        string[] names = [.. groups.Select(group => group.Name).Where(name => name == text || name.StartsWith(GroupNames.Prefix(stack, text), StringComparison.Ordinal))];
        return names is not [] ? names : throw new CliException($"The stack {stack} has no group '{text}'. {Known(text, groups.Select(group => FleetOf(group.Name, stack)))}");
    }

    private static string FleetOf(string group, string stack) =>
        group.StartsWith(GroupNames.Prefix(stack), StringComparison.Ordinal) ? group[GroupNames.Prefix(stack).Length..].Split('_')[0] : group;

    private static bool IsOf(DomainMeta entry, string name) =>
        RecordName.Normalize(entry.Name) == name
        || (entry.Host?.Split(DomainMeta.InstanceId) is [var before, var after] && name.StartsWith(before, StringComparison.OrdinalIgnoreCase) && name.EndsWith(after, StringComparison.OrdinalIgnoreCase));

    private static string Known(string typed, IEnumerable<string> known)
    {
        string[] all = [.. known.Distinct().Order(StringComparer.Ordinal)];
        return Typo.Guess(typed, all) is { } guess ? $"Did you mean '{guess}'?" : all is [] ? "There is none." : $"There are: {string.Join(", ", all)}.";
    }
}
