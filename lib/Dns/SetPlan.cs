using System.Collections.Immutable;
using Dockerland.Contracts;

namespace Dockerland.Dns;

/// <summary>
/// The plan of a name's sets with one set identifier (or none), and of their ownership:
/// | TXT | wanted | |
/// | none | yes | created, unless a record is there: foreign |
/// | somebody else's | yes | foreign |
/// | either, adopted | yes | becomes ours |
/// | ours | yes | what owners in scope want; what others of ours have stays |
/// | ours | no | removed, unless an owner out of scope may want it |
/// | ours, of others than the plan is for | no | not looked at |
/// | not ours | no | not looked at |
/// </summary>
internal sealed record SetPlan(ImmutableArray<RecordChange> Changes, ImmutableArray<Skipped> Skipped)
{
    public static SetPlan Make(NameInput input, string? identifier)
    {
        ImmutableArray<DesiredSet> desired = [.. input.Desired.Where(set => set.SetIdentifier == identifier)];
        ImmutableArray<RecordSet> sets = [.. input.Sets.Where(set => set.CanBeOurs && set.SetIdentifier == identifier)];
        var ownership = Ownership.Read(input.Ownerships.FirstOrDefault(set => set.SetIdentifier == identifier), input.Options.Stack);
        if (desired.IsEmpty && (ownership.Kind is not OwnershipKind.Ours || ownership.Owners.All(input.IsOthers))) return new([], []);
        if (!input.IsAdopted && Foreign(input.Name, identifier, sets, ownership) is { } foreign) return new([], [foreign]);

        ImmutableArray<Owner> unknown = [.. ownership.Owners.Where(owner => !input.Options.Scope.Contains(owner) && desired.All(set => set.Owner != owner))];
        var records = sets.Select(set => set.Type).Union(desired.Select(set => set.Type)).Order(StringComparer.Ordinal)
            .Select(type => RecordPlan.Make(new(input.Name, type, identifier), sets.FirstOrDefault(set => set.Type == type), [.. desired.Where(set => set.Type == type)], unknown, input.Options.Policy))
            .ToArray();

        ImmutableArray<RecordChange> changes = [.. records.Where(record => record.IsChange).Select(record => record.Change)];
        var owners = desired.Select(set => set.Owner).Concat(unknown).Distinct().ToArray();
        var after = records.All(record => record.Change.After is null)
            ? unknown.IsEmpty && ownership.Kind is OwnershipKind.Ours ? null : ownership.Set
            : owners.Length is 0 ? ownership.Set : Ownership.Write(input.Name, identifier, owners);
        var change = new RecordChange(ownership.Set, after);
        var isAllowed = input.Options.Policy switch
        {
            PlanPolicy.CreateOnly => ownership.Set is null || !changes.IsEmpty,
            PlanPolicy.UpsertOnly => after is not null,
            _ => true,
        };
        return new(IsSame(change) || !isAllowed ? changes : [.. changes, change], [.. records.SelectMany(record => record.Skipped)]);
    }

    private static bool IsSame(RecordChange change) => change is { Before: null, After: null } || (change is { Before: { } before, After: { } after } && before.IsSame(after));

    private static Skipped? Foreign(string name, string? identifier, ImmutableArray<RecordSet> sets, Ownership ownership) => ownership.Kind switch
    {
        OwnershipKind.Ours => null,
        OwnershipKind.None when sets.IsEmpty => null,
        OwnershipKind.None => new(name, null, identifier, SkipReason.Foreign, $"'{name}' has {string.Join(" and ", sets.Select(set => set.Type))} and no TXT record at '{Names.Ownership(name)}': it isn't ours. Adopt the name to take it over."),
        _ => new(name, null, identifier, SkipReason.Foreign, $"'{name}' belongs to somebody else, by TXT '{Names.Ownership(name)}': {string.Join(", ", ownership.Set!.Values)}. Adopt the name to take it over."),
    };
}
