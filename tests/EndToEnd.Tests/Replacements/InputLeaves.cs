using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Dockerland.Tests.EndToEnd.Replacements;

/// <summary>The values within inputs, by their paths: <c>warmPool.poolState</c>, <c>tags[].key</c>, <c>dimensions.*</c>.</summary>
internal static class InputLeaves
{
    // Whose names are anybody's.
    private static readonly string[] Maps = ["args", "dimensions", "tags", "variables"];

    public static ILookup<string, string> Of(IEnumerable<KeyValuePair<string, JsonNode?>> inputs) =>
        inputs.SelectMany(input => Below(input.Key, input.Value)).ToLookup(leaf => leaf.Path, leaf => leaf.Value);

    /// <summary>The paths whose values differ.</summary>
    public static ImmutableHashSet<string> Changed(JsonObject before, JsonObject after)
    {
        var (old, now) = (Of(before), Of(after));
        return [.. old.Select(leaf => leaf.Key).Union(now.Select(leaf => leaf.Key)).Where(path => !old[path].ToHashSet(StringComparer.Ordinal).SetEquals(now[path]))];
    }

    private static IEnumerable<(string Path, string Value)> Below(string path, JsonNode? value) => value switch
    {
        JsonObject { Count: > 0 } map => map.SelectMany(entry => Below($"{path}.{(Maps.Contains(path.Split('.')[^1]) ? "*" : entry.Key)}", entry.Value)),
        JsonArray { Count: > 0 } list => list.SelectMany(item => Below($"{path}[]", item)),
        _ => [(path, value?.ToJsonString() ?? "null")],
    };
}
