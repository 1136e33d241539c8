using System.Text.Json;

namespace Dockerland.Cli.GitHub;

/// <summary>
/// A group that only has another number of hosts than it was deployed with. That is what scaling is for, and no drift; a refresh says so
/// nevertheless, also where the program lets the engine ignore it.
/// </summary>
internal static class ScaledGroup
{
    private const string GroupType = "aws:autoscaling/group:Group";
    private const string Capacity = "desiredCapacity";

    /// <param name="metadata">Of a step of a refresh, as it came out.</param>
    public static bool Is(JsonElement metadata) =>
        metadata.GetProperty("op").GetString() is "update"
        && metadata.GetProperty("urn").GetString()!.Split("::").ElementAtOrDefault(2)?.Split('$')[^1] is GroupType
        && Differences(metadata) is { Count: > 0 } differences
        && differences.All(difference => difference is Capacity);

    // The engine's own words where it has any; otherwise all that isn't the same before and after.
    private static HashSet<string> Differences(JsonElement metadata)
    {
        if (Find(metadata, "detailedDiff") is { ValueKind: JsonValueKind.Object } detailed && detailed.EnumerateObject().Any())
            return [.. detailed.EnumerateObject().Select(difference => difference.Name)];
        if (Find(metadata, "diffs") is { ValueKind: JsonValueKind.Array } names && names.GetArrayLength() > 0)
            return [.. names.EnumerateArray().Select(name => name.ToString())];

        return [.. Changed(metadata, "inputs"), .. Changed(metadata, "outputs")];
    }

    private static IEnumerable<string> Changed(JsonElement metadata, string of)
    {
        var (before, after) = (State(metadata, "old", of), State(metadata, "new", of));
        return before.Keys.Union(after.Keys).Where(key => !before.TryGetValue(key, out var old) || !after.TryGetValue(key, out var value) || !JsonElement.DeepEquals(old, value));
    }

    private static Dictionary<string, JsonElement> State(JsonElement metadata, string which, string of) =>
        Find(metadata, which) is { } state && Find(state, of) is { ValueKind: JsonValueKind.Object } values
            ? values.EnumerateObject().ToDictionary(value => value.Name, value => value.Value, StringComparer.Ordinal)
            : [];

    private static JsonElement? Find(JsonElement element, string name) =>
        element.ValueKind is JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : null;
}
