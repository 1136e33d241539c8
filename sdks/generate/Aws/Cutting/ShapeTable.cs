using System.Text.Json.Nodes;

namespace Dockerland.Sdks.Generate.Aws.Cutting;

/// <summary>The shapes of a cut: structures and enumerations by name; lists, maps and plain values stay where they are used.</summary>
internal sealed class ShapeTable(JsonObject shapes)
{
    private static readonly string[] OfTheShape = ["shape", "type", "members", "member", "key", "value", "required", "payload", "sensitive", "wrapper", "synthetic", "exception", "error", "retryable", "documentation", "enum", "min", "max", "pattern", "box", "union", "fault"];

    private readonly SortedDictionary<string, JsonObject> kept = new(StringComparer.Ordinal);

    public JsonObject Kept => new(kept.Select(shape => KeyValuePair.Create(shape.Key, (JsonNode?)shape.Value)));

    /// <summary>The node as it is once what it refers to is looked up; what the node itself says goes before.</summary>
    public JsonObject Resolve(JsonNode node)
    {
        var own = node.AsObject();
        if (own["shape"] is not { } target)
            return own;
        var merged = shapes[(string)target!]!.DeepClone().AsObject();
        foreach (var (key, value) in own)
            merged[key] = value?.DeepClone();
        return merged;
    }

    public static string TypeOf(JsonObject node) => (string?)node["type"] ?? (node["members"] is null ? "string" : "structure");

    /// <summary>Keeps a structure once; its members are added after its name, so that it may hold itself.</summary>
    public void KeepStructure(string name, JsonObject resolved, Func<string, JsonNode, JsonObject> convert)
    {
        if (kept.ContainsKey(name))
            return;
        kept[name] = [];
        kept[name] = Structure(resolved, convert);
    }

    public void KeepEnumeration(string name, IEnumerable<string> values) =>
        kept[name] = new() { ["type"] = "string", ["enum"] = new JsonArray([.. values.Select(value => (JsonNode)value)]) };

    public void KeepError(string name, JsonObject structure) => kept[name] = structure;

    public static JsonObject Structure(JsonObject resolved, Func<string, JsonNode, JsonObject> convert)
    {
        var structure = new JsonObject { ["type"] = "structure" };
        foreach (var key in new[] { "required", "payload" })
        {
            if (resolved[key] is { } value)
                structure[key] = value.DeepClone();
        }
        structure["members"] = new JsonObject(
            resolved["members"]!.AsObject().Select(member => KeyValuePair.Create(member.Key, (JsonNode?)convert(member.Key, member.Value!))));
        return structure;
    }

    /// <summary>A use of a type with what is said of it on the wire: its place, its name there, its format.</summary>
    public static JsonObject Use(JsonObject type, JsonObject resolved)
    {
        foreach (var (key, value) in resolved)
        {
            if (!OfTheShape.Contains(key))
                type[key] = value?.DeepClone();
        }
        return type;
    }
}
