using System.Text.Json.Nodes;

namespace Dockerland.Sdks.Generate.Aws.Cutting;

/// <summary>The errors of operations, from a model that has them with all names.</summary>
internal sealed class ErrorCut(JsonObject model, ShapeTable table)
{
    private readonly ShapeTable whole = new(model["shapes"]!.AsObject());

    /// <summary>The names of an operation's errors; their shapes are kept.</summary>
    public JsonArray Of(string operation)
    {
        var errors = model["operations"]?[operation]?["errors"]?.AsArray() ?? [];
        string[] names = [.. errors.Select(error => (string)error!["shape"]!)];
        foreach (var name in names)
            Keep(name);
        return new([.. names.Select(name => (JsonNode)name)]);
    }

    private void Keep(string name)
    {
        var shape = model["shapes"]![name]!.AsObject();
        var error = ShapeTable.Structure(shape, (_, value) => Convert(value));
        error["exception"] = true;
        foreach (var key in new[] { "error", "retryable" })
        {
            if (shape[key] is { } value)
                error[key] = value.DeepClone();
        }
        table.KeepError(name, error);
    }

    private JsonObject Convert(JsonNode node)
    {
        var resolved = whole.Resolve(node);
        var name = (string)node["shape"]!;
        return ShapeTable.Use(ShapeTable.TypeOf(resolved) switch
        {
            "structure" => Structure(name, resolved),
            "list" => new() { ["type"] = "list", ["member"] = Convert(resolved["member"]!) },
            "map" => new() { ["type"] = "map", ["key"] = Convert(resolved["key"]!), ["value"] = Convert(resolved["value"]!) },
            "string" when resolved["enum"] is JsonArray values => Enumeration(name, values),
            var type => new() { ["type"] = type },
        }, resolved);
    }

    private JsonObject Structure(string name, JsonObject resolved)
    {
        table.KeepStructure(name, resolved, (_, value) => Convert(value));
        return new() { ["shape"] = name };
    }

    private JsonObject Enumeration(string name, JsonArray values)
    {
        table.KeepEnumeration(name, values.Select(value => (string)value!));
        return new() { ["shape"] = name };
    }
}
