using System.Text.Json.Nodes;
using Dockerland.Cli.Planning.Impact;

namespace Dockerland.Cli.Planning;

/// <summary>What a stack is, in a few lines above all that it is made of.</summary>
internal static class PlanSummary
{
    private const string World = "0.0.0.0/0";

    public static IEnumerable<string> Of(Plan plan)
    {
        foreach (var group in OfType(plan, "aws:autoscaling/group:Group"))
            yield return $"fleet {group.Name}: {GroupSize.Of(group)}{Types(plan, group)}";
        foreach (var record in plan.Resources.SelectMany(RecordChanges.Records))
            yield return $"record {record}";
        foreach (var door in OfType(plan, "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule").Where(door => door.Text("cidrIpv4") is World))
            yield return $"open to the world: {door.Text("ipProtocol")} {Ports(door)} of {GroupOf(plan, door)}";
        foreach (var kept in plan.Resources.Where(resource => resource.Custom && (resource.IsProtected || resource.IsRetained)))
            yield return $"kept: {kept.Name} ({kept.Type}) is {string.Join(" and ", Guards(kept))}";
    }

    private static IEnumerable<PlannedResource> OfType(Plan plan, string type) => plan.Resources.Where(resource => resource.Type == type);

    private static string Types(Plan plan, PlannedResource group)
    {
        var overrides = group.Input("mixedInstancesPolicy", "launchTemplate", "overrides") as JsonArray ?? [];
        var mixed = overrides.Select(one => one?["instanceType"]?.ToString()).OfType<string>().ToArray();
        var template = OfType(plan, "aws:ec2/launchTemplate:LaunchTemplate").FirstOrDefault(template => group.Dependencies.Values.Any(urns => urns.Contains(template.Urn)));
        return mixed.Length > 0 ? $" of {string.Join(", ", mixed)}" : template?.Text("instanceType") is { } type ? $" of {type}" : "";
    }

    private static string Ports(PlannedResource door) => (door.Number("fromPort"), door.Number("toPort")) switch
    {
        (null, _) or (_, null) => "everything",
        (var from, var to) when from == to => $"{from}",
        (var from, var to) => $"{from} to {to}",
    };

    private static string GroupOf(Plan plan, PlannedResource door) =>
        plan.Resources.FirstOrDefault(resource => door.Dependencies.GetValueOrDefault("securityGroupId", []).Contains(resource.Urn))?.Name ?? door.Name;

    private static IEnumerable<string> Guards(PlannedResource resource)
    {
        if (resource.IsProtected)
            yield return "protected against deletion";
        if (resource.IsRetained)
            yield return "left in the cloud when it goes from the program";
    }
}
