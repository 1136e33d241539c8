using System.Text.Json.Nodes;

namespace Dockerland.Sdks.Generate.Aws.Cutting;

/// <summary>
/// Cuts a service's model to the operations that are named and gives the shapes their names back. What goes over the wire comes from npm's
/// <c>apis/*.min.json</c>, names and enumerations from its <c>clients/*.d.ts</c>, and errors, which neither has, from botocore's copy of the model.
/// </summary>
internal sealed class ModelCut(JsonObject model, TypeDeclarations declarations, JsonObject withErrors)
{
    private readonly ShapeTable table = new(model["shapes"]!.AsObject());

    /// <param name="pagination">The content of <c>apis/*.paginators.json</c>.</param>
    /// <param name="operations">The operations to keep.</param>
    public JsonObject Apply(JsonObject pagination, IReadOnlyList<string> operations)
    {
        var errors = new ErrorCut(withErrors, table);
        var cut = new JsonObject();
        foreach (var name in operations.Order(StringComparer.Ordinal))
            cut[name] = Operation(name, errors.Of(name));
        return new()
        {
            ["metadata"] = model["metadata"]!.DeepClone(),
            ["operations"] = cut,
            ["shapes"] = table.Kept,
            ["pagination"] = Pagination(pagination["pagination"]!.AsObject(), operations),
        };
    }

    private static JsonObject Pagination(JsonObject all, IReadOnlyList<string> operations) => new(
        all.Where(entry => operations.Contains(entry.Key) && entry.Value?["input_token"] is not null)
            .Select(entry => KeyValuePair.Create(entry.Key, entry.Value?.DeepClone())));

    private JsonObject Operation(string name, JsonArray errors)
    {
        var operation = model["operations"]?[name]?.AsObject()
            ?? throw new GenerateException($"{model["metadata"]?["uid"]} has no operation '{name}'. Correct operations.json.");
        var types = declarations.TypesOf(name);
        var cut = new JsonObject();
        foreach (var (key, value) in operation)
        {
            cut[key] = key switch
            {
                "input" => Body(value!, types.Input),
                "output" => Body(value!, types.Output),
                _ => value?.DeepClone(),
            };
        }
        cut["errors"] = errors;
        return cut;
    }

    private JsonObject Body(JsonNode node, string type)
    {
        var resolved = table.Resolve(node);
        var body = ShapeTable.Structure(resolved, (member, value) => Convert(value, declarations.MemberType(type, member)));
        return ShapeTable.Use(body, resolved);
    }

    private JsonObject Convert(JsonNode node, string declared)
    {
        var resolved = table.Resolve(node);
        return ShapeTable.Use(ShapeTable.TypeOf(resolved) switch
        {
            "structure" => Structure(resolved, declared),
            "list" => new() { ["type"] = "list", ["member"] = Convert(resolved["member"]!, declarations.ElementType(declared)) },
            "map" => new()
            {
                ["type"] = "map",
                ["key"] = Convert(resolved["key"]!, "String"),
                ["value"] = Convert(resolved["value"]!, declarations.ValueType(declared)),
            },
            "string" => Text(declared),
            var type => new() { ["type"] = type },
        }, resolved);
    }

    private JsonObject Structure(JsonObject resolved, string declared)
    {
        var name = TypeDeclarations.NameOf(declared);
        table.KeepStructure(name, resolved, (member, value) => Convert(value, declarations.MemberType(declared, member)));
        return new() { ["shape"] = name };
    }

    private JsonObject Text(string declared)
    {
        if (declarations.Values(declared) is not { Count: > 0 } values)
            return new() { ["type"] = "string" };
        var name = TypeDeclarations.NameOf(declared);
        table.KeepEnumeration(name, values);
        return new() { ["shape"] = name };
    }
}
