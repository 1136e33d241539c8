using System.Text;
using Dockerland.Sdks.Generate.Aws.Models;

namespace Dockerland.Sdks.Generate.Aws.Writing;

/// <summary>All files of one service's client, by path.</summary>
internal static class ServiceWriter
{
    private const string Wire = "Internal/MarshallTransformations/";

    public static SortedDictionary<string, byte[]> Write(ServiceModel service)
    {
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            [service.Interface + ".cs"] = ClientWriter.Interface(service),
            [service.Client + ".cs"] = ClientWriter.Client(service),
            [service.Config + ".cs"] = ClientWriter.Config(service),
            [service.Exception + ".cs"] = ClassWriter.BaseException(service),
            [service.Request + ".cs"] = ClassWriter.BaseRequest(service),
            ["Internal/Endpoints.cs"] = EndpointWriter.Write(service),
        };
        if (service.Entry.Version is { } version)
            files["version.txt"] = version + "\n";
        foreach (var enumeration in service.Enumerations)
            files[$"Enumerations/{enumeration.Name}.cs"] = ClassWriter.Enumeration(service, enumeration);
        Operations(service, files);
        Structures(service, files);
        return new(files.ToDictionary(file => file.Key, file => Encoding.UTF8.GetBytes(file.Value)), StringComparer.Ordinal);
    }

    private static void Operations(ServiceModel service, SortedDictionary<string, string> files)
    {
        foreach (var operation in service.Operations)
        {
            files[$"Model/{operation.Name}Request.cs"] = ClassWriter.Request(service, operation);
            files[$"Model/{operation.Name}Response.cs"] = ClassWriter.Response(service, operation);
            files[$"{Wire}{operation.Name}RequestMarshaller.cs"] = RequestWriter.Of(service).Marshaller(operation);
            files[$"{Wire}{operation.Name}ResponseUnmarshaller.cs"] = ResponseWriter.Of(service).Unmarshaller(operation);
        }
        foreach (var operation in service.Paginated)
            files[$"Model/{operation.Name}Paginator.cs"] = PaginatorWriter.Paginator(service, operation);
        if (service.Paginated.Any())
            files[$"Model/{service.Name}PaginatorFactory.cs"] = PaginatorWriter.Factory(service);
    }

    private static void Structures(ServiceModel service, SortedDictionary<string, string> files)
    {
        foreach (var structure in service.Structures.Values)
            files[$"Model/{structure.Name}.cs"] = ClassWriter.Structure(service, structure);
        foreach (var structure in Reachable.From(service, service.Operations.Select(operation => operation.Input)))
            files[$"{Wire}{structure.Name}Marshaller.cs"] = RequestWriter.Of(service).StructureWriter(structure);
        foreach (var structure in Reachable.From(service, [.. service.Operations.Select(operation => operation.Output), .. service.Errors.Select(error => error.Structure)]))
            files[$"{Wire}{structure.Name}Unmarshaller.cs"] = ResponseWriter.Of(service).StructureReader(structure);
        foreach (var error in service.Errors)
        {
            files[$"Model/{error.Name}.cs"] = ClassWriter.Exception(service, error);
            files[$"{Wire}{error.Name}Unmarshaller.cs"] = ResponseWriter.Of(service).ErrorReader(error);
        }
    }
}
