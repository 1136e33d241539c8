using Dockerland.Sdks.Generate.Aws.Models;

namespace Dockerland.Sdks.Generate.Aws.Writing;

/// <summary>Writes the paginators, which ask for page after page as they are read.</summary>
internal static class PaginatorWriter
{
    public static string Factory(ServiceModel service)
    {
        var file = new CodeFile(service, ".Model");
        file.Block($"public interface I{service.Name}PaginatorFactory", () =>
        {
            foreach (var operation in service.Paginated)
                file.Line($"I{operation.Name}Paginator {operation.Name}({operation.Name}Request request);");
        }).Line();
        return file.Block($"public class {service.Name}PaginatorFactory : I{service.Name}PaginatorFactory", () =>
        {
            file.Line($"private readonly {service.Interface} client;").Line();
            file.Line($"internal {service.Name}PaginatorFactory({service.Interface} client) => this.client = client;").Line();
            foreach (var operation in service.Paginated)
                file.Line($"public I{operation.Name}Paginator {operation.Name}({operation.Name}Request request) => new {operation.Name}Paginator(client, request);").Line();
        }).ToString();
    }

    public static string Paginator(ServiceModel service, Operation operation)
    {
        var file = new CodeFile(service, ".Model");
        var name = operation.Name;
        var keys = Keys(operation);
        file.Block($"public interface I{name}Paginator", () =>
        {
            file.Line($"IPaginatedEnumerable<{name}Response> Responses {{ get; }}");
            foreach (var (key, element) in keys)
                file.Line().Line($"IPaginatedEnumerable<{element}> {key} {{ get; }}");
        }).Line();
        return file.Block($"internal sealed class {name}Paginator : IPaginator<{name}Response>, I{name}Paginator", () =>
        {
            file.Line($$"""
                private readonly {{service.Interface}} client;
                private readonly {{name}}Request request;
                private int used;

                internal {{name}}Paginator({{service.Interface}} client, {{name}}Request request)
                {
                    this.client = client;
                    this.request = request;
                }

                public IPaginatedEnumerable<{{name}}Response> Responses => new PaginatedResponse<{{name}}Response>(this);

                """);
            foreach (var (key, element) in keys)
                file.Line($"public IPaginatedEnumerable<{element}> {key} =>")
                    .Line($"    new PaginatedResultKeyResponse<{name}Response, {element}>(this, response => response.{key} ?? new List<{element}>());").Line();
            Pages(file, operation);
        }).ToString();
    }

    private static void Pages(CodeFile file, Operation operation)
    {
        var name = operation.Name;
        var pagination = operation.Pagination!;
        file.Block($"async IAsyncEnumerable<{name}Response> IPaginator<{name}Response>.PaginateAsync([EnumeratorCancellation] CancellationToken cancellationToken)", () =>
        {
            file.Line("""
                if (Interlocked.Exchange(ref used, 1) != 0)
                    throw new InvalidOperationException("Paginator has already been consumed and cannot be reused. Please create a new instance.");
                PaginatorUtils.SetUserAgentAdditionOnRequest(request);
                """);
            file.Line($"{name}Response response;");
            file.Block("do", () =>
            {
                file.Line($"response = await client.{name}Async(request, cancellationToken).ConfigureAwait(false);");
                foreach (var (input, output) in pagination.InputTokens.Zip(pagination.OutputTokens))
                    file.Line($"request.{input} = response.{output};");
                file.Line("cancellationToken.ThrowIfCancellationRequested();").Line("yield return response;");
            }).Line($"while ({More(operation)});");
        });
    }

    private static string More(Operation operation)
    {
        var pagination = operation.Pagination!;
        if (pagination.MoreResults is { } more)
            return $"response.{more} == true";
        var token = pagination.OutputTokens[0];
        var type = operation.Output.Members.Single(member => member.Name == token).Type;
        return type is PlainType { Kind: "string" } ? $"!string.IsNullOrEmpty(response.{token})"
            : CSharpTypes.IsCollection(type) ? $"response.{token}?.Count > 0"
            : $"response.{token} != null";
    }

    /// <summary>The lists that a page consists of, with the types of their elements; the official SDK has none for lists of collections.</summary>
    private static (string Key, string Element)[] Keys(Operation operation) =>
    [
        .. operation.Pagination!.ResultKeys
            .Select(key => operation.Output.Members.FirstOrDefault(member => member.Name == key))
            .Where(member => member?.Type is ListType list && !CSharpTypes.IsCollection(list.Element.Type))
            .Select(member => (member!.Name, CSharpTypes.Element(((ListType)member.Type).Element.Type))),
    ];
}
