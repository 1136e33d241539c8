using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Dockerland.Cli.Planning;

/// <summary>The plan for programs: keys only ever get added, and their order is the text form's.</summary>
internal static class PlanJson
{
    /// <summary>Keeps &lt; and &gt; readable: this is a file, not a web page.</summary>
    public static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonSerializerOptions Indented = new(Relaxed) { WriteIndented = true, NewLine = "\n" };

    public static string Render(Plan plan) => Object(plan).ToJsonString(Indented) + "\n";

    internal static JsonObject Object(Plan plan)
    {
        var json = new JsonObject
        {
            ["project"] = plan.Project,
            ["stack"] = plan.Stack,
            ["resources"] = new JsonArray([.. plan.Resources.Select(Resource)]),
            ["outputs"] = Object(plan.Outputs),
        };
        if (plan.Provider is { } provider)
            json["provider"] = Object(provider);
        if (plan.Secrets is { } secrets)
            json["secrets"] = new JsonObject(secrets.Select(secret => KeyValuePair.Create(secret.Key, (JsonNode?)JsonValue.Create(secret.Value))));
        return json;
    }

    private static JsonObject Resource(PlannedResource resource)
    {
        var json = new JsonObject
        {
            ["urn"] = resource.Urn,
            ["parent"] = resource.Parent,
            ["type"] = resource.Type,
            ["name"] = resource.Name,
            ["custom"] = resource.Custom,
            ["options"] = Object(resource.Options),
            ["inputs"] = Object(resource.Inputs),
        };
        if (!resource.Dependencies.IsEmpty)
            json["dependencies"] = new JsonObject(resource.Dependencies.Select(input =>
                KeyValuePair.Create(input.Key, (JsonNode?)new JsonArray([.. input.Value.Select(urn => JsonValue.Create(urn))]))));
        return json;
    }

    // A node knows its parent, so the plan's own nodes are copied.
    private static JsonObject Object(ImmutableSortedDictionary<string, JsonNode?> values) =>
        new(values.Select(entry => KeyValuePair.Create(entry.Key, entry.Value?.DeepClone())));
}
