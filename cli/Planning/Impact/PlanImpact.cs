using System.Collections.Immutable;

namespace Dockerland.Cli.Planning.Impact;

/// <summary>What the differences between two plans mean to whoever deploys the second one.</summary>
/// <param name="Against">What the first plan is, as it was asked for.</param>
/// <param name="Warnings">What nobody should do without having read it.</param>
/// <param name="Hosts">What becomes of each fleet's hosts.</param>
/// <param name="Doors">Who may reach the hosts, on which port.</param>
/// <param name="Destroyed">What no later deployment brings back.</param>
internal sealed record PlanImpact(
    string Against,
    PlanDiff Diff,
    ImmutableArray<string> Warnings,
    ImmutableArray<HostChange> Hosts,
    ImmutableArray<Difference> Records,
    ImmutableArray<Difference> Doors,
    ImmutableArray<PermissionChange> Permissions,
    ImmutableArray<LostThing> Destroyed)
{
    public static PlanImpact Of(PlanDiff diff, string against) => new(
        against,
        diff,
        [.. Impact.Warnings.Of(diff)],
        // Hosts that are made anew elsewhere don't roll.
        ProviderChanges.Moves(diff).Any() ? [] : [.. HostChanges.Of(diff)],
        [.. RecordChanges.Of(diff)],
        [.. Openings.Of(diff)],
        [.. PermissionChanges.Of(diff)],
        [.. Losses.Of(diff)]);
}

/// <summary>Something that comes or goes.</summary>
internal readonly record struct Difference(bool Comes, string Text)
{
    public override string ToString() => $"{(Comes ? '+' : '-')} {Text}";

    /// <summary>What of two sets isn't in the other: what goes before what comes, of each thing.</summary>
    public static IEnumerable<Difference> Between(IEnumerable<string> before, IEnumerable<string> after)
    {
        var (old, now) = (before.ToHashSet(), after.ToHashSet());
        return old.Except(now).Select(text => new Difference(false, text))
            .Concat(now.Except(old).Select(text => new Difference(true, text)))
            .OrderBy(difference => difference.Text, StringComparer.Ordinal);
    }
}
