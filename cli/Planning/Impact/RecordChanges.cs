using System.Text.Json.Nodes;
using Dockerland.Contracts;

namespace Dockerland.Cli.Planning.Impact;

/// <summary>The DNS records that come and go: those that are declared, and those that follow a fleet's hosts.</summary>
internal static class RecordChanges
{
    public static IEnumerable<Difference> Of(PlanDiff diff) => Difference.Between(
        diff.Changes.Select(change => change.Before).OfType<PlannedResource>().SelectMany(Records),
        diff.Changes.Select(change => change.After).OfType<PlannedResource>().SelectMany(Records));

    /// <summary>The records that a resource makes, or lets the updater make.</summary>
    public static IEnumerable<string> Records(PlannedResource resource) => resource.Type switch
    {
        "aws:route53/record:Record" => [Declared(resource)],
        "aws:autoscaling/group:Group" => Followed(resource),
        _ => [],
    };

    private static string Declared(PlannedResource record)
    {
        var targets = Texts(record.Input("records")).Concat(Texts(record.Input("aliases", "name"))).DefaultIfEmpty(record.Input("aliases")?.ToJsonString(PlanJson.Relaxed) ?? "nothing");
        var set = record.Text("setIdentifier") is { } identifier ? $", set {identifier}" : "";
        var ttl = record.Number("ttl") is { } seconds ? $" (TTL {seconds}{set})" : set.Length > 0 ? $" ({set[2..]})" : "";
        return $"{record.Text("name")} {record.Text("type")} in {record.Text("zoneId")}: {string.Join(", ", targets)}{ttl}";
    }

    // The updater keeps them: the tag lists ZONEID:NAME.
    private static IEnumerable<string> Followed(PlannedResource fleet) =>
        from tag in (fleet.Input("tags") as JsonArray ?? []).OfType<JsonObject>()
        where tag["key"]?.ToString() is TagKeys.DomainMeta
        from entry in tag["value"]!.ToString().Split(';', StringSplitOptions.RemoveEmptyEntries)
        let parts = entry.Split(':', 2)
        select parts.Length < 2 ? $"{entry}: the hosts of {fleet.Name}" : $"{parts[1]} in {parts[0]}: the hosts of {fleet.Name}, kept by the updater";

    private static IEnumerable<string> Texts(JsonNode? value) => value switch
    {
        JsonArray list => list.Select(item => item!.ToString()),
        null => [],
        _ => [value.ToString()],
    };
}
