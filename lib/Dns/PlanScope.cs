using System.Collections.Immutable;
using Dockerland.Contracts;

namespace Dockerland.Dns;

/// <summary>
/// Whose wishes a plan knows. Of owners in its scope the desired sets are the whole truth: what they own and don't desire is
/// removed. Of any other nothing is known, and unknown is not empty: what they own stays.
/// </summary>
public sealed class PlanScope
{
    private readonly Func<Owner, bool> contains;

    private PlanScope(Func<Owner, bool> contains) => this.contains = contains;

    /// <summary>
    /// The updater's: all groups of its stack that were read, those that are no more included, and the agents on instances that
    /// are no more.
    /// </summary>
    /// <param name="unread">Groups that couldn't be read, or whose tags couldn't.</param>
    /// <param name="instances">All instances of the stack that aren't terminated; null when that isn't known.</param>
    public static PlanScope OfGroups(IEnumerable<string>? unread = null, IEnumerable<string>? instances = null)
    {
        var unknown = (unread ?? []).ToImmutableHashSet(StringComparer.Ordinal);
        var alive = instances?.ToImmutableHashSet(StringComparer.Ordinal);
        return new(owner => !unknown.Contains(owner.Group) && (owner.Instance is null || (alive is not null && !alive.Contains(owner.Instance))));
    }

    /// <summary>The updater's when only these groups were read, or when it isn't known whether others are still there.</summary>
    public static PlanScope OfOnly(IEnumerable<string> groups)
    {
        var known = groups.ToImmutableHashSet(StringComparer.Ordinal);
        return new(owner => owner.Instance is null && known.Contains(owner.Group));
    }

    /// <summary>An agent's: what it keeps on behalf of its own host.</summary>
    public static PlanScope OfInstance(string instance) => new(owner => owner.Instance == instance);

    /// <summary>Whether all that an owner of the plan's stack wants is known.</summary>
    internal bool Contains(Owner owner) => contains(owner);
}
