using System.Text.Json.Nodes;

namespace Dockerland.Sdks.Generate;

/// <summary>The edges of a package schema: which definitions a definition names.</summary>
internal static class SchemaReferences
{
    /// <summary>
    /// Every part of this package that the definition names by <c>$ref</c> or as a method, such as
    /// <c>types/aws:route53/ZoneVpc:ZoneVpc</c>; the built-in types (<c>pulumi.json#/Archive</c>) and those of other
    /// packages are none of it.
    /// </summary>
    public static IEnumerable<string> Of(JsonNode? definition)
    {
        var methods = definition is JsonObject value && value["methods"] is JsonObject named ? named : [];
        return References(definition).Concat(methods.Select(method => "functions/" + method.Value));
    }

    private static IEnumerable<string> References(JsonNode? node) => node switch
    {
        JsonObject value when value["$ref"] is JsonValue target => InThisPackage(target.ToString()),
        JsonObject value => value.SelectMany(member => References(member.Value)),
        JsonArray items => items.SelectMany(References),
        _ => [],
    };

    private static string[] InThisPackage(string target) =>
        !target.StartsWith("#/", StringComparison.Ordinal) ? []
        // Older schemas name the provider as a resource.
        : target.StartsWith("#/resources/pulumi:providers:", StringComparison.Ordinal) ? ["provider"]
        : [Uri.UnescapeDataString(target[2..])];
}
