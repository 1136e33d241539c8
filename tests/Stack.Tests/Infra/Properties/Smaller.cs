using System.Text.Json.Nodes;

namespace Dockerland.Tests.Infra.Properties;

/// <summary>Makes what failed smaller: without one key or item, if it is still right.</summary>
internal static class Smaller
{
    public static IEnumerable<Configuration> Of(Configuration configuration) => Without(configuration.Parse())
        .Select(json => new Configuration(json))
        .Where(smaller => smaller.Problems() is []);

    private static IEnumerable<string> Without(JsonNode root) =>
        from holder in All(root)
        from index in Enumerable.Range(0, Count(holder))
        select Cut(root, holder.GetPath(), index);

    private static string Cut(JsonNode root, string path, int index)
    {
        var copy = root.DeepClone();
        var holder = All(copy).First(node => node.GetPath() == path);
        if (holder is JsonObject entries) entries.Remove(entries.ElementAt(index).Key);
        else holder.AsArray().RemoveAt(index);
        return copy.ToJsonString();
    }

    private static int Count(JsonNode node) => node is JsonObject entries ? entries.Count : node.AsArray().Count;

    public static IEnumerable<JsonNode> All(JsonNode? node) => node switch
    {
        JsonObject entries => entries.SelectMany(entry => All(entry.Value)).Prepend(entries),
        JsonArray items => items.SelectMany(All).Prepend(items),
        _ => [],
    };
}
