using System.Collections.Immutable;
using Dockerland.DnsUpdater.Events;
using Dockerland.DnsUpdater.Hooks;
using Dockerland.DnsUpdater.Passes;
using Dockerland.DnsUpdater.Registry;

namespace Dockerland.DnsUpdater.Telemetry;

/// <summary>What an invocation did; the function's result.</summary>
/// <param name="Changes">Records that came, changed or went.</param>
/// <param name="Skipped">How many instances and records were left out, by reason.</param>
/// <param name="RecordsWithoutHosts">Records that no host is there to answer for.</param>
/// <param name="Hooks">What became of hosts that waited.</param>
/// <param name="Problems">What is wrong and no retry would mend.</param>
/// <param name="Failures">What wasn't done; the event is tried again.</param>
internal sealed record RunSummary(
    ImmutableArray<string> Groups,
    int Hosts,
    ImmutableArray<string> Changes,
    ImmutableSortedDictionary<string, int> Skipped,
    ImmutableArray<string> RecordsWithoutHosts,
    ImmutableArray<string> DeletedNodes,
    ImmutableArray<string> Hooks,
    ImmutableArray<string> Problems,
    ImmutableArray<string> Failures)
{
    /// <summary>Whether all was as it should be.</summary>
    public bool IsNoOp => Changes.IsEmpty && Failures.IsEmpty;

    /// <summary>From the oldest event to the change that it led to; null without either.</summary>
    internal TimeSpan? Latency { get; init; }

    /// <summary>One line for each thing that happened, and one with all.</summary>
    public void WriteTo(Log log, RegistryResult? registry)
    {
        foreach (var change in Changes) log.Info(change);
        if (registry is { ToTerminate.IsEmpty: false })
            log.Info($"to terminate: {string.Join(", ", registry.ToTerminate.Select(node => $"{node.Id} {node.Address}"))}{(registry.Later is 0 ? "" : $", and {registry.Later} more later")}");
        foreach (var hook in Hooks) log.Info(hook);
        foreach (var problem in Problems) log.Warn(problem);
        foreach (var record in RecordsWithoutHosts) log.Warn($"No host is there for {record}");
        foreach (var failure in Failures) log.Warn(failure);
        log.Info($"{Changes.Length} changes for {Hosts} hosts of {Groups.Length} groups");
    }

    public static RunSummary Of(UpdaterEvent @event, PassResult pass, RegistryResult? registry, ImmutableArray<HookAnswer> hooks, DateTimeOffset changedAt)
    {
        var verdicts = pass.Plan.Desired.Verdicts;
        var skipped = ImmutableSortedDictionary.CreateBuilder<string, int>(StringComparer.Ordinal);
        foreach (var reason in verdicts.Where(verdict => !verdict.IsKept).Select(verdict => verdict.Reason.ToString()).Concat(pass.Skipped.Select(one => one.Reason.ToString())))
            skipped[reason] = skipped.GetValueOrDefault(reason) + 1;
        ImmutableArray<string> changes = [.. pass.Changes.Select(change => change.ToString())];
        return new(
            [.. pass.Plan.Entries.Select(group => group.Group.Name)],
            verdicts.Where(verdict => verdict.IsKept).Select(verdict => verdict.Instance).Distinct().Count(),
            changes,
            skipped.ToImmutable(),
            // A group that is to have no hosts is without them on purpose.
            [.. pass.Plan.Desired.Empty.Where(empty => pass.Plan.All.Any(group => group.Name == empty.Group && group is { Wanted: > 0, IsGoing: false })).Select(empty => $"{empty.Entry} of {empty.Group}").Distinct()],
            [.. registry?.Deleted.Select(node => node.Id) ?? []],
            [.. hooks.Select(hook => hook.ToString())],
            [
                .. @event.Problems,
                .. pass.Plan.Desired.Problems,
                .. pass.Skipped.Select(one => one.Detail),
                .. pass.Plan.Unknown.Select(group => $"Group {group} isn't this stack's, or is no more."),
            ],
            [.. pass.Failures, .. registry?.Failures ?? [], .. hooks.Where(hook => hook.IsFailure).Select(hook => hook.ToString())])
        {
            Latency = changes.IsEmpty ? null : changedAt - @event.HappenedAt,
        };
    }
}
