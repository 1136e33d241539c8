using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Dockerland.Cli.Planning;

/// <summary>Reads a plan back from what <see cref="PlanJson"/> wrote, by this version or one before.</summary>
internal static class PlanReader
{
    /// <param name="text">The JSON of a plan.</param>
    /// <param name="source">Where it comes from, for messages.</param>
    public static Plan Read(string text, string source)
    {
        try
        {
            var root = JsonNode.Parse(text)!.AsObject();
            var depths = new Dictionary<string, int>();
            return new(
                Text(root, "project"),
                Text(root, "stack"),
                [.. root["resources"]!.AsArray().Select(resource => Resource(resource!.AsObject(), depths))],
                Values(root["outputs"]))
            {
                Provider = root["provider"] is { } provider ? Values(provider) : null,
                Secrets = root["secrets"] is JsonObject secrets ? secrets.ToImmutableSortedDictionary(entry => entry.Key, entry => entry.Value!.GetValue<string>(), StringComparer.Ordinal) : null,
            };
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or NullReferenceException or KeyNotFoundException)
        {
            throw new CliException($"'{source}' is not a plan. Write one: ./dockerland plan STACK --json > FILE", error);
        }
    }

    private static PlannedResource Resource(JsonObject json, Dictionary<string, int> depths)
    {
        var urn = Text(json, "urn");
        var parent = json["parent"]?.GetValue<string>();
        // A parent stands before its children.
        depths[urn] = parent is null ? 0 : depths[parent] + 1;
        return new(urn, parent, depths[urn], Text(json, "type"), Text(json, "name"), json["custom"]!.GetValue<bool>(), Values(json["inputs"]), Values(json["options"]))
        {
            Dependencies = (json["dependencies"] as JsonObject ?? []).ToImmutableSortedDictionary(
                input => input.Key,
                input => input.Value!.AsArray().Select(dependency => dependency!.GetValue<string>()).ToImmutableArray(),
                StringComparer.Ordinal),
        };
    }

    private static ImmutableSortedDictionary<string, JsonNode?> Values(JsonNode? json) =>
        json!.AsObject().ToImmutableSortedDictionary(entry => entry.Key, entry => entry.Value?.DeepClone(), StringComparer.Ordinal);

    private static string Text(JsonObject json, string key) => json[key]!.GetValue<string>();
}
