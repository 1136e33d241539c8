using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dockerland.Infra.Policies;

namespace Dockerland.Infra.Rules;

/// <summary>What policies may allow.</summary>
internal static class PermissionRules
{
    private const string Permission = "aws:lambda/permission:Permission";
    private const string Role = "aws:iam/role:Role";

    // In a policy of who may use a resource, "*" as the resource is that one.
    private static readonly ImmutableArray<string> OfIdentities =
        [Role, "aws:iam/rolePolicy:RolePolicy", "aws:iam/policy:Policy", "aws:iam/userPolicy:UserPolicy", "aws:iam/groupPolicy:GroupPolicy"];

    private static readonly ImmutableArray<string> OfResources =
        ["aws:ecr/repositoryPolicy:RepositoryPolicy", "aws:kms/key:Key", "aws:sns/topic:Topic", "aws:sns/topicPolicy:TopicPolicy", "aws:sqs/queue:Queue", "aws:sqs/queuePolicy:QueuePolicy"];

    public static ImmutableArray<Rule> All { get; } =
    [
        new("wildcard-action", [.. OfIdentities, .. OfResources], inputs => First(inputs, WildcardAction)),
        new("wildcard-resource", OfIdentities, inputs => First(inputs, WildcardResource)),
        // Who may take a role is in a policy of the role as a resource.
        new("public-principal", [Role, .. OfResources], inputs => First(inputs, PublicPrincipal)),
        new("invoke-source", [Permission], InvokeSource),
    ];

    private static string? First(ResourceInputs inputs, Func<JsonObject, string?> problem) =>
        inputs.Values.Values.SelectMany(TextsIn).SelectMany(Statements).Where(statement => Text(statement["Effect"]) is not "Deny").Select(problem).OfType<string>().FirstOrDefault();

    private static string? WildcardAction(JsonObject statement) =>
        statement["NotAction"] is not null ? $"allows all actions but some, in {Title(statement)}. Write out those that are needed"
        : Texts(statement["Action"]).FirstOrDefault(action => action.AsSpan().ContainsAny('*', '?')) is { } action
            ? $"allows '{action}' in {Title(statement)}. Write out the actions that are needed"
            : null;

    private static string? WildcardResource(JsonObject statement)
    {
        if (statement["NotResource"] is not null) return $"allows all resources but some, in {Title(statement)}. Name the ARNs";
        if (!Texts(statement["Resource"]).Any(IsAnything)) return null;

        return Texts(statement["Action"]).FirstOrDefault(action => !UnscopedActions.Sources.ContainsKey(action)) is { } action
            ? $"allows '{action}' on every resource, in {Title(statement)}. Name the ARNs, or, if AWS gives the action none, add it to {nameof(UnscopedActions)} with its source"
            : null;
    }

    private static string? PublicPrincipal(JsonObject statement) =>
        statement["Condition"] is null
        && (statement["NotPrincipal"] is not null || Text(statement["Principal"]) is "*" || (statement["Principal"] is JsonObject kinds && kinds.SelectMany(kind => Texts(kind.Value)).Contains("*")))
            ? $"lets anybody in, in {Title(statement)}. Name who may, or add a condition"
            : null;

    // Else the service does it for whoever asks, in any account.
    private static string? InvokeSource(ResourceInputs permission) =>
        permission.At("sourceArn") is not null || permission.At("sourceAccount") is not null ? null
        : ResourceInputs.Text(permission.At("principal")) switch
        {
            "*" when permission.At("principalOrgId") is null => "lets anybody invoke it. Name the principal",
            { } principal when principal.EndsWith(".amazonaws.com", StringComparison.Ordinal) => $"lets {principal} invoke it for anybody's account. Set sourceArn",
            _ => null,
        };

    // A policy may stand inside of a list, as a role's own do.
    private static IEnumerable<string> TextsIn(object? value) => value switch
    {
        string text => [text],
        object?[] items => items.SelectMany(TextsIn),
        IReadOnlyDictionary<string, object?> map => map.Values.SelectMany(TextsIn),
        _ => [],
    };

    // All wildcards, or an ARN whose parts are.
    private static bool IsAnything(string resource) =>
        (resource.StartsWith("arn:", StringComparison.Ordinal) ? resource.AsSpan("arn:".Length) : resource).IndexOfAnyExcept("*?:") < 0;

    private static IEnumerable<JsonObject> Statements(string text)
    {
        if (!text.Contains("\"Statement\"", StringComparison.Ordinal)) return [];
        try
        {
            return JsonNode.Parse(text)?["Statement"] switch
            {
                JsonArray list => list.OfType<JsonObject>(),
                JsonObject one => [one],
                _ => [],
            };
        }
        catch (JsonException)
        {
            // The provider says so better.
            return [];
        }
    }

    private static string Title(JsonObject statement) => Text(statement["Sid"]) is { } id ? $"statement '{id}'" : "a statement";

    private static string? Text(JsonNode? value) => value is JsonValue text && text.GetValueKind() is JsonValueKind.String ? text.GetValue<string>() : null;

    private static IEnumerable<string> Texts(JsonNode? value) => value is JsonArray list ? list.Select(Text).OfType<string>() : Text(value) is { } text ? [text] : [];
}
