using System.Text.Json.Nodes;
using Dockerland.Cli.Planning.Impact;

namespace Dockerland.Cli.Planning;

/// <summary>What a stack is, in a few lines above all that it is made of.</summary>
internal static class PlanSummary
{
    public static IEnumerable<string> Of(Plan plan)
    {
        foreach (var group in OfType(plan, "aws:autoscaling/group:Group"))
            yield return $"fleet {group.Name}: {GroupSize.Of(group)}{Types(plan, group)}{Containers(plan, group)}";
        foreach (var record in plan.Resources.SelectMany(resource => RecordChanges.Records(plan, resource)))
            yield return $"record {record}";
        foreach (var door in plan.Resources.Where(resource => Openings.IsDoor(resource) && Openings.IsOfTheWorld(resource)))
            yield return $"open to the world: {Openings.Place(plan, door)}";
        foreach (var kept in plan.Resources.Where(resource => resource.Custom && (resource.IsProtected || resource.IsRetained)).GroupBy(resource => string.Join(" and ", Guards(resource))))
            yield return $"{kept.Key}: {string.Join(", ", kept.Select(Wording.Title))}";
    }

    private static IEnumerable<PlannedResource> OfType(Plan plan, string type) => plan.Resources.Where(resource => resource.Type == type);

    private static string Types(Plan plan, PlannedResource group)
    {
        var overrides = group.Input("mixedInstancesPolicy", "launchTemplate", "overrides") as JsonArray ?? [];
        var mixed = overrides.Select(one => one?["instanceType"]?.ToString()).OfType<string>().ToArray();
        var template = OfType(plan, "aws:ec2/launchTemplate:LaunchTemplate").FirstOrDefault(template => group.Dependencies.Values.Any(urns => urns.Contains(template.Urn)));
        return mixed.Length > 0 ? $" of {string.Join(", ", mixed)}" : template?.Text("instanceType") is { } type ? $" of {type}" : "";
    }

    private static string Containers(Plan plan, PlannedResource group) =>
        HostContainers.Of(plan, group).Keys.ToArray() is { Length: > 0 } names ? $", running {string.Join(", ", names)}" : "";

    private static IEnumerable<string> Guards(PlannedResource resource)
    {
        if (resource.IsProtected)
            yield return "protected against deletion";
        if (resource.IsRetained)
            yield return "left in the cloud when the program drops it";
    }
}
