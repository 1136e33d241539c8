using System.Collections.Immutable;
using Dockerland.Contracts;

namespace Dockerland.Dns;

/// <summary>What tells a set from all others of its zone.</summary>
internal sealed record RecordKey(string Name, string Type, string? SetIdentifier);

/// <summary>The plan of one set that is ours, or that nobody has.</summary>
internal sealed record RecordPlan(RecordChange Change, ImmutableArray<Skipped> Skipped)
{
    public bool IsChange => !ReferenceEquals(Change.Before, Change.After);

    /// <param name="desired">What is wanted of this very set.</param>
    /// <param name="unknown">Owners of the set whose wishes aren't known.</param>
    public static RecordPlan Make(RecordKey key, RecordSet? before, ImmutableArray<DesiredSet> desired, ImmutableArray<Owner> unknown, PlanPolicy policy)
    {
        var values = RecordValues.Normalize(key.Type, desired.SelectMany(set => set.Values));
        if (values.IsEmpty)
        {
            if (before is null) return new(new(null, null), desired.IsEmpty ? [] : [Kept(key, $"isn't there, and nobody has a value for it: {Groups(desired)}.")]);
            if (!unknown.IsEmpty) return new(new(before, before), [Kept(key, $"stays as it is: it isn't known what {Names(unknown)} wants of it.")]);
            if (desired.Any(set => set.WhenEmpty is WhenEmpty.Keep)) return new(new(before, before), [Kept(key, $"stays as it is: nobody has a value for it: {Groups(desired)}.")]);
            return policy is PlanPolicy.Sync ? new(new(before, null), []) : new(new(before, before), [Denied(key, policy, "removed")]);
        }

        var after = Merge(key, before, desired, unknown, values);
        var kept = before is not null && after.Values.Length > values.Length
            ? ImmutableArray.Create(Kept(key, $"keeps all its values: it isn't known what {Names(unknown)} wants of it."))
            : [];
        if (before is not null && before.IsSame(after)) return new(new(before, before), kept);
        return before is null || policy is not PlanPolicy.CreateOnly ? new(new(before, after), kept) : new(new(before, before), [Denied(key, policy, "changed")]);
    }

    private static RecordSet Merge(RecordKey key, RecordSet? before, ImmutableArray<DesiredSet> desired, ImmutableArray<Owner> unknown, ImmutableArray<string> values)
    {
        var isShared = before is not null && !unknown.IsEmpty;
        return new(key.Name, key.Type)
        {
            Ttl = Math.Min(desired.Min(set => set.Ttl), isShared ? before!.Ttl : long.MaxValue),
            Values = isShared ? RecordValues.Normalize(key.Type, values.Concat(before!.Values)) : values,
            SetIdentifier = key.SetIdentifier,
            Routing = key.SetIdentifier is null ? Routing.Simple : Routing.Multivalue,
            HealthCheckId = desired.Select(set => set.HealthCheckId).Order(StringComparer.Ordinal).FirstOrDefault(id => id is not null),
        };
    }

    private static Skipped Kept(RecordKey key, string what) => Skip(key, SkipReason.Kept, what);

    private static Skipped Denied(RecordKey key, PlanPolicy policy, string what) =>
        Skip(key, SkipReason.Policy, $"would be {what}, which the policy {(policy is PlanPolicy.CreateOnly ? "create-only" : "upsert-only")} doesn't let happen.");

    private static Skipped Skip(RecordKey key, SkipReason reason, string what) =>
        new(key.Name, key.Type, key.SetIdentifier, reason, $"{key.Type} '{key.Name}' {what}");

    private static string Groups(ImmutableArray<DesiredSet> desired) => Names(desired.Select(set => set.Owner));

    private static string Names(IEnumerable<Owner> owners) =>
        string.Join(", ", owners.Select(owner => owner.Instance ?? owner.Group).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
}
