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
    private readonly Func<Owner, bool> isUnread;

    private PlanScope(Func<Owner, bool> contains, Func<Owner, bool> isUnread) => (this.contains, this.isUnread) = (contains, isUnread);

    /// <summary>That of who found none of those that he looked for.</summary>
    public static PlanScope Nobody { get; } = new(_ => false, _ => true);

    /// <summary>
    /// The updater's: all groups of its stack that were read, those that are no more included, and the agents on instances that
    /// are no more.
    /// </summary>
    /// <param name="unread">Groups that couldn't be read, or whose tags couldn't.</param>
    /// <param name="instances">All instances of the stack that aren't terminated; null when that isn't known.</param>
    public static PlanScope OfGroups(IEnumerable<string>? unread = null, IEnumerable<string>? instances = null)
    {
        var unknown = Set(unread ?? []);
        var alive = instances is null ? null : Set(instances);
        bool IsMeant(Owner owner) => owner.Instance is null || (alive is not null && !alive.Contains(owner.Instance));
        return new(owner => IsMeant(owner) && !unknown.Contains(owner.Group), owner => IsMeant(owner) && unknown.Contains(owner.Group));
    }

    /// <summary>The updater's when it looks at some groups only.</summary>
    /// <param name="groups">Those that were read.</param>
    /// <param name="unread">Those that it looked at and couldn't read.</param>
    public static PlanScope OfOnly(IEnumerable<string> groups, IEnumerable<string>? unread = null)
    {
        var (known, unknown) = (Set(groups), Set(unread ?? []));
        return new(owner => owner.Instance is null && known.Contains(owner.Group), owner => owner.Instance is null && unknown.Contains(owner.Group));
    }

    /// <summary>An agent's: what it keeps on behalf of its own host.</summary>
    public static PlanScope OfInstance(string instance) => new(owner => owner.Instance == instance, _ => false);

    /// <summary>Whether all that an owner of the plan's stack wants is known.</summary>
    internal bool Contains(Owner owner) => contains(owner);

    /// <summary>Whether an owner's wishes should be known and aren't. Of any other that isn't in the scope nothing is to be told: it speaks for itself.</summary>
    internal bool IsUnread(Owner owner) => isUnread(owner);

    private static ImmutableHashSet<string> Set(IEnumerable<string> names) => names.ToImmutableHashSet(StringComparer.Ordinal);
}
