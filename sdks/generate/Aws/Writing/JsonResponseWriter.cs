using Dockerland.Sdks.Generate.Aws.Models;

namespace Dockerland.Sdks.Generate.Aws.Writing;

/// <summary>Answers as a JSON document, read member by member as they come.</summary>
internal sealed class JsonResponseWriter(ServiceModel service) : ResponseWriter(service)
{
    private const string NewReader = "var reader = new StreamingUtf8JsonReader(context.Stream, AWSConfigs.StreamingUtf8JsonReaderBufferSize ?? 4096, context.JsonMaxDepth);";

    protected override string Base => "JsonResponseUnmarshaller";

    protected override string Context => "JsonUnmarshallerContext";

    protected override string ReaderParameters => "JsonUnmarshallerContext context, ref StreamingUtf8JsonReader reader";

    protected override string ReaderOf(string structure) => $"IJsonUnmarshaller<{structure}, JsonUnmarshallerContext>";

    protected override void Answer(CodeFile file, Structure output)
    {
        if (output.Members.Count == 0)
            return;
        file.Line(NewReader).Line("context.Read(ref reader);");
        Members(file, output);
    }

    protected override void Error(CodeFile file) => file.Line(NewReader)
        .Line("var error = JsonErrorResponseUnmarshaller.GetInstance().Unmarshall(context, ref reader);");

    protected override void ErrorMembers(CodeFile file, Structure structure)
    {
        // The body has been read once for what every error has.
        file.Line("using var stream = new MemoryStream(failed.GetResponseBodyBytes());")
            .Line("using var context = new JsonUnmarshallerContext(stream, false, failed.ResponseData);")
            .Line(NewReader)
            .Line("context.Read(ref reader);");
        Members(file, structure);
    }

    protected override void Read(CodeFile file, Structure structure)
    {
        file.Line($"var value = new {structure.Name}();")
            .Line("if (context.IsEmptyResponse)")
            .Line("    return null;")
            .Line("context.Read(ref reader);")
            .Line("if (context.CurrentTokenType == JsonTokenType.Null)")
            .Line("    return null;");
        Members(file, structure);
        file.Line("return value;");
    }

    private void Members(CodeFile file, Structure structure)
    {
        if (structure.Members.FirstOrDefault(member => member.Location is not null) is { } placed)
            throw new GenerateException($"{Service.Name}: '{placed.ModelName}' comes by '{placed.Location}', which isn't read yet.");
        file.Line("var depth = context.CurrentDepth;");
        file.Block("while (context.ReadAtDepth(depth, ref reader))", () =>
        {
            foreach (var member in structure.Members)
                file.Line($"if (context.TestExpression(\"{member.WireName}\", depth, ref reader))")
                    .Line($"    value.{member.Name} = {Reader(member.Type)}.Unmarshall(context, ref reader);");
        });
    }

    private static string Reader(TypeUse type) => type is ListType or MapType ? Collection(type) : Values.Reader(type) + ".Instance";

    private static string Collection(TypeUse type) => $"new {CollectionType(type)}({string.Join(", ", Parts(type).Select(Part))})";

    private static string CollectionType(TypeUse type) => type is ListType list
        ? $"JsonListUnmarshaller<{CSharpTypes.Element(list.Element.Type)}, {ReaderType(list.Element.Type)}>"
        : $"JsonDictionaryUnmarshaller<{string.Join(", ", Parts(type).Select(CSharpTypes.Element))}, {string.Join(", ", Parts(type).Select(ReaderType))}>";

    private static string ReaderType(TypeUse type) => type is ListType or MapType ? CollectionType(type) : Values.Reader(type, isElement: true);

    private static string Part(TypeUse type) => type is ListType or MapType ? Collection(type) : Values.Reader(type, isElement: true) + ".Instance";

    private static TypeUse[] Parts(TypeUse type) => type switch
    {
        ListType list => [list.Element.Type],
        MapType map => [map.Key.Type, map.Value.Type],
        _ => [],
    };
}
