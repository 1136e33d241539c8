using Dockerland.Sdks.Generate.Aws.Models;

namespace Dockerland.Sdks.Generate.Aws.Writing;

/// <summary>Writes what a service's model consists of: requests, responses, structures, exceptions and enumerations.</summary>
internal static class ClassWriter
{
    public static string Request(ServiceModel service, Operation operation) =>
        Class(service, operation.Input, service.Request, $"/// <summary>See {Address(service, operation.Name)}</summary>");

    public static string Response(ServiceModel service, Operation operation) =>
        Class(service, operation.Output, "AmazonWebServiceResponse", $"/// <summary>See {Address(service, operation.Name)}</summary>");

    public static string Structure(ServiceModel service, Structure structure) =>
        Class(service, structure, null, $"/// <summary>See {Address(service, structure.Name)}</summary>");

    public static string Exception(ServiceModel service, ErrorShape error)
    {
        var file = new CodeFile(service, ".Model");
        return file.Block($"public partial class {error.Name} : {service.Exception}", () =>
        {
            Constructors(file, error.Name);
            if (error.Retryable is { } throttling)
                file.Line($"public override RetryableDetails Retryable {{ get; }} = new({(throttling ? "true" : "false")});").Line();
            Properties(file, error.Structure);
        }).ToString();
    }

    /// <summary>What all exceptions of the service are.</summary>
    public static string BaseException(ServiceModel service)
    {
        var file = new CodeFile(service);
        return file.Block($"public partial class {service.Exception} : AmazonServiceException", () => Constructors(file, service.Exception)).ToString();
    }

    public static string BaseRequest(ServiceModel service)
    {
        var file = new CodeFile(service);
        return file.Block($"public partial class {service.Request} : AmazonWebServiceRequest", () => { }).ToString();
    }

    public static string Enumeration(ServiceModel service, Enumeration enumeration)
    {
        var file = new CodeFile(service);
        return file.Block($"public class {enumeration.Name} : ConstantClass", () =>
        {
            foreach (var value in enumeration.Values)
                file.Line($"public static readonly {enumeration.Name} {Names.Value(value)} = new {enumeration.Name}(\"{value}\");").Line();
            file.Line($$"""
                public {{enumeration.Name}}(string value) : base(value)
                {
                }

                public static {{enumeration.Name}} FindValue(string value) => FindValue<{{enumeration.Name}}>(value);

                // Equal to the field of that value. To find the field, all of them are read by reflection: 20 ms of a cold start.
                public static implicit operator {{enumeration.Name}}(string value) => value is null ? null : new {{enumeration.Name}}(value);
                """);
        }).ToString();
    }

    /// <summary>The page that AWS keeps on an operation or a structure.</summary>
    private static string Address(ServiceModel service, string name) => $"https://docs.aws.amazon.com/goto/WebAPI/{service.Metadata.Uid}/{name}";

    private static string Class(ServiceModel service, Structure structure, string? parent, string summary)
    {
        var file = new CodeFile(service, ".Model");
        var name = parent is null ? structure.Name : $"{structure.Name} : {parent}";
        return file.Line(summary).Block($"public partial class {name}", () => Properties(file, structure)).ToString();
    }

    private static void Properties(CodeFile file, Structure structure)
    {
        foreach (var member in structure.Members)
        {
            var type = CSharpTypes.Property(member.Type);
            var initial = CSharpTypes.IsCollection(member.Type) ? $" = AWSConfigs.InitializeCollections ? new {type}() : null;" : "";
            file.Line($"public {type} {member.Name} {{ get; set; }}{initial}").Line();
            file.Line($"internal bool IsSet{member.Name}() => {IsSet(member)};").Line();
        }
    }

    private static string IsSet(Member member) =>
        CSharpTypes.IsCollection(member.Type) ? $"{member.Name} != null && ({member.Name}.Count > 0 || !AWSConfigs.InitializeCollections)"
        : CSharpTypes.IsValue(member.Type) ? $"{member.Name}.HasValue"
        : $"{member.Name} != null";

    private static void Constructors(CodeFile file, string name) => file.Line($$"""
        public {{name}}()
        {
        }

        public {{name}}(string message) : base(message)
        {
        }

        public {{name}}(string message, Exception innerException) : base(message, innerException)
        {
        }

        public {{name}}(Exception innerException) : base(innerException)
        {
        }

        public {{name}}(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
            : base(message, errorType, errorCode, requestId, statusCode)
        {
        }

        public {{name}}(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
            : base(message, innerException, errorType, errorCode, requestId, statusCode)
        {
        }

        """);
}
