using System.Collections.Immutable;
using Dockerland.Contracts;

namespace Dockerland.Dns;

/// <summary>Plans a zone name by name: no name's plan depends on another's.</summary>
internal static class Planner
{
    public static DnsPlan Plan(ZoneState zone, IEnumerable<DesiredSet> desired, PlanOptions options)
    {
        var sets = zone.Sets.ToLookup(set => set.Name, StringComparer.Ordinal);
        var wishes = desired.Where(set => set.ZoneId == zone.Id).ToLookup(set => RecordName.Normalize(set.Name), StringComparer.Ordinal);
        var adopted = options.Adopt.Select(RecordName.Normalize).ToHashSet(StringComparer.Ordinal);
        var names = wishes.Select(wish => wish.Key).Union(sets.Select(set => Ownership.NameOf(set.Key)).OfType<string>())
            .Where(name => zone.Names?.Contains(name) ?? true)
            .Order(StringComparer.Ordinal);

        var plans = names.Select(name => NamePlan.Make(new()
        {
            Zone = zone,
            Name = name,
            Desired = [.. wishes[name]],
            Sets = [.. sets[name]],
            Ownerships = [.. sets[Names.Ownership(name)]],
            Options = options,
            IsAdopted = adopted.Contains(name),
        })).ToArray();
        return new(
            zone.Id,
            [.. plans.SelectMany(plan => plan.Changes)],
            [.. plans.SelectMany(plan => plan.Skipped).Distinct().OrderBy(skipped => skipped.Name, StringComparer.Ordinal).ThenBy(skipped => skipped.Detail, StringComparer.Ordinal)]);
    }
}

/// <summary>All that is known about a name.</summary>
internal sealed record NameInput
{
    public required ZoneState Zone { get; init; }
    public required string Name { get; init; }
    public required ImmutableArray<DesiredSet> Desired { get; init; }
    public required ImmutableArray<RecordSet> Sets { get; init; }

    /// <summary>The TXT sets that say whose the name is.</summary>
    public required ImmutableArray<RecordSet> Ownerships { get; init; }

    public required PlanOptions Options { get; init; }
    public required bool IsAdopted { get; init; }

    /// <summary>Whether the plan isn't for an owner of its stack.</summary>
    public bool IsOthers(Owner owner) => !Options.Scope.Contains(owner) && !Options.Scope.IsUnread(owner);
}
