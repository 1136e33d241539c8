using Dockerland.Sdks.Generate.Aws.Models;

namespace Dockerland.Sdks.Generate.Aws.Writing;

/// <summary>Answers as an XML document, of the query protocol (in an element of the operation's name), EC2's, and REST's.</summary>
internal sealed class XmlResponseWriter(ServiceModel service) : ResponseWriter(service)
{
    protected override string Base => Service.Metadata.Protocol == Protocol.Ec2 ? "EC2ResponseUnmarshaller" : "XmlResponseUnmarshaller";

    protected override string Context => "XmlUnmarshallerContext";

    protected override string ReaderParameters => "XmlUnmarshallerContext context";

    protected override string ReaderOf(string structure) => $"IXmlUnmarshaller<{structure}, XmlUnmarshallerContext>";

    protected override void Answer(CodeFile file, Structure output)
    {
        Headers(file, output);
        if (Service.Metadata.Protocol == Protocol.Query)
            Wrapped(file, output);
        else if (output.Payload is { } payload)
            Payload(file, output.Members.Single(member => member.ModelName == payload));
        else if (output.Body.Any())
            Members(file, output.Body);
    }

    protected override void Error(CodeFile file) => file.Line("var error = XmlErrorResponseUnmarshaller.GetInstance().Unmarshall(context);");

    protected override void ErrorMembers(CodeFile file, Structure structure)
    {
        // The body has been read once for what every error has.
        file.Line("using var stream = new MemoryStream(failed.GetResponseBodyBytes());")
            .Line("using var context = new XmlUnmarshallerContext(stream, false, null);");
        Members(file, structure.Members);
    }

    protected override void Read(CodeFile file, Structure structure)
    {
        file.Line($"var value = new {structure.Name}();");
        Members(file, structure.Members);
        file.Line("return value;");
    }

    private void Headers(CodeFile file, Structure output)
    {
        foreach (var member in output.Members.Where(member => member.Location is not null))
        {
            if (member is not { Location: "header", Type: EnumerationType or PlainType { Kind: "string" } })
                throw new GenerateException($"{Service.Name}: '{output.Name}.{member.ModelName}' comes by '{member.Location}', which isn't read yet.");
            file.Line($"if (context.ResponseData.IsHeaderPresent(\"{member.WireName}\"))")
                .Line($"    value.{member.Name} = context.ResponseData.GetHeaderValue(\"{member.WireName}\");");
        }
    }

    private static void Wrapped(CodeFile file, Structure output)
    {
        file.Line("context.Read();").Line("var root = context.CurrentDepth;");
        file.Block("while (context.ReadAtDepth(root))", () =>
        {
            file.Line("if (!context.IsStartElement)").Line("    continue;");
            // Below the root, which a declaration before it makes still to come.
            if (output.ResultWrapper is { } wrapper && output.Members.Count > 0)
                file.Line($"if (context.TestExpression(\"{wrapper}\", 2))").Line("    ReadResult(context, value);").Line("else");
            file.Line("if (context.TestExpression(\"ResponseMetadata\", 2))")
                .Line("    value.ResponseMetadata = ResponseMetadataUnmarshaller.Instance.Unmarshall(context);");
        });
        if (output.ResultWrapper is null || output.Members.Count == 0)
            return;
        file.Line().Block($"static void ReadResult(XmlUnmarshallerContext context, {output.Name} value)", () => Members(file, output.Members));
    }

    private static void Payload(CodeFile file, Member payload) =>
        file.Line($"value.{payload.Name} = {Values.Reader(payload.Type)}.Instance.Unmarshall(context);");

    private static void Members(CodeFile file, IEnumerable<Member> members)
    {
        // Before the document's start the root and its first child are still to come.
        file.Line("var depth = context.CurrentDepth;").Line("var inside = depth + (context.IsStartOfDocument ? 2 : 1);");
        file.Block("while (context.ReadAtDepth(depth))", () =>
        {
            file.Line("if (!context.IsStartElement)").Line("    continue;");
            // One look for all children: big answers have big structures by the hundred.
            file.Block("switch (context.CurrentDepth == inside ? context.CurrentElementName : null)", () =>
            {
                foreach (var member in members.Where(member => !IsDeeper(member)))
                    file.Line($"case \"{Path(member)}\":").Line("    " + Set(member)).Line("    break;");
                file.Line("default:");
                foreach (var member in members.Where(IsDeeper))
                    file.Line($"    if (context.TestExpression(\"{Path(member)}\", inside))").Line("        " + Set(member));
                file.Line("    break;");
            });
        });
    }

    private static bool IsDeeper(Member member) => Path(member).Contains('/', StringComparison.Ordinal);

    private static string Path(Member member) => member.Type switch
    {
        ListType { Flattened: true } list => list.Element.LocationName ?? member.WireName,
        ListType list => $"{member.WireName}/{list.Element.WireName}",
        MapType { Flattened: false } => member.WireName + "/entry",
        _ => member.WireName,
    };

    private static string Set(Member member) => member.Type switch
    {
        ListType list => $"(value.{member.Name} ??= new()).Add({Values.Reader(Element(member, list.Element), isElement: true)}.Instance.Unmarshall(context));",
        MapType map => $"(value.{member.Name} ??= new()).AddEntry({Entry(member, map)}.Unmarshall(context));",
        _ => $"value.{member.Name} = {Values.Reader(member.Type)}.Instance.Unmarshall(context);",
    };

    private static TypeUse Element(Member member, Member element) => element.Type is ListType or MapType
        ? throw new GenerateException($"'{member.ModelName}': collections of collections aren't read from XML yet.")
        : element.Type;

    private static string Entry(Member member, MapType map)
    {
        var (key, value) = (Element(member, map.Key), Element(member, map.Value));
        var (keyReader, valueReader) = (Values.Reader(key, isElement: true), Values.Reader(value, isElement: true));
        return $"new XmlKeyValueUnmarshaller<{CSharpTypes.Element(key)}, {CSharpTypes.Element(value)}, {keyReader}, {valueReader}>"
            + $"({keyReader}.Instance, {valueReader}.Instance, \"{map.Key.WireName}\", \"{map.Value.WireName}\")";
    }
}
