using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Dockerland.Sdks.Generate;

/// <summary>Replaces the descriptions of a schema by the addresses of the provider's own pages.</summary>
internal static class Documentation
{
    public static void Write(JsonObject schema, IReadOnlyDictionary<string, string> owners)
    {
        RemoveDescriptions(schema);
        foreach (var (part, owner) in owners)
        {
            var slash = part.IndexOf('/', StringComparison.Ordinal);
            var definition = slash < 0 ? schema[part] : schema[part[..slash]]?[part[(slash + 1)..]];
            if (definition is JsonObject value && part != "config")
                value["description"] = $"See {Address(schema, owner)}";
        }
    }

    /// <summary>Such as https://www.pulumi.com/registry/packages/aws/api-docs/route53/zone/.</summary>
    internal static string Address(JsonObject schema, string page)
    {
        var pages = $"https://www.pulumi.com/registry/packages/{schema["name"]}/api-docs/";
        var token = page[(page.IndexOf('/', StringComparison.Ordinal) + 1)..].Split(':');
        if (token is not [_, var path, var name] || token[0] == "pulumi")
            return page == "config" ? pages[..^"api-docs/".Length] + "installation-configuration/" : pages + "provider/";
        var module = Module(path, (string?)schema["meta"]?["moduleFormat"]);
        return pages + (module.Length == 0 ? "" : module + "/") + name.ToLowerInvariant() + "/";
    }

    /// <summary>The module of a token's middle part; "index" is the package itself.</summary>
    private static string Module(string path, string? moduleFormat)
    {
        var match = Regex.Match(path, moduleFormat ?? "(.*)");
        var module = match is { Success: true, Groups.Count: > 1 } ? match.Groups[1].Value : path;
        return module == "index" ? "" : module.ToLowerInvariant();
    }

    private static void RemoveDescriptions(JsonNode? node)
    {
        if (node is JsonArray items)
        {
            foreach (var item in items)
                RemoveDescriptions(item);
        }
        else if (node is JsonObject value)
        {
            // A property may be called "description" too; that one is an object.
            if (value["description"] is JsonValue)
                value.Remove("description");
            foreach (var (_, member) in value)
                RemoveDescriptions(member);
        }
    }
}
