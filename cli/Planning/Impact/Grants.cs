using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Dockerland.Cli.Planning.Impact;

/// <summary>One action that somebody may take on one resource.</summary>
internal sealed record Grant(string Who, string Action, string Resource, Conditions Conditions);

/// <summary>Reads what a resource lets anybody do, from its policies.</summary>
internal static class Grants
{
    public static IEnumerable<Grant> Of(PlannedResource resource) => resource.Type switch
    {
        "aws:iam/rolePolicyAttachment:RolePolicyAttachment" => [new(RoleOf(resource), "everything", $"what {resource.Text("policyArn")} says", Conditions.None)],
        "aws:lambda/permission:Permission" =>
            [new(Caller(resource.Text("principal") ?? ""), resource.Text("action") ?? "", $"function {Wording.Named(resource.Text("function") ?? "")}", Conditions.Source(resource.Text("sourceArn")))],
        "aws:iam/role:Role" => Documents(resource).SelectMany(document => Statements(document, $"role {resource.Name}", $"role {resource.Name}")),
        "aws:iam/rolePolicy:RolePolicy" => Documents(resource).SelectMany(document => Statements(document, RoleOf(resource), "")),
        _ => Documents(resource).SelectMany(document => Statements(document, Wording.Title(resource), Wording.Title(resource))),
    };

    private static string RoleOf(PlannedResource resource) => $"role {Wording.Named(resource.Text("role") ?? "")}";

    private static IEnumerable<JsonObject> Documents(PlannedResource resource) =>
        from input in resource.Inputs
        let text = resource.Text(input.Key)
        let document = text is null ? null : ScalarText.AsJson(text) as JsonObject
        where document?["Statement"] is not null
        select document;

    /// <param name="owner">Who may, where a statement names nobody.</param>
    /// <param name="self">What the document is attached to: the resource of statements that name none, or <c>*</c>, though others use it.</param>
    private static IEnumerable<Grant> Statements(JsonObject document, string owner, string self) =>
        from statement in List(document["Statement"]).OfType<JsonObject>()
        let callers = Callers(statement["Principal"]).DefaultIfEmpty(owner).ToArray()
        let denied = statement["Effect"]?.ToString() is "Deny" ? "DENIED " : ""
        let conditions = Conditions.Read(statement["Condition"] as JsonObject)
        from who in callers
        from action in Texts(statement["Action"]).Concat(Texts(statement["NotAction"]).Select(action => $"all but {action}"))
        from resource in Texts(statement["Resource"]).Concat(Texts(statement["NotResource"]).Select(resource => $"all but {resource}")).DefaultIfEmpty(self)
        select new Grant(who, denied + action, resource is "*" && self.Length > 0 && statement["Principal"] is not null ? self : resource, conditions);

    private static IEnumerable<string> Callers(JsonNode? principal) => principal switch
    {
        null => [],
        JsonObject kinds => kinds.SelectMany(kind => Texts(kind.Value)).Select(Caller),
        _ => [Caller(principal.ToString())],
    };

    private static string Caller(string principal) => principal switch
    {
        "*" => "anybody",
        "arn:<getPartition.partition>:iam::<getCallerIdentity.accountId>:root" => "the account's own users and roles",
        _ => principal,
    };

    private static IEnumerable<string> Texts(JsonNode? value) => List(value).Select(item => item!.ToString());

    private static ImmutableArray<JsonNode?> List(JsonNode? value) => value switch
    {
        JsonArray list => [.. list],
        null => [],
        _ => [value],
    };
}
