using Dockerland.Sdks.Generate.Aws.Models;

namespace Dockerland.Sdks.Generate.Aws.Writing;

/// <summary>Requests as a JSON document, named by a header.</summary>
internal sealed class JsonRequestWriter(ServiceModel service) : RequestWriter(service)
{
    protected override string StructureParameters => "Utf8JsonWriter writer";

    protected override void Body(CodeFile file, Operation operation)
    {
        var metadata = Service.Metadata;
        file.Line($$"""
            request.Headers["X-Amz-Target"] = "{{metadata.TargetPrefix}}.{{operation.Name}}";
            request.Headers["Content-Type"] = "application/x-amz-json-{{metadata.JsonVersion}}";
            request.Headers["x-amz-api-version"] = "{{metadata.ApiVersion}}";
            request.ResourcePath = "/";
            var body = new PooledContentStream();
            request.ContentStream = body;
            using var writer = new Utf8JsonWriter(body.BufferWriter);
            writer.WriteStartObject();
            """);
        Members(file, operation.Input.Members);
        file.Line("writer.WriteEndObject();").Line("writer.Flush();");
    }

    protected override void Members(CodeFile file, IEnumerable<Member> members)
    {
        foreach (var member in members)
            WhenSet(file, member, value =>
            {
                file.Line($"writer.WritePropertyName(\"{member.WireName}\");");
                Write(file, member.Type, value, 0);
            });
    }

    private static void Write(CodeFile file, TypeUse type, string value, int depth)
    {
        switch (type)
        {
            case ListType list:
                file.Line("writer.WriteStartArray();");
                file.Block($"foreach (var item{depth} in {value})", () => Write(file, list.Element.Type, $"item{depth}", depth + 1));
                file.Line("writer.WriteEndArray();");
                break;
            case MapType map:
                file.Line("writer.WriteStartObject();");
                file.Block($"foreach (var entry{depth} in {value})", () =>
                {
                    file.Line($"writer.WritePropertyName(entry{depth}.Key);");
                    Write(file, map.Value.Type, $"entry{depth}.Value", depth + 1);
                });
                file.Line("writer.WriteEndObject();");
                break;
            case StructureType structure:
                file.Line("writer.WriteStartObject();")
                    .Line($"{structure.Name}Marshaller.Write(writer, {value});")
                    .Line("writer.WriteEndObject();");
                break;
            default:
                file.Line(Plain(type, value));
                break;
        }
    }

    private static string Plain(TypeUse type, string value) => type switch
    {
        PlainType { Kind: "string" } or EnumerationType => $"writer.WriteStringValue({value});",
        PlainType { Kind: "boolean" } => $"writer.WriteBooleanValue({value});",
        PlainType { Kind: "integer" or "long" or "float" or "double" } => $"writer.WriteNumberValue({value});",
        PlainType { Kind: "blob" } => $"StringUtils.WriteBase64StringValue(writer, {value});",
        PlainType { Kind: "timestamp", TimestampFormat: null or "unixTimestamp" } => $"writer.WriteRawValue(StringUtils.FromDateTimeToUnixTimestamp({value}));",
        PlainType { Kind: "timestamp" } => $"writer.WriteStringValue({Values.Text(type, value)});",
        _ => throw new GenerateException($"{type} has no JSON yet."),
    };
}
