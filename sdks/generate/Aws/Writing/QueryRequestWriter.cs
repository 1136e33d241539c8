using Dockerland.Sdks.Generate.Aws.Models;

namespace Dockerland.Sdks.Generate.Aws.Writing;

/// <summary>Requests as parameters, in AWS's query protocol and in EC2's, where names begin with a capital and lists have no name of their own.</summary>
internal sealed class QueryRequestWriter(ServiceModel service) : RequestWriter(service)
{
    private bool IsEc2 => Service.Metadata.Protocol == Protocol.Ec2;

    protected override string StructureParameters => "IDictionary<string, string> parameters, string prefix";

    protected override void Body(CodeFile file, Operation operation)
    {
        file.Line("var parameters = request.Parameters;")
            .Line("const string prefix = \"\";")
            .Line($"parameters.Add(\"Action\", \"{operation.Name}\");")
            .Line($"parameters.Add(\"Version\", \"{Service.Metadata.ApiVersion}\");");
        Members(file, operation.Input.Members);
        file.Line("request.ContentStream = AWSSDKUtils.WriteParametersToPooledStream(request);");
    }

    protected override void Members(CodeFile file, IEnumerable<Member> members)
    {
        foreach (var member in members)
            WhenSet(file, member, value => Write(file, member.Type, $"prefix + \"{NameOf(member)}\"", value, 0));
    }

    private void Write(CodeFile file, TypeUse type, string key, string value, int depth)
    {
        switch (type)
        {
            case ListType list:
                List(file, list, key, value, depth);
                break;
            case MapType map:
                Map(file, map, key, value, depth);
                break;
            case StructureType structure:
                file.Line($"{structure.Name}Marshaller.Write(parameters, {key} + \".\", {value});");
                break;
            default:
                file.Line($"parameters.Add({key}, {Values.Text(type, value)});");
                break;
        }
    }

    private void List(CodeFile file, ListType list, string key, string value, int depth)
    {
        if (!IsEc2)
            file.Line($"if ({value}.Count == 0)").Line($"    parameters.Add({key}, \"\");");
        var middle = IsEc2 || list.Flattened ? "" : $".{list.Element.WireName}";
        file.Block($"for (var i{depth} = 0; i{depth} < {value}.Count; i{depth}++)", () =>
            Write(file, list.Element.Type, $"{key} + \"{middle}.\" + (i{depth} + 1).ToString(CultureInfo.InvariantCulture)", $"{value}[i{depth}]", depth + 1));
    }

    private void Map(CodeFile file, MapType map, string key, string value, int depth)
    {
        var entry = $"{key} + \"{(map.Flattened ? "" : ".entry")}.\" + i{depth}.ToString(CultureInfo.InvariantCulture)";
        file.Line($"var i{depth} = 0;");
        file.Block($"foreach (var entry{depth} in {value})", () =>
        {
            file.Line($"i{depth}++;");
            Write(file, map.Key.Type, $"{entry} + \".{map.Key.WireName}\"", $"entry{depth}.Key", depth + 1);
            Write(file, map.Value.Type, $"{entry} + \".{map.Value.WireName}\"", $"entry{depth}.Value", depth + 1);
        });
    }

    private string NameOf(Member member) =>
        IsEc2 ? member.QueryName ?? Names.Upper(member.WireName)
        // Without an element around them, elements lend the list their name.
        : member.Type is ListType { Flattened: true, Element.LocationName: { } element } ? element
        : member.WireName;
}
