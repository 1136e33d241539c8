using System.Collections.Immutable;

namespace Dockerland.Dns;

/// <summary>A hosted zone's records as they were read.</summary>
/// <param name="Id">Without <c>/hostedzone/</c>.</param>
/// <param name="Sets">All of them, or all of <see cref="Names"/>.</param>
public sealed record ZoneState(string Id, ImmutableArray<RecordSet> Sets)
{
    /// <summary>The zone's own name; null when it isn't among what was read.</summary>
    public string? Name { get; init; }

    /// <summary>The names that were read, each with its ownership; null for the whole zone. A plan changes no other name.</summary>
    public ImmutableHashSet<string>? Names { get; init; }

    /// <summary>How many names of those that were read are a stack's.</summary>
    public int CountNamesOf(string stack) => Sets
        .Where(set => set.Type is RecordTypes.Txt && Ownership.NameOf(set.Name) is not null && Ownership.Read(set, stack).Kind is OwnershipKind.Ours)
        .Select(set => set.Name).Distinct(StringComparer.Ordinal).Count();
}
