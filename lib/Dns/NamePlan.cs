using System.Collections.Immutable;

namespace Dockerland.Dns;

/// <summary>The plan of one name: of each of its set identifiers (none, with simple routing), then whether Route53 takes them together.</summary>
internal sealed record NamePlan(ImmutableArray<NameChange> Changes, ImmutableArray<Skipped> Skipped)
{
    public static NamePlan Make(NameInput input)
    {
        ImmutableArray<Skipped> refused = [.. input.Desired.Select(set => Refusal(input, set)).OfType<Skipped>()];
        if (!refused.IsEmpty) return new([], refused);

        var identifiers = input.Desired.Select(set => set.SetIdentifier).Union(input.Ownerships.Select(set => set.SetIdentifier)).Order(StringComparer.Ordinal);
        var plans = identifiers.Select(identifier => SetPlan.Make(input, identifier)).ToArray();
        ImmutableArray<RecordChange> changes = [.. plans.SelectMany(plan => plan.Changes)];
        ImmutableArray<Skipped> skipped = [.. plans.SelectMany(plan => plan.Skipped)];
        if (changes.IsEmpty) return new([], skipped);

        if (NameRules.Conflict(input, changes) is { } conflict) return new([], [.. skipped, NotAtAll(input, SkipReason.Conflict, conflict)]);
        var parts = NameParts.Of(input.Name, changes);
        return parts.IsEmpty ? new([], [.. skipped, NotAtAll(input, SkipReason.Refused, TooMuch(new(input.Name, changes)))]) : new(parts, skipped);
    }

    private static Skipped? Refusal(NameInput input, DesiredSet set) =>
        DesiredRules.Problem(set, input.Name, input.Zone, input.Options.Stack) is { } problem
            ? new(input.Name, set.Type, set.SetIdentifier, SkipReason.Refused, problem)
            : null;

    private static Skipped NotAtAll(NameInput input, SkipReason reason, string detail) => new(input.Name, null, null, reason, detail);

    private static string TooMuch(NameChange change) =>
        $"'{change.Name}' would change {change.Elements} records of {change.Characters} characters at once; Route53 takes {Route53Limits.ElementsOfBatch} of {Route53Limits.CharactersOfBatch}. Remove the record by hand, or want less of it.";
}
