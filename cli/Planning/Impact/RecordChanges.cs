using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Dockerland.Contracts;

namespace Dockerland.Cli.Planning.Impact;

/// <summary>The DNS records that come and go: those that are declared, and those that follow a fleet's hosts.</summary>
internal static partial class RecordChanges
{
    private const string Zone = "aws:route53/zone:Zone";

    public static IEnumerable<Difference> Of(PlanDiff diff) => Difference.Between(
        diff.Changes.Select(change => change.Before).OfType<PlannedResource>().SelectMany(resource => Records(diff.Before, resource)),
        diff.Changes.Select(change => change.After).OfType<PlannedResource>().SelectMany(resource => Records(diff.After, resource)));

    /// <summary>The records that a resource makes, or lets the updater or hosts make.</summary>
    public static IEnumerable<string> Records(Plan plan, PlannedResource resource) => resource.Type switch
    {
        "aws:route53/record:Record" => [Declared(plan, resource)],
        "aws:autoscaling/group:Group" => Followed(plan, resource),
        "aws:ec2/launchTemplate:LaunchTemplate" => Served(plan, resource),
        _ => [],
    };

    private static string Declared(Plan plan, PlannedResource record)
    {
        var targets = Texts(record.Input("records")).Concat(Texts(record.Input("aliases", "name"))).DefaultIfEmpty(record.Input("aliases")?.ToJsonString(PlanJson.Relaxed) ?? "nothing");
        var set = record.Text("setIdentifier") is { } identifier ? $", set {identifier}" : "";
        var ttl = record.Number("ttl") is { } seconds ? $" (TTL {seconds}{set})" : set.Length > 0 ? $" ({set[2..]})" : "";
        return $"{record.Text("name")} {record.Text("type")} in {ZoneOf(plan, record.Text("zoneId") ?? "")}: {string.Join(", ", targets)}{ttl}";
    }

    // The updater keeps them: the tag lists ZONEID:NAME.
    private static IEnumerable<string> Followed(Plan plan, PlannedResource fleet) =>
        from tag in (fleet.Input("tags") as JsonArray ?? []).OfType<JsonObject>()
        where tag["key"]?.ToString() is TagKeys.DomainMeta
        from entry in tag["value"]!.ToString().Split(';', StringSplitOptions.RemoveEmptyEntries)
        let parts = entry.Split(':', 2)
        select parts.Length < 2 ? $"{entry}: the hosts of {fleet.Name}" : $"{parts[1]} in {ZoneOf(plan, parts[0])}: the hosts of {fleet.Name}, kept by the updater";

    // The agent on each host keeps them: user-data sets DOMAIN for containers that are found by a name.
    private static IEnumerable<string> Served(Plan plan, PlannedResource template) =>
        from variable in Domains().Matches(template.Text("userData") ?? "")
        from service in variable.Groups[1].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        from zone in plan.Resources.Where(IsPrivate)
        let end = $".{zone.Text("name")}"
        select $"{(service.EndsWith(end, StringComparison.OrdinalIgnoreCase) ? service : service + end)} in the private zone: the hosts of {template.Name} that run it, kept by the agent on each";

    [GeneratedRegex($"""^[ \-"]*{EnvironmentVariables.Domain}="?([^"\n]+)"?\s*$""", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Domains();

    // <zone.zoneId> stands for a zone of the stack's own.
    private static string ZoneOf(Plan plan, string id) =>
        plan.Resources.FirstOrDefault(resource => resource.Type is Zone && id == $"<{resource.Name}.zoneId>") is { } zone ? $"the {(IsPrivate(zone) ? "private" : "public")} zone" : $"zone {id}";

    private static bool IsPrivate(PlannedResource resource) => resource.Type is Zone && resource.Input("vpcs") is JsonArray { Count: > 0 };

    private static IEnumerable<string> Texts(JsonNode? value) => value switch
    {
        JsonArray list => list.Select(item => item!.ToString()),
        null => [],
        _ => [value.ToString()],
    };
}
