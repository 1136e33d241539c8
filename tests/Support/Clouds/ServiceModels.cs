using System.IO.Compression;
using System.Text.Json;
using System.Text.RegularExpressions;
using Dockerland.Tests.Support.Processes;

namespace Dockerland.Tests.Support.Clouds;

/// <summary>AWS's own descriptions of the services whose operations only method and path tell apart, as botocore has them.</summary>
public sealed class ServiceModels
{
    private static readonly string[] RestServices = ["lambda", "route53"];

    private readonly Dictionary<string, Route[]> routes;

    private ServiceModels(Dictionary<string, Route[]> routes) => this.routes = routes;

    public static async Task<ServiceModels> ReadAsync()
    {
        var python = new Tool("python3") { Input = "import botocore\nprint(botocore.__path__[0])\n" };
        var data = Path.Combine((await python.SucceedAsync("-")).Output.Trim(), "data");
        return new(RestServices.ToDictionary(service => service, service => RoutesOf(Path.Combine(data, service))));
    }

    /// <summary>The operation behind a request, or null when the service has none of that method and path.</summary>
    public string? Find(string service, string method, string path) =>
        routes.TryGetValue(service, out var known) ? known.FirstOrDefault(route => route.Method == method && route.Path.IsMatch(path))?.Operation : null;

    private static Route[] RoutesOf(string service)
    {
        var newest = Directory.GetDirectories(service).Max(StringComparer.Ordinal)!;
        using var file = new GZipStream(File.OpenRead(Path.Combine(newest, "service-2.json.gz")), CompressionMode.Decompress);
        using var model = JsonDocument.Parse(file);
        return
        [
            .. model.RootElement.GetProperty("operations").EnumerateObject().Select(operation =>
            {
                var http = operation.Value.GetProperty("http");
                return new Route(http.GetProperty("method").GetString()!, Pattern(http.GetProperty("requestUri").GetString()!), operation.Name);
            }),
        ];
    }

    // {Name} is one segment, {Name+} several; what follows '?' is no part of the path, nor is a slash at its end.
    private static Regex Pattern(string uri)
    {
        var path = Regex.Escape(uri.Split('?')[0].TrimEnd('/'));
        return new("^" + Regex.Replace(Regex.Replace(path, @"\\\{[^}]+\+}", ".+"), @"\\\{[^}]+}", "[^/]+") + "/?$");
    }

    private sealed record Route(string Method, Regex Path, string Operation);
}
