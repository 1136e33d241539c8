using System.Collections.Immutable;

namespace Dockerland.Dns;

/// <summary>A name's changes as what has to happen at once.</summary>
internal static class NameParts
{
    /// <summary>
    /// One part, if it fits into a batch. Two full sets that change don't (400 values before and after, and that twice): they go one by
    /// one, if the ownership is ours before and after, so that no set is ever without it. None when it can't be done.
    /// </summary>
    public static ImmutableArray<NameChange> Of(string name, ImmutableArray<RecordChange> changes)
    {
        if (Fits(changes)) return [new(name, changes)];

        var isOurs = changes.Where(change => change.Set.Type is RecordTypes.Txt).All(change => change is { Before: not null, After: not null });
        var isApart = changes.All(change => change.Set.Type is not RecordTypes.Cname);
        return isOurs && isApart && changes.All(change => Fits([change])) ? [.. changes.Select(change => new NameChange(name, [change]))] : [];
    }

    private static bool Fits(ImmutableArray<RecordChange> changes) =>
        Route53Limits.Fits(changes.Sum(change => change.Elements), changes.Sum(change => change.Characters));
}
