using System.Globalization;
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace Dockerland.Tests.Support.Aws;

/// <summary>Answers with every member that a model has, written from the model alone.</summary>
/// <param name="model">A cut model.</param>
/// <param name="mostDepth">How deep structures are written; those that hold themselves have no end.</param>
public sealed class SampleAnswers(JsonObject model, int mostDepth)
{
    private string Protocol => (string)model["metadata"]!["protocol"]!;

    public CannedAnswer Of(string operation)
    {
        var output = model["operations"]![operation]!["output"]?.AsObject() ?? new() { ["type"] = "structure", ["members"] = new JsonObject() };
        return Protocol switch
        {
            "json" => new(200, "application/x-amz-json-1.0", Json(output, operation, 0)!.ToJsonString()),
            "query" => Xml(200, new(operation + "Response", Element((string?)output["resultWrapper"] ?? "Result", output, operation), new XElement("ResponseMetadata", new XElement("RequestId", "request-1")))),
            "ec2" => Xml(200, Root(operation + "Response", new XElement("requestId", "request-1"), output)),
            _ => Xml(200, Root(operation + "Result", null, output)) with { Headers = HeadersOf(output) },
        };
    }

    public CannedAnswer Error(string shape)
    {
        var error = model["shapes"]![shape]!.AsObject();
        var code = (string?)error["error"]?["code"] ?? shape;
        var status = (int?)error["error"]?["httpStatusCode"] ?? 400;
        if (Protocol == "json")
        {
            var body = Json(error, "", 0)!.AsObject();
            body["__type"] = "com.amazonaws.service#" + shape;
            return new(status, "application/x-amz-json-1.0", body.ToJsonString());
        }
        return Error(code, status, [.. Children(error, "", 0).Where(child => child.Name.LocalName is not ("message" or "Message"))]);
    }

    public CannedAnswer Error(string code, int status, params XElement[] more) => Protocol == "json"
        ? new(status, "application/x-amz-json-1.0", $$"""{ "__type": "{{code}}", "message": "Something is wrong" }""")
        : Xml(status, new("ErrorResponse",
            new XElement("Error", new XElement("Type", "Sender"), new XElement("Code", code), new XElement("Message", "Something is wrong"), more),
            new XElement("RequestId", "request-1")));

    private static CannedAnswer Xml(int status, XElement root) => new(status, "text/xml", root.ToString());

    private XElement Root(string name, XElement? first, JsonObject structure)
    {
        var root = new XElement(name, first);
        root.Add(Children(structure, "", 0));
        return root;
    }

    private static Dictionary<string, string> HeadersOf(JsonObject structure) => structure["members"]!.AsObject()
        .Where(member => (string?)member.Value!["location"] == "header")
        .ToDictionary(member => (string)member.Value!["locationName"]!, member => "in-a-header");

    private JsonObject Resolve(JsonNode node) => node["shape"] is { } shape ? model["shapes"]![(string)shape!]!.AsObject() : node.AsObject();

    private XElement Element(string name, JsonNode node, string text)
    {
        var element = new XElement(name);
        element.Add(Children(Resolve(node), text, 0));
        return element;
    }

    private IEnumerable<XElement> Children(JsonObject structure, string path, int depth)
    {
        if (depth > mostDepth)
            yield break;
        foreach (var (name, member) in structure["members"]!.AsObject().Where(member => member.Value!["location"] is null))
        {
            foreach (var element in Elements((string?)member!["locationName"] ?? name, member, path + name, depth))
                yield return element;
        }
    }

    private XElement[] Elements(string name, JsonNode member, string path, int depth)
    {
        var resolved = Resolve(member);
        if ((string?)resolved["type"] == "list")
        {
            var item = resolved["member"]!;
            var itemName = (string?)item["locationName"];
            XElement[] Items(string called) => [.. new[] { "1", "2" }.SelectMany(number => Elements(called, item, path + number, depth + 1))];
            return (bool?)resolved["flattened"] == true ? Items(itemName ?? name) : [new XElement(name, Items(itemName ?? "member"))];
        }
        return resolved["members"] is null
            ? [new XElement(name, Text(resolved, path))]
            : [new XElement(name, Children(resolved, path, depth + 1))];
    }

    private JsonNode? Json(JsonNode node, string path, int depth)
    {
        var resolved = Resolve(node);
        return (string?)resolved["type"] switch
        {
            "structure" => depth > mostDepth ? null : new JsonObject(resolved["members"]!.AsObject().Select(member =>
                KeyValuePair.Create((string?)member.Value!["locationName"] ?? member.Key, Json(member.Value!, path + member.Key, depth + 1)))),
            "list" => new JsonArray(Json(resolved["member"]!, path + "1", depth + 1), Json(resolved["member"]!, path + "2", depth + 1)),
            "map" => new JsonObject { ["one"] = Json(resolved["value"]!, path + "1", depth + 1), ["two"] = Json(resolved["value"]!, path + "2", depth + 1) },
            "integer" or "long" => path.Length,
            "float" or "double" => path.Length + 0.5,
            "boolean" => true,
            "timestamp" => 1_772_600_767.5,
            _ => Text(resolved, path),
        };
    }

    private static string Text(JsonObject resolved, string path) => (string?)resolved["type"] switch
    {
        "integer" or "long" => path.Length.ToString(CultureInfo.InvariantCulture),
        "float" or "double" => "1.5",
        "boolean" => "true",
        "timestamp" => "2026-03-04T05:06:07.500Z",
        "blob" => "c29tZSBieXRlcw==",
        _ => $"{path} <é> & more",
    };
}
