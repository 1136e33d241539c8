using System.Collections.Immutable;

namespace Dockerland.Dns;

/// <summary>What became of a plan.</summary>
/// <param name="Applied">Changes that Route53 took, the last one of a name that was planned again.</param>
/// <param name="ChangeIds">What to wait for; one for each batch.</param>
/// <param name="Overtaken">Names that turned out to be as desired when they were read again: somebody else was faster, or an answer was lost. There is no id to wait for.</param>
/// <param name="Failed">Changes that weren't made.</param>
/// <param name="Skipped">As in the plan, or as in the last one.</param>
public sealed record DnsResult(
    ImmutableArray<NameChange> Applied,
    ImmutableArray<string> ChangeIds,
    ImmutableArray<string> Overtaken,
    ImmutableArray<FailedChange> Failed,
    ImmutableArray<Skipped> Skipped)
{
    /// <summary>Whether all that could be done was.</summary>
    public bool IsDone => Failed.IsEmpty;

    internal DnsResult With(ImmutableArray<FailedChange> failed) => this with { Failed = Failed.AddRange(failed) };

    internal DnsResult With(RoundResult round) => this with
    {
        Applied = Applied.AddRange(round.Applied),
        ChangeIds = ChangeIds.AddRange(round.ChangeIds),
        Failed = Failed.AddRange(round.Failed),
    };

    internal DnsResult Again(DnsPlan plan, ImmutableArray<FailedChange> refused)
    {
        var names = refused.Select(failure => failure.Change.Name).ToHashSet(StringComparer.Ordinal);
        var still = plan.Changes.Select(change => change.Name).Concat(plan.Skipped.Select(skipped => skipped.Name)).ToHashSet(StringComparer.Ordinal);
        return this with
        {
            Overtaken = [.. Overtaken, .. names.Where(name => !still.Contains(name)).Order(StringComparer.Ordinal)],
            Skipped = [.. Skipped.Where(skipped => !names.Contains(skipped.Name)), .. plan.Skipped],
        };
    }
}

/// <summary>A change that wasn't made.</summary>
/// <param name="Message">For people: why, and what to do.</param>
public sealed record FailedChange(NameChange Change, string Message);
