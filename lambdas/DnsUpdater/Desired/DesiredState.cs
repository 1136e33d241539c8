using System.Collections.Immutable;
using Dockerland.Contracts;
using Dockerland.Dns;

namespace Dockerland.DnsUpdater.Desired;

/// <summary>What groups want of their records, and why.</summary>
/// <param name="Verdicts">One for each entry and instance.</param>
/// <param name="Problems">What can't be wanted, a sentence for each.</param>
/// <param name="Unread">Groups of which it isn't known what they want, or who keep what they have.</param>
internal sealed record DesiredState(ImmutableArray<DesiredHost> Hosts, ImmutableArray<DesiredSet> Shared, ImmutableArray<Verdict> Verdicts, ImmutableArray<string> Problems, ImmutableSortedSet<string> Unread)
{
    /// <summary>The groups that were looked at.</summary>
    public required ImmutableSortedSet<string> Read { get; init; }

    /// <summary>Names that don't have all changes; of several policies of a name the strictest counts.</summary>
    public required ImmutableArray<NamePolicy> Policies { get; init; }

    /// <summary>Entries that no instance counts for.</summary>
    public required ImmutableArray<EmptyEntry> Empty { get; init; }

    /// <summary>Zones in which something is wanted.</summary>
    public IEnumerable<string> ZoneIds => Shared.Select(set => set.ZoneId).Concat(Hosts.Select(host => host.Set.ZoneId)).Distinct(StringComparer.Ordinal);

    public static DesiredState Make(ImmutableArray<GroupEntries> groups, string stack, IReadOnlyCollection<string> zoneIds)
    {
        var parts = groups.Select(group => EntryParts.Of(group, stack, zoneIds)).ToArray();
        var entries = parts.SelectMany(part => part.Entries).ToArray();
        return new(
            [.. entries.SelectMany(entry => entry.Hosts)],
            [.. entries.Select(entry => entry.Shared).OfType<DesiredSet>()],
            [.. entries.SelectMany(entry => entry.Verdicts)],
            [.. parts.SelectMany(part => part.Problems)],
            [.. parts.Where(part => part.IsUnread).Select(part => part.Group)])
        {
            Read = [.. groups.Select(group => group.Group.Name)],
            Policies = [.. entries.Where(entry => entry.Entry.Policy is not PlanPolicy.Sync).SelectMany(entry => entry.Names.Select(name => new NamePolicy(entry.Entry.ZoneId, name, entry.Entry.Policy)))],
            Empty = [.. entries.Where(entry => entry.IsEmpty).Select(entry => new EmptyEntry(entry.Group, entry.Entry))],
        };
    }
}

/// <summary>A set of one instance's own.</summary>
/// <param name="Check">What Route53 is to ask of it.</param>
internal sealed record DesiredHost(string Instance, DesiredSet Set, HostCheck? Check);

/// <summary>Which changes are made of a name at most.</summary>
internal sealed record NamePolicy(string ZoneId, string Name, PlanPolicy Policy);

/// <summary>An entry of a group that none of its instances counts for.</summary>
internal sealed record EmptyEntry(string Group, DomainMeta Entry);
