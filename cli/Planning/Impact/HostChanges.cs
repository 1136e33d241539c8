using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Dockerland.Cli.Planning.Impact;

/// <summary>What becomes of a fleet's hosts, a fact each.</summary>
internal sealed record HostChange(string Fleet, ImmutableArray<string> Facts);

/// <summary>Says what becomes of the hosts of each auto-scaling group.</summary>
internal static class HostChanges
{
    private const string Group = "aws:autoscaling/group:Group";

    // While one of these is suspended, a refresh replaces nothing.
    private static readonly string[] OfRefresh = ["InstanceRefresh", "Launch", "Terminate"];

    public static IEnumerable<HostChange> Of(PlanDiff diff)
    {
        var changes = diff.Changes.Where(change => change.Resource.Custom).ToDictionary(change => change.Resource.Urn);
        var kept = diff.After.Resources.Where(resource => resource.Type is Group).Select(group => new HostChange(group.Name, [.. Facts(diff, changes, group)]));
        var gone = diff.Changes.Where(change => change is { Operation: Operation.Delete, Resource.Type: Group })
            .Select(change => new HostChange(change.Resource.Name, [$"{Hosts(change.Resource)} terminated with the group"]));
        return kept.Concat(gone).Where(change => change.Facts.Length > 0);
    }

    private static IEnumerable<string> Facts(PlanDiff diff, IReadOnlyDictionary<string, ResourceChange> changes, PlannedResource group)
    {
        if (!diff.Former.TryGetValue(group.Urn, out var former))
            return [$"{Hosts(group)} launched"];
        return changes.GetValueOrDefault(group.Urn) switch
        {
            null => [],
            { Operation: Operation.Replace } => Replaced(former, group),
            var change => Rolled(changes, group, change).Concat(HostContainers.Facts(diff, former, group)).Concat(GroupUpkeep.Facts(former, group)).Concat(Resized(former, group)).Concat(GroupZones.Facts(diff, change)),
        };
    }

    private static IEnumerable<string> Replaced(PlannedResource former, PlannedResource group)
    {
        var goes = $"{Hosts(former)} terminated with the old group";
        var comes = $"{Hosts(group)} launched in a new group";
        return group.IsDeletedFirst ? [goes, $"after that, {comes}"] : [comes, $"after that, {goes}, whether the new hosts serve yet or not"];
    }

    private static IEnumerable<string> Rolled(IReadOnlyDictionary<string, ResourceChange> changes, PlannedResource group, ResourceChange change)
    {
        var reasons = HostReasons.Of(changes, group, change).Distinct().ToArray();
        if (reasons.Length > 0 && Hindrance(group) is { } why)
            return [$"hosts that run stay as they are, since {why}; new ones get the changed {Wording.List(reasons)}"];
        if (reasons.Length > 0)
            return [$"{Hosts(group)} replaced, for the changed {Wording.List(reasons)}", .. Refresh.Of(group).Describe(GroupSize.Of(group))];
        var tags = HostReasons.ChangedTags(group, change).ToArray();
        return tags.Length > 0 ? [$"hosts that run keep their tags; new ones get the changed {Wording.List(tags)}"] : [];
    }

    private static string? Hindrance(PlannedResource group)
    {
        if (group.Input("instanceRefresh") is null) return "the group has no instance refresh";
        var suspended = (group.Input("suspendedProcesses") as JsonArray ?? []).Select(process => $"{process}").Intersect(OfRefresh).ToArray();
        return suspended.Length == 0 ? null : $"{Wording.List(suspended)} {(suspended.Length == 1 ? "is" : "are")} suspended";
    }

    private static IEnumerable<string> Resized(PlannedResource former, PlannedResource group)
    {
        var (before, after) = (GroupSize.Of(former), GroupSize.Of(group));
        if (before == after) yield break;
        yield return $"{after} instead of {before.Number}";
        // How many there are just now is only known where the program says it.
        var upTo = before.Least == before.Most ? "" : "up to ";
        if (after.Most < before.Most)
            yield return $"{upTo}{Wording.Count(before.Most - after.Most, "host")} {(before.Most - after.Most == 1 ? "is" : "are")} terminated at once";
        if (after.Least > before.Least)
            yield return $"{upTo}{Wording.Count(after.Least - before.Least, "host")} {(after.Least - before.Least == 1 ? "is" : "are")} launched";
    }

    private static string Hosts(PlannedResource group) => $"{GroupSize.Of(group)} {GroupSize.Of(group).Verb}";
}
