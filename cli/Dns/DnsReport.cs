using System.Collections.Immutable;
using Dockerland.Contracts;
using Dockerland.Dns;
using Dockerland.DnsUpdater.Desired;
using Dockerland.DnsUpdater.Fleets;
using Dockerland.DnsUpdater.Passes;

namespace Dockerland.Cli.Dns;

/// <summary>What a pass found, and what it changed or would change.</summary>
/// <param name="Overtaken">Names that somebody else made right first.</param>
/// <param name="Problems">What is wrong, a sentence for each.</param>
/// <param name="IsApplied">Whether the changes were made.</param>
internal sealed record DnsReport(
    DnsTarget Target,
    ImmutableArray<string> Zones,
    ImmutableArray<GroupReport> Groups,
    ImmutableArray<ZoneChange> Changes,
    ImmutableArray<Skipped> Skipped,
    ImmutableArray<string> Overtaken,
    ImmutableArray<string> Problems,
    bool IsApplied)
{
    /// <summary>Hosts that count for some record.</summary>
    public int Hosts => Groups.SelectMany(group => group.Views).SelectMany(view => view.Instances).Where(instance => instance.Verdict.IsKept).Select(instance => instance.Verdict.Instance).Distinct().Count();

    public static DnsReport Of(DnsTarget target, PassPlan plan) => Of(
        target,
        plan,
        plan.Zones.SelectMany(zone => zone.Plan.Changes.Select(change => (zone.Plan.ZoneId, change))),
        plan.Zones.SelectMany(zone => zone.Plan.Skipped),
        plan.Failures);

    public static DnsReport Of(DnsTarget target, PassResult result) => Of(
        target,
        result.Plan,
        result.Plan.Zones.Zip(result.Zones).SelectMany(zone => zone.Second.Applied.Select(change => (zone.First.Plan.ZoneId, change))),
        result.Skipped,
        result.Failures) with
    {
        Overtaken = [.. result.Zones.SelectMany(zone => zone.Overtaken)],
        IsApplied = true,
    };

    private static DnsReport Of(DnsTarget target, PassPlan plan, IEnumerable<(string ZoneId, NameChange Change)> changes, IEnumerable<Skipped> skipped, IEnumerable<string> failures) => new(
        target,
        [.. plan.Zones.Select(zone => zone.Plan.ZoneId).Distinct()],
        [.. plan.Entries.Select(group => GroupReport.Of(group, plan.Desired.Verdicts))],
        [.. changes.SelectMany(change => change.Change.Records.Select(record => new ZoneChange(change.ZoneId, record)))],
        [.. skipped],
        [],
        [.. plan.Desired.Problems, .. failures],
        IsApplied: false);
}

/// <summary>A record that changes.</summary>
internal sealed record ZoneChange(string ZoneId, RecordChange Record);

/// <summary>A group and what its instances count for.</summary>
/// <param name="Wanted">How many instances it is to have.</param>
internal sealed record GroupReport(string Name, int Wanted, ImmutableArray<GroupView> Views)
{
    public static GroupReport Of(GroupEntries group, ImmutableArray<Verdict> verdicts) => new(
        group.Group.Name,
        group.Group.Wanted,
        // What an instance counts for goes by these two alone.
        [.. group.Entries.GroupBy(entry => (entry.Address, entry.WithPending)).Select(same => GroupView.Of(group.Group, [.. same], verdicts))]);
}

/// <summary>Records of a group for which its instances count alike.</summary>
internal sealed record GroupView(ImmutableArray<DomainMeta> Entries, ImmutableArray<InstanceReport> Instances)
{
    public static GroupView Of(GroupState group, ImmutableArray<DomainMeta> entries, ImmutableArray<Verdict> verdicts)
    {
        var own = verdicts.Where(verdict => verdict.Group == group.Name && verdict.Entry == entries[0]).ToDictionary(verdict => verdict.Instance);
        return new(entries, [.. group.Instances.Select(instance => new InstanceReport(instance, Judge.AddressOf(entries[0].Address, instance.Machine), own[instance.Id]))]);
    }
}

/// <summary>An instance and whether it counts.</summary>
/// <param name="Address">Of the kind that is wanted; null for none.</param>
internal sealed record InstanceReport(InstanceState Instance, string? Address, Verdict Verdict);
