using Dockerland.Sdks.Generate.Aws.Models;

namespace Dockerland.Sdks.Generate.Aws.Writing;

/// <summary>Requests as a path with a query, headers, and an XML document.</summary>
internal sealed class XmlRequestWriter(ServiceModel service) : RequestWriter(service)
{
    protected override string StructureParameters => "XmlWriter writer";

    protected override void Body(CodeFile file, Operation operation)
    {
        var uri = operation.Uri.Split('?');
        foreach (var part in uri.Skip(1).SelectMany(query => query.Split('&')))
            file.Line($"request.AddSubResource(\"{part}\");");
        foreach (var member in operation.Input.Members.Where(member => member.Location is not null))
            Place(file, member);
        file.Line($"request.ResourcePath = \"{uri[0]}\";");
        if (operation.Input.Members.Any(member => member.Location == "querystring"))
            file.Line("request.UseQueryString = true;");
        Document(file, operation.Input);
    }

    private void Place(CodeFile file, Member member)
    {
        var present = Values.Present(member, "value");
        switch (member.Location)
        {
            case "uri":
                file.Block($"if (!value.IsSet{member.Name}())", () =>
                    file.Line($"throw new {Service.Exception}(\"Request object does not have required field {member.Name} set\");"));
                file.Line($"request.AddPathResource(\"{{{member.WireName}}}\", {Path(member, present)});");
                break;
            case "querystring":
                file.Line($"if (value.IsSet{member.Name}())").Line($"    request.Parameters.Add(\"{member.WireName}\", {Values.Text(member.Type, present)});");
                break;
            case "header":
                file.Line($"if (value.IsSet{member.Name}())").Line($"    request.Headers[\"{member.WireName}\"] = {Values.Text(member.Type, present, "rfc822")};");
                break;
            case var other:
                throw new GenerateException($"{Service.Name}: '{member.Name}' goes to '{other}', which isn't written yet.");
        }
    }

    private string Path(Member member, string value)
    {
        var text = Values.Text(member.Type, value);
        return Service.Entry.IdPrefixes.Count == 0 ? text : $"WithoutPrefix({text})";
    }

    protected override void Helpers(CodeFile file, Operation operation)
    {
        if (Service.Entry.IdPrefixes.Count == 0 || operation.Input.Members.All(member => member.Location != "uri"))
            return;
        file.Line().Line("// The service answers with ids that have their kind before them, and doesn't take them so.");
        file.Block("private static string WithoutPrefix(string id)", () =>
        {
            foreach (var prefix in Service.Entry.IdPrefixes)
                file.Line($"if (id.StartsWith(\"{prefix}\", StringComparison.Ordinal))").Line($"    return id.Substring({prefix.Length});");
            file.Line("return id;");
        });
    }

    private void Document(CodeFile file, Structure input)
    {
        var payload = input.Payload is { } name ? input.Members.Single(member => member.ModelName == name) : null;
        if (payload is null && !input.Body.Any())
            return;
        if (payload is { Type: not StructureType })
            throw new GenerateException($"{Service.Name}: the body of '{input.Name}' is no structure, which isn't written yet.");
        file.Line("""
            var body = new PooledContentStream();
            request.ContentStream = body;
            var settings = new XmlWriterSettings { OmitXmlDeclaration = true, NewLineHandling = NewLineHandling.Entitize };
            """);
        file.Block("using (var writer = XmlWriter.Create(new XMLEncodedBufferTextWriter(body.BufferWriter), settings))", () =>
        {
            if (payload is null)
            {
                file.Line($"writer.WriteStartElement(\"{input.LocationName ?? input.Name}\", \"{input.XmlNamespace}\");");
                Members(file, input.Body);
                file.Line("writer.WriteEndElement();");
            }
            else
            {
                file.Block($"if (value.IsSet{payload.Name}())", () => Element(file, payload, $"value.{payload.Name}", 0));
            }
        });
        file.Line("request.Headers[\"Content-Type\"] = \"application/xml\";")
            .Line($"request.Headers[\"x-amz-api-version\"] = \"{Service.Metadata.ApiVersion}\";");
    }

    protected override void Members(CodeFile file, IEnumerable<Member> members)
    {
        // Attributes come before what is inside of an element.
        foreach (var member in members.OrderByDescending(member => member.IsAttribute))
            WhenSet(file, member, value => Write(file, member, value, 0));
    }

    private static void Write(CodeFile file, Member member, string value, int depth)
    {
        if (member.IsAttribute)
            file.Line($"writer.WriteAttributeString(\"{member.WireName}\", {Values.Text(member.Type, value)});");
        else if (member.Type is ListType list && list.Flattened)
            Elements(file, list.Element with { LocationName = list.Element.LocationName ?? member.WireName }, value, depth);
        else
            Element(file, member, value, depth);
    }

    private static void Element(CodeFile file, Member member, string value, int depth)
    {
        var space = member.XmlNamespace is { } uri ? $", \"{uri}\"" : "";
        file.Line($"writer.WriteStartElement(\"{member.WireName}\"{space});");
        switch (member.Type)
        {
            case ListType list:
                Elements(file, list.Element, value, depth);
                break;
            case StructureType structure:
                file.Line($"{structure.Name}Marshaller.Write(writer, {value});");
                break;
            case MapType:
                throw new GenerateException($"'{member.ModelName}': maps aren't written in XML yet.");
            default:
                file.Line($"writer.WriteString({Values.Text(member.Type, value)});");
                break;
        }
        file.Line("writer.WriteEndElement();");
    }

    private static void Elements(CodeFile file, Member element, string value, int depth) =>
        file.Block($"foreach (var item{depth} in {value})", () => Write(file, element, $"item{depth}", depth + 1));
}
