using System.Text.Json.Nodes;

namespace Dockerland.Sdks.Generate;

/// <summary>
/// Cuts a package schema: the named resources and functions, the provider, the configuration, and every definition
/// that those reach. What is kept stays as it is, so that it generates what the whole schema would generate.
/// </summary>
internal static class SchemaCut
{
    private static readonly string[] Sections = ["types", "resources", "functions"];

    /// <summary>What only a package's web page shows.</summary>
    private static readonly string[] Presentation =
        ["description", "keywords", "homepage", "license", "attribution", "repository", "logoUrl", "displayName"];

    public static JsonObject Apply(JsonObject whole, Binding binding)
    {
        var owners = Reach(whole, binding);
        var cut = new JsonObject();
        foreach (var (key, value) in whole)
        {
            if (Sections.Contains(key))
                cut[key] = Section(value!.AsObject(), key, owners);
            else if (!Presentation.Contains(key))
                cut[key] = value?.DeepClone();
        }
        if (cut["language"] is JsonObject language)
            cut["language"] = new JsonObject { ["csharp"] = language["csharp"]?.DeepClone() };
        Documentation.Write(cut, owners);
        return cut;
    }

    /// <summary>
    /// The parts that are kept, such as <c>types/aws:route53/ZoneVpc:ZoneVpc</c>, each with the resource, function or
    /// provider that first led to it, on whose page it is documented.
    /// </summary>
    internal static SortedDictionary<string, string> Reach(JsonObject whole, Binding binding)
    {
        var owners = new SortedDictionary<string, string>(StringComparer.Ordinal);
        string[] roots =
        [
            .. binding.Resources.Select(token => "resources/" + token),
            .. binding.Functions.Select(token => "functions/" + token),
            "provider",
            "config",
        ];
        foreach (var root in roots)
            Follow(root, root);
        return owners;

        void Follow(string part, string owner)
        {
            if (!owners.TryAdd(part, IsPage(part) ? part : owner))
                return;
            var definition = Find(whole, part, owner);
            foreach (var next in SchemaReferences.Of(definition))
                Follow(next, owners[part]);
        }
    }

    private static bool IsPage(string part) => !part.StartsWith("types/", StringComparison.Ordinal);

    private static JsonNode? Find(JsonObject whole, string part, string owner)
    {
        var slash = part.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0)
            return whole[part];
        return whole[part[..slash]]?[part[(slash + 1)..]] ?? throw new GenerateException(part == owner
            ? $"{whole["name"]} {whole["version"]} has no '{part}'. Look the token up in the schema and correct bindings.json."
            : $"{whole["name"]} {whole["version"]} has no '{part}', which '{owner}' names. The schema is not whole.");
    }

    private static JsonObject Section(JsonObject definitions, string section, SortedDictionary<string, string> kept) => new(
        definitions
            .Where(definition => kept.ContainsKey($"{section}/{definition.Key}"))
            .OrderBy(definition => definition.Key, StringComparer.Ordinal)
            .Select(definition => KeyValuePair.Create(definition.Key, definition.Value?.DeepClone())));
}
