using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace Dockerland.Tests.Support.Aws;

/// <summary>What a client sent.</summary>
/// <param name="Target">Path and query as they came over the wire.</param>
public sealed record SentRequest(string Method, string Target, SortedDictionary<string, string> Headers, string Body);

/// <summary>What it gets.</summary>
public sealed record CannedAnswer(int Status, string ContentType, string Body)
{
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();
}

/// <summary>A server on this machine that remembers each request and gives each the same answer, or the one that is made for it.</summary>
public sealed class CannedServer : IAsyncDisposable
{
    private readonly WebApplication app;

    private CannedServer(WebApplication app) => this.app = app;

    public Uri Endpoint => new(app.Urls.Single());

    public CannedAnswer Answer { get; set; } = new(200, "text/plain", "");

    /// <summary>In the place of <see cref="Answer"/>.</summary>
    public Func<SentRequest, CannedAnswer>? Respond { get; set; }

    public List<SentRequest> Requests { get; } = [];

    public static async Task<CannedServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = new CannedServer(builder.Build());
        server.app.Run(server.RespondAsync);
        await server.app.StartAsync();
        return server;
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private async Task RespondAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync();
        var headers = context.Request.Headers.ToDictionary(header => header.Key.ToUpperInvariant(), header => header.Value.ToString());
        var request = new SentRequest(context.Request.Method, context.Features.Get<IHttpRequestFeature>()!.RawTarget, new(headers), body);
        Requests.Add(request);
        var answer = Respond?.Invoke(request) ?? Answer;
        context.Response.StatusCode = answer.Status;
        context.Response.ContentType = answer.ContentType;
        foreach (var (name, value) in answer.Headers)
            context.Response.Headers[name] = value;
        context.Response.ContentLength = System.Text.Encoding.UTF8.GetByteCount(answer.Body);
        context.Response.Headers["x-amzn-RequestId"] = "request-1";
        await context.Response.WriteAsync(answer.Body);
    }
}
