using System.Text.Json.Nodes;
using Pulumi;
using Pulumi.Utilities;

namespace Dockerland.Cli.Planning;

/// <summary>The names that a resource had before, as a plan shows them: a URN, or only what was different.</summary>
internal static class ShownAlias
{
    public static async Task<JsonArray> ListAsync(ResourceOptions options, IReadOnlyDictionary<Resource, string> urns)
    {
        var shown = new JsonArray();
        foreach (var input in options.Aliases)
            shown.Add(await ShowAsync(await OutputUtilities.GetValueAsync(input.ToOutput()), urns));
        return shown;
    }

    private static async Task<JsonNode> ShowAsync(Alias alias, IReadOnlyDictionary<Resource, string> urns)
    {
        if (alias.Urn is { } urn)
            return urn;
        var parts = new JsonObject();
        foreach (var (key, input) in new[] { ("name", alias.Name), ("type", alias.Type), ("stack", alias.Stack), ("project", alias.Project), ("parentUrn", alias.ParentUrn) })
        {
            if (input is not null)
                parts[key] = await OutputUtilities.GetValueAsync(input.ToOutput());
        }
        if (alias.Parent is { } parent)
            parts["parentUrn"] = urns[parent];
        if (alias.NoParent)
            parts["noParent"] = true;
        return parts;
    }
}
