using Dockerland.Sdks.Generate.Aws.Models;

namespace Dockerland.Sdks.Generate.Aws.Writing;

/// <summary>What the request writers of all protocols share: the marshaller's frame, and one writer per structure.</summary>
internal abstract class RequestWriter(ServiceModel service)
{
    protected ServiceModel Service => service;

    public static RequestWriter Of(ServiceModel service) => service.Metadata.Protocol switch
    {
        Protocol.Query => new QueryRequestWriter(service),
        Protocol.Ec2 => new QueryRequestWriter(service),
        Protocol.Json => new JsonRequestWriter(service),
        _ => new XmlRequestWriter(service),
    };

    public string Marshaller(Operation operation)
    {
        var file = new CodeFile(service, ".Model.Internal.MarshallTransformations");
        var name = operation.Name + "RequestMarshaller";
        return file.Block($"internal sealed class {name} : IMarshaller<IRequest, AmazonWebServiceRequest>", () =>
        {
            file.Line($"public static readonly {name} Instance = new();").Line()
                .Line($"public IRequest Marshall(AmazonWebServiceRequest input) => Marshall(({operation.Name}Request)input);").Line();
            file.Block($"private static IRequest Marshall({operation.Name}Request value)", () =>
            {
                file.Line($"IRequest request = new DefaultRequest(value, \"{service.Namespace}\");")
                    .Line($"request.HttpMethod = \"{operation.Method}\";");
                Body(file, operation);
                file.Line("return request;");
            });
            Helpers(file, operation);
        }).ToString();
    }

    /// <summary>The writer of one structure, which writes what it holds through the writers of others.</summary>
    public string StructureWriter(Structure structure)
    {
        var file = new CodeFile(service, ".Model.Internal.MarshallTransformations");
        return file.Block($"internal static class {structure.Name}Marshaller", () =>
            file.Block($"internal static void Write({StructureParameters}, {structure.Name} value)", () => Members(file, structure.Members))).ToString();
    }

    /// <summary>Where a structure is written to.</summary>
    protected abstract string StructureParameters { get; }

    protected abstract void Body(CodeFile file, Operation operation);

    protected abstract void Members(CodeFile file, IEnumerable<Member> members);

    /// <summary>Writes a member if it is there; a token that keeps a repeated request from being done twice always is.</summary>
    protected static void WhenSet(CodeFile file, Member member, Action<string> write)
    {
        if (member.IdempotencyToken)
            write($"(value.{member.Name} ?? Guid.NewGuid().ToString())");
        else
            file.Block($"if (value.IsSet{member.Name}())", () => write(Values.Present(member, "value")));
    }

    protected virtual void Helpers(CodeFile file, Operation operation)
    {
    }
}
