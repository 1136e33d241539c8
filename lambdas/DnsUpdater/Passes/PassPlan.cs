using System.Collections.Immutable;
using Dockerland.Contracts;
using Dockerland.Dns;
using Dockerland.DnsUpdater.Desired;
using Dockerland.DnsUpdater.Fleets;

namespace Dockerland.DnsUpdater.Passes;

/// <summary>What a pass found and would do.</summary>
/// <param name="All">All groups of the stack, without machines.</param>
/// <param name="Entries">Those that were looked at, with their machines.</param>
/// <param name="Failures">Zones that couldn't be read, a sentence for each.</param>
internal sealed record PassPlan(ImmutableArray<GroupState> All, DesiredState Desired, ImmutableArray<GroupEntries> Entries, ImmutableArray<ZonePlan> Zones, ImmutableArray<string> Failures)
{
    public bool IsEmpty => Zones.All(zone => zone.Plan.IsEmpty);

    /// <summary>Ids of health checks that nobody uses and no host of which is there.</summary>
    public ImmutableArray<string> OrphanedChecks { get; init; } = [];

    /// <summary>Ids of the zones that couldn't be read.</summary>
    public ImmutableSortedSet<string> UnreadZones { get; init; } = [];

    /// <summary>Named groups that aren't this stack's, or are no more.</summary>
    public required ImmutableArray<string> Unknown { get; init; }
}

/// <summary>The plan of those names of a zone that have one policy.</summary>
/// <param name="Wanted">All that is desired in the zone.</param>
internal sealed record ZonePlan(DnsPlan Plan, ImmutableArray<DesiredSet> Wanted, PlanOptions Options);

/// <summary>What a pass did.</summary>
/// <param name="Failures">What wasn't done, a sentence for each.</param>
internal sealed record PassResult(PassPlan Plan, ImmutableArray<DnsResult> Zones, ImmutableArray<string> Failures)
{
    public IEnumerable<RecordChange> Changes => Zones.SelectMany(zone => zone.Applied).SelectMany(change => change.Records);

    public IEnumerable<Skipped> Skipped => Zones.SelectMany(zone => zone.Skipped);

    /// <summary>Whether a record that a group has, or had, isn't as it should be: hosts of the group may still be in it.</summary>
    public bool IsFailed(string group)
    {
        var state = Plan.Entries.FirstOrDefault(entry => entry.Group.Name == group);
        var entries = state?.Entries ?? [];
        var names = entries.SelectMany(entry => NamesOf(entry, state!.Group)).Select(RecordName.Normalize).ToHashSet(StringComparer.Ordinal);
        return entries.Any(entry => Plan.UnreadZones.Contains(entry.ZoneId))
            || Zones.SelectMany(zone => zone.Failed).Any(failure => names.Contains(failure.Change.Name) || failure.Change.IsOf(group));
    }

    /// <summary>Whether a record stays as it was on purpose, so that nobody needs to wait until it is forgotten.</summary>
    public bool IsKept(string group, DomainMeta entry) =>
        (entry.WhenEmpty is WhenEmpty.Keep && Plan.Desired.Empty.Contains(new(group, entry)))
        || Skipped.Any(skipped => skipped.Name == RecordName.Normalize(entry.Name) && skipped.Reason is not SkipReason.Kept);

    private static IEnumerable<string> NamesOf(DomainMeta entry, GroupState group) =>
    [
        entry.Name,
        .. entry.Host is { } host ? group.Instances.Select(instance => host.Replace(DomainMeta.InstanceId, instance.Id, StringComparison.Ordinal)) : [],
    ];
}
