using System.Collections.Immutable;
using Dockerland.Contracts;

namespace Dockerland.Dns;

/// <summary>What leads from a zone as it is to one as it is desired.</summary>
/// <param name="ZoneId">The zone that was read.</param>
/// <param name="Changes">One for each name, in the names' order; none when nothing is to be done.</param>
/// <param name="Skipped">What is desired or owned and isn't changed, with the reason.</param>
public sealed record DnsPlan(string ZoneId, ImmutableArray<NameChange> Changes, ImmutableArray<Skipped> Skipped)
{
    public bool IsEmpty => Changes.IsEmpty;

    /// <summary>Plans a zone. The order of what is desired doesn't matter; what is desired in other zones is left out.</summary>
    public static DnsPlan Make(ZoneState zone, IEnumerable<DesiredSet> desired, PlanOptions options) => Planner.Plan(zone, desired, options);
}

/// <summary>All that changes at a name and its ownership, which happens at once or not at all.</summary>
public sealed record NameChange(string Name, ImmutableArray<RecordChange> Records)
{
    /// <summary>How many of the 1,000 records of a batch it takes.</summary>
    public int Elements => Records.Sum(record => record.Elements);

    /// <summary>How many of the 32,000 characters of a batch it takes.</summary>
    public int Characters => Records.Sum(record => record.Characters);

    /// <summary>Whose what it changes or removes was.</summary>
    public IEnumerable<Owner> OwnersBefore => Records.Select(record => record.Before).OfType<RecordSet>().Where(set => set.Type is RecordTypes.Txt)
        .SelectMany(set => set.Values).Select(value => Owner.TryParse(TextValue.Read(value), out var owner) ? owner : null).OfType<Owner>();

    /// <summary>Whether nothing of the name is left of what it changes.</summary>
    public bool IsRemoval => Records.All(record => record.After is null);

    /// <summary>Whether the group is named by an ownership that changes.</summary>
    public bool IsOf(string group) => Records
        .SelectMany(record => new[] { record.Before, record.After })
        .Where(set => set?.Type is RecordTypes.Txt)
        .SelectMany(set => set!.Values)
        .Any(text => Owner.TryParse(TextValue.Read(text), out var owner) && owner.Group == group);

    public bool Equals(NameChange? other) => other is not null && Name == other.Name && Records.SequenceEqual(other.Records);

    public override int GetHashCode() => HashCode.Combine(Name, Records.Length);
}

/// <summary>
/// A set that comes (no <paramref name="Before"/>), goes (no <paramref name="After"/>) or changes. A change is a DELETE of what was
/// read and a CREATE, in one batch: unlike an UPSERT it fails when somebody else was faster, and counts as much.
/// </summary>
public sealed record RecordChange(RecordSet? Before, RecordSet? After)
{
    public RecordSet Set => After ?? Before!;

    internal int Elements => (Before?.Values.Length ?? 0) + (After?.Values.Length ?? 0);

    internal int Characters => Length(Before) + Length(After);

    public override string ToString() => (Before, After) switch
    {
        (null, _) => $"create {After}",
        (_, null) => $"delete {Before}",
        _ => $"update {After}, was {Before.Ttl} s: {string.Join(", ", Before.Values)}",
    };

    private static int Length(RecordSet? set) => set?.Values.Sum(value => value.Length) ?? 0;
}

/// <summary>A record that a plan leaves as it is, though it is desired otherwise or owned.</summary>
/// <param name="Type">Null when all of the name's records are meant.</param>
/// <param name="Detail">A sentence for people: what is there, what was wanted, what to do.</param>
public sealed record Skipped(string Name, string? Type, string? SetIdentifier, SkipReason Reason, string Detail);

/// <summary>Why a record is left as it is.</summary>
public enum SkipReason
{
    /// <summary>It has no ownership of this stack.</summary>
    Foreign,

    /// <summary>Something stands at the name that it can't be beside, or two want what excludes each other.</summary>
    Conflict,

    /// <summary>The policy doesn't let it change.</summary>
    Policy,

    /// <summary>Route53 wouldn't take it: too many values, a name outside of the zone …</summary>
    Refused,

    /// <summary>Nobody has values for it, or not all who own it are known, so it stays.</summary>
    Kept,
}
