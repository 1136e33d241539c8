using System.Collections.Immutable;
using Dockerland.Contracts;

namespace Dockerland.Dns;

/// <summary>What Route53 demands of all the sets of a name. A batch that breaks a rule would be refused as a whole.</summary>
internal static class NameRules
{
    /// <summary>Why the name can't be as the changes would leave it, as a sentence for people; null when it can.</summary>
    public static string? Conflict(NameInput input, ImmutableArray<RecordChange> changes)
    {
        var records = After(input.Sets, [.. changes.Where(change => change.Set.Name == input.Name)]);
        var ownerships = After(input.Ownerships, [.. changes.Where(change => change.Set.Name != input.Name)]);
        return ProblemOf(input.Name, records) ?? ProblemOf(Names.Ownership(input.Name), ownerships);
    }

    private static ImmutableArray<RecordSet> After(ImmutableArray<RecordSet> sets, ImmutableArray<RecordChange> changes) =>
    [
        .. sets.Where(set => !changes.Any(change => ReferenceEquals(change.Before, set))),
        .. changes.Select(change => change.After).OfType<RecordSet>(),
    ];

    private static string? ProblemOf(string name, ImmutableArray<RecordSet> sets)
    {
        if (sets.Any(set => set.Type is RecordTypes.Cname) && sets.Any(set => set.Type is not RecordTypes.Cname))
            return $"'{name}' would have a CNAME beside {Others(sets)}; a CNAME stands alone. Remove one of them.";
        return sets.GroupBy(set => set.Type).Select(type => ProblemOf(name, type.Key, [.. type])).FirstOrDefault(problem => problem is not null);
    }

    private static string? ProblemOf(string name, string type, ImmutableArray<RecordSet> sets)
    {
        if (type is RecordTypes.Cname && sets.Any(set => set.Values.Length > 1))
            return $"CNAME '{name}' would have the targets {string.Join(" and ", sets.SelectMany(set => set.Values))}; it takes one. Let all groups want the same.";
        if (sets.Any(set => set.Values.Length > Route53Limits.ValuesOfSet))
            return $"{type} '{name}' would have {sets.Max(set => set.Values.Length)} values; Route53 takes {Route53Limits.ValuesOfSet} in a set. Give its hosts multivalue sets, or fewer hosts the name.";
        if (sets.Length > Route53Limits.SetsOfName)
            return $"{type} '{name}' would have {sets.Length} sets; Route53 takes {Route53Limits.SetsOfName} of a name and type. Let fewer hosts have the name.";
        if (sets.Length > 1 && sets.FirstOrDefault(set => set.IsAlias || set.Routing is not Routing.Multivalue) is { } other)
            return $"{type} '{name}' would be {Kind(other)} beside {sets.Length - 1} more of that name and type; only multivalue sets can be several. Remove what isn't wanted.";
        return null;
    }

    private static string Kind(RecordSet set) => set switch
    {
        { IsAlias: true } => "an alias",
        { Routing: Routing.Simple } => "a simple set",
        _ => "a set with routing by weight, latency, place, network or failover",
    };

    private static string Others(ImmutableArray<RecordSet> sets) =>
        string.Join(" and ", sets.Select(set => set.Type).Where(type => type is not RecordTypes.Cname).Distinct().Order(StringComparer.Ordinal));
}
