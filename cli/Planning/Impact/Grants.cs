using System.Text.Json.Nodes;

namespace Dockerland.Cli.Planning.Impact;

/// <summary>One action that somebody may take on one resource.</summary>
internal sealed record Grant(string Who, string Action, string Resource, string Condition);

/// <summary>Reads what a resource lets anybody do, from its policies.</summary>
internal static class Grants
{
    public static IEnumerable<Grant> Of(PlannedResource resource) => resource.Type switch
    {
        "aws:iam/rolePolicyAttachment:RolePolicyAttachment" => [new(RoleOf(resource), "everything of a managed policy", resource.Text("policyArn") ?? "", "")],
        "aws:lambda/permission:Permission" =>
            [new($"{resource.Text("principal")}{Of("for", resource.Text("sourceArn"))}", resource.Text("action") ?? "", resource.Text("function") ?? "", "")],
        "aws:iam/role:Role" => Documents(resource).SelectMany(document => Statements(document.Value, document.Key is "assumeRolePolicy" ? $"role {resource.Name}, to take it," : $"role {resource.Name}", "itself")),
        "aws:iam/rolePolicy:RolePolicy" => Documents(resource).SelectMany(document => Statements(document.Value, RoleOf(resource), "itself")),
        _ => Documents(resource).SelectMany(document => Statements(document.Value, $"{resource.Name} ({resource.Type.Split(':')[^1]})", "itself")),
    };

    private static string Of(string word, string? text) => text is null ? "" : $" {word} {text}";

    // A placeholder, <web.name>, names the role as the program does.
    private static string RoleOf(PlannedResource resource) =>
        resource.Text("role") is { } role ? $"role {(role is ['<', .., '>'] ? role[1..^1].Split('.')[0] : role)}" : "";

    private static IEnumerable<KeyValuePair<string, JsonObject>> Documents(PlannedResource resource) =>
        from input in resource.Inputs
        let text = resource.Text(input.Key)
        let document = text is null ? null : ScalarText.AsJson(text) as JsonObject
        where document?["Statement"] is not null
        select KeyValuePair.Create(input.Key, document);

    private static IEnumerable<Grant> Statements(JsonObject document, string owner, string self) =>
        from statement in List(document["Statement"]).OfType<JsonObject>()
        let who = Principal(statement["Principal"]) is { } principal ? $"{owner} for {principal}" : owner
        let effect = statement["Effect"]?.ToString() is "Deny" ? "DENIED " : ""
        let condition = statement["Condition"] is { } when ? $", when {when.ToJsonString(PlanJson.Relaxed)}" : ""
        from action in Texts(statement["Action"]).Concat(Texts(statement["NotAction"]).Select(action => $"all but {action}"))
        from resource in Texts(statement["Resource"]).Concat(Texts(statement["NotResource"]).Select(resource => $"all but {resource}")).DefaultIfEmpty(self)
        select new Grant(who, effect + action, resource, condition);

    private static string? Principal(JsonNode? principal) => principal switch
    {
        null => null,
        JsonObject kinds => string.Join(", ", kinds.SelectMany(kind => Texts(kind.Value))),
        _ => principal.ToString(),
    };

    private static IEnumerable<string> Texts(JsonNode? value) => List(value).Select(item => item!.ToString());

    private static JsonNode?[] List(JsonNode? value) => value switch
    {
        JsonArray list => [.. list],
        null => [],
        _ => [value],
    };
}
