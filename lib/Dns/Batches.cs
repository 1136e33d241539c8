using System.Collections.Immutable;

namespace Dockerland.Dns;

/// <summary>
/// Changes as Route53 takes them at once: as few batches as hold them in their order, no name's change in two. What only removes comes
/// last and in batches of its own, since more may be removed than changed, and a permission is for all of a batch.
/// </summary>
public static class Batches
{
    public static ImmutableArray<ImmutableArray<NameChange>> Of(IEnumerable<NameChange> changes)
    {
        var batches = ImmutableArray.CreateBuilder<ImmutableArray<NameChange>>();
        var (batch, elements, characters) = (ImmutableArray<NameChange>.Empty, 0, 0);
        foreach (var change in changes.OrderBy(change => change.IsRemoval))
        {
            if (!batch.IsEmpty && (change.IsRemoval != batch[0].IsRemoval || !Route53Limits.Fits(elements + change.Elements, characters + change.Characters)))
            {
                batches.Add(batch);
                (batch, elements, characters) = ([], 0, 0);
            }

            (batch, elements, characters) = (batch.Add(change), elements + change.Elements, characters + change.Characters);
        }

        if (!batch.IsEmpty) batches.Add(batch);
        return batches.ToImmutable();
    }
}
