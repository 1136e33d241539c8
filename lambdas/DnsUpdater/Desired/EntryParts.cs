using System.Collections.Immutable;
using Dockerland.Contracts;
using Dockerland.Dns;
using Dockerland.DnsUpdater.Fleets;

namespace Dockerland.DnsUpdater.Desired;

/// <summary>What one group wants.</summary>
internal sealed record EntryParts(string Group, ImmutableArray<EntryPart> Entries, ImmutableArray<string> Problems, bool IsUnread)
{
    public static EntryParts Of(GroupEntries group, string stack, IReadOnlyCollection<string> zoneIds)
    {
        if (group.Problem is { } problem) return new(group.Group.Name, [], [problem], true);

        var foreign = group.Entries.Where(entry => !zoneIds.Contains(entry.ZoneId)).ToArray();
        ImmutableArray<EntryPart> entries = [.. group.Entries.Except(foreign).Select(entry => EntryPart.Of(group.Group, entry, stack))];
        return new(
            group.Group.Name,
            entries,
            [.. foreign.Select(entry => $"Group {group.Group.Name}: tag {TagKeys.DomainMeta} has '{entry}', and zone {entry.ZoneId} is none of this stack's: {string.Join(", ", zoneIds)}.")],
            // Sets of instances of its own that nobody counts for can't be told from those of instances that are gone.
            entries.Any(entry => entry is { IsEmpty: true, Entry: { IsMultivalue: true, WhenEmpty: WhenEmpty.Keep } }));
    }
}

/// <summary>What one entry of a group wants.</summary>
/// <param name="Shared">The set of all its instances; null when each has one of its own.</param>
internal sealed record EntryPart(string Group, DomainMeta Entry, ImmutableArray<Verdict> Verdicts, DesiredSet? Shared, ImmutableArray<DesiredHost> Hosts)
{
    public bool IsEmpty => !Verdicts.Any(verdict => verdict.IsKept);

    public IEnumerable<string> Names => Hosts.Select(host => host.Set.Name).Append(Entry.Name).Select(RecordName.Normalize).Distinct();

    public static EntryPart Of(GroupState group, DomainMeta entry, string stack)
    {
        ImmutableArray<Verdict> verdicts = [.. group.Instances.Select(instance => Judge.Of(group, entry, instance))];
        var kept = verdicts.Where(verdict => verdict.IsKept).ToArray();
        var whole = new DesiredSet(entry.ZoneId, entry.Name, entry.Address is AddressKind.Ipv6 ? RecordTypes.Aaaa : RecordTypes.A, new(stack, group.Name))
        {
            Ttl = entry.Ttl,
            WhenEmpty = entry.WhenEmpty,
        };
        var multivalue = entry.IsMultivalue ? kept.Select(host => new DesiredHost(host.Instance, whole with { Values = [host.Address!], SetIdentifier = host.Instance }, entry.Check)) : [];
        var own = entry.Host is { } name
            ? kept.Select(host => new DesiredHost(host.Instance, whole with { Name = name.Replace(DomainMeta.InstanceId, host.Instance, StringComparison.Ordinal), Values = [host.Address!] }, null))
            : [];
        return new(group.Name, entry, verdicts, entry.IsMultivalue ? null : whole with { Values = [.. kept.Select(host => host.Address!)] }, [.. multivalue, .. own]);
    }
}
