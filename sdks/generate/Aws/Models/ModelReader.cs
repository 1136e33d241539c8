using System.Text.Json.Nodes;

namespace Dockerland.Sdks.Generate.Aws.Models;

/// <summary>Reads a cut model.</summary>
internal sealed class ModelReader
{
    private readonly JsonObject model;
    private readonly Names names;
    private readonly ServiceEntry entry;

    private ModelReader(ServiceEntry entry, JsonObject model)
    {
        this.entry = entry;
        this.model = model;
        names = new(entry);
    }

    public static ServiceModel Read(ServiceEntry entry, JsonObject model) => new ModelReader(entry, model).Read();

    private ServiceModel Read()
    {
        var shapes = model["shapes"]!.AsObject().Select(shape => (Name: shape.Key, Shape: shape.Value!.AsObject())).ToArray();
        var errors = shapes.Where(shape => shape.Shape["exception"] is not null).ToDictionary(shape => shape.Name, shape => Error(shape.Name, shape.Shape));
        return new(entry, Metadata(model["metadata"]!.AsObject()))
        {
            Errors = [.. errors.Values.OrderBy(error => error.Name, StringComparer.Ordinal)],
            Structures = shapes.Where(shape => shape.Shape["members"] is not null && shape.Shape["exception"] is null)
                .Select(shape => Structure(names.Shape(shape.Name), shape.Shape))
                .ToDictionary(structure => structure.Name),
            Enumerations =
            [
                .. shapes.Where(shape => shape.Shape["enum"] is not null)
                    .Select(shape => new Enumeration(names.Shape(shape.Name), [.. shape.Shape["enum"]!.AsArray().Select(value => (string)value!)])),
            ],
            Operations = [.. model["operations"]!.AsObject().Select(operation => Operation(operation.Key, operation.Value!.AsObject(), errors))],
        };
    }

    private ServiceMetadata Metadata(JsonObject metadata)
    {
        var protocol = (string)metadata["protocol"]! switch
        {
            "query" => Protocol.Query,
            "ec2" => Protocol.Ec2,
            "rest-xml" => Protocol.RestXml,
            "json" => Protocol.Json,
            var other => throw new GenerateException($"{entry.Package}: the protocol '{other}' isn't written yet."),
        };
        var prefix = (string)metadata["endpointPrefix"]!;
        return new(
            protocol, (string)metadata["apiVersion"]!, prefix, (string?)metadata["signingName"] ?? prefix, (string)metadata["serviceId"]!, (string)metadata["uid"]!)
        {
            TargetPrefix = (string?)metadata["targetPrefix"],
            JsonVersion = (string?)metadata["jsonVersion"],
        };
    }

    private Operation Operation(string name, JsonObject operation, Dictionary<string, ErrorShape> errors)
    {
        var http = operation["http"];
        return new(name, Structure(name + "Request", operation["input"]), Structure(name + "Response", operation["output"]))
        {
            Method = (string?)http?["method"] ?? "POST",
            Uri = (string?)http?["requestUri"] ?? "/",
            Errors = [.. operation["errors"]!.AsArray().Select(error => errors[(string)error!])],
            Pagination = model["pagination"]?[name] is JsonObject pagination ? Pagination(pagination) : null,
        };
    }

    private Pagination Pagination(JsonObject pagination) => new(
        Properties(pagination["input_token"]), Properties(pagination["output_token"]), Properties(pagination["result_key"]),
        pagination["more_results"] is { } more ? names.Property("", (string)more!) : null);

    private string[] Properties(JsonNode? tokens) => tokens switch
    {
        null => [],
        JsonArray several => [.. several.Select(token => names.Property("", (string)token!)!)],
        _ => [names.Property("", (string)tokens!)!],
    };

    private ErrorShape Error(string name, JsonObject shape)
    {
        var structure = Structure(names.Error(name), shape);
        // Every exception has a message of its own.
        var others = structure with { Members = [.. structure.Members.Where(member => member.Name != "Message")] };
        bool? retryable = shape["retryable"] is JsonObject details ? (bool?)details["throttling"] ?? false : null;
        return new(structure.Name, (string?)shape["error"]?["code"] ?? name, others, retryable);
    }

    private Structure Structure(string name, JsonNode? node)
    {
        var required = node?["required"]?.AsArray().Select(item => (string)item!).ToHashSet() ?? [];
        var members = node?["members"]?.AsObject().Select(member => names.Property(name, member.Key) is { } property
            ? Member(property, member.Key, member.Value!) with { Required = required.Contains(member.Key) }
            : null);
        return new(name, [.. (members ?? []).OfType<Member>()])
        {
            Payload = (string?)node?["payload"],
            LocationName = (string?)node?["locationName"],
            XmlNamespace = Namespace(node),
            ResultWrapper = (string?)node?["resultWrapper"],
        };
    }

    private Member Member(string name, string modelName, JsonNode node) => new(name, modelName, Type(node))
    {
        LocationName = (string?)node["locationName"],
        Location = (string?)node["location"],
        QueryName = (string?)node["queryName"],
        XmlNamespace = Namespace(node),
        IsAttribute = (bool?)node["xmlAttribute"] ?? false,
        IdempotencyToken = (bool?)node["idempotencyToken"] ?? false,
    };

    private TypeUse Type(JsonNode node)
    {
        var flattened = (bool?)node["flattened"] ?? false;
        if ((string?)node["shape"] is { } shape)
            return model["shapes"]![shape]!["enum"] is null ? new StructureType(names.Shape(shape)) : new EnumerationType(names.Shape(shape));
        return (string)node["type"]! switch
        {
            "list" => new ListType(Member("", "member", node["member"]!), flattened),
            "map" => new MapType(Member("", "key", node["key"]!), Member("", "value", node["value"]!), flattened),
            var kind => new PlainType(kind, (string?)node["timestampFormat"]),
        };
    }

    private static string? Namespace(JsonNode? node) => node?["xmlNamespace"] switch
    {
        JsonObject space => (string?)space["uri"],
        JsonValue space => (string?)space,
        _ => null,
    };
}
