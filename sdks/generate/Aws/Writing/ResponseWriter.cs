using Dockerland.Sdks.Generate.Aws.Models;

namespace Dockerland.Sdks.Generate.Aws.Writing;

/// <summary>What the readers of answers share: the unmarshaller's frame and how errors become exceptions.</summary>
internal abstract class ResponseWriter(ServiceModel service)
{
    protected ServiceModel Service => service;

    public static ResponseWriter Of(ServiceModel service) =>
        service.Metadata.Protocol == Protocol.Json ? new JsonResponseWriter(service) : new XmlResponseWriter(service);

    public string Unmarshaller(Operation operation)
    {
        var file = new CodeFile(service, ".Model.Internal.MarshallTransformations");
        var name = operation.Name + "ResponseUnmarshaller";
        return file.Block($"internal sealed class {name} : {Base}", () =>
        {
            file.Line($"public static readonly {name} Instance = new();").Line();
            file.Block($"public override AmazonWebServiceResponse Unmarshall({Context} context)", () =>
            {
                file.Line($"var value = new {operation.Name}Response();");
                Answer(file, operation.Output);
                file.Line("return value;");
            }).Line();
            file.Block($"public override AmazonServiceException UnmarshallException({Context} context, Exception innerException, HttpStatusCode statusCode)", () =>
            {
                Error(file);
                file.Line("error.InnerException = innerException;").Line("error.StatusCode = statusCode;");
                foreach (var error in operation.Errors.Where(error => service.Entry.ErrorDocuments.Contains(error.Code)))
                    file.Line($"if (string.IsNullOrEmpty(error.Code) && context.ResponseBody.Contains(\"<{error.Code}\", StringComparison.Ordinal))")
                        .Line($"    error.Code = \"{error.Code}\";");
                foreach (var error in operation.Errors)
                    file.Line($"if (error.Code == \"{error.Code}\")").Line($"    return {error.Name}Unmarshaller.Read(context, error);");
                file.Line($"return new {service.Exception}(error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode);");
            });
        }).ToString();
    }

    public string StructureReader(Structure structure)
    {
        var file = new CodeFile(service, ".Model.Internal.MarshallTransformations");
        var name = structure.Name + "Unmarshaller";
        return file.Block($"internal sealed class {name} : {ReaderOf(structure.Name)}", () =>
        {
            file.Line($"public static readonly {name} Instance = new();").Line();
            file.Block($"public {structure.Name} Unmarshall({ReaderParameters})", () => Read(file, structure));
        }).ToString();
    }

    /// <summary>The reader of an error that an operation can answer with.</summary>
    public string ErrorReader(ErrorShape error)
    {
        var file = new CodeFile(service, ".Model.Internal.MarshallTransformations");
        return file.Block($"internal static class {error.Name}Unmarshaller", () =>
            file.Block($"internal static {error.Name} Read({Context} failed, ErrorResponse error)", () =>
            {
                file.Line($"var value = new {error.Name}(error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode);");
                if (error.Structure.Members.Count > 0)
                    ErrorMembers(file, error.Structure);
                file.Line("return value;");
            })).ToString();
    }

    protected abstract string Base { get; }

    protected abstract string Context { get; }

    protected abstract string ReaderParameters { get; }

    protected abstract string ReaderOf(string structure);

    protected abstract void Answer(CodeFile file, Structure output);

    /// <summary>Sets <c>error</c> to what every error has.</summary>
    protected abstract void Error(CodeFile file);

    protected abstract void ErrorMembers(CodeFile file, Structure structure);

    protected abstract void Read(CodeFile file, Structure structure);
}
