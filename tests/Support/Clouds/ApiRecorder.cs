using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;

namespace Dockerland.Tests.Support.Clouds;

/// <summary>Stands between AWS clients and a cloud, hands everything on, and writes down which operations are called.</summary>
public sealed partial class ApiRecorder : IAsyncDisposable
{
    // The name that requests are signed for is IAM's prefix, but for these.
    private static readonly Dictionary<string, string> Prefixes = new() { ["monitoring"] = "cloudwatch" };

    private readonly ConcurrentDictionary<ApiCall, byte> calls = new();
    private readonly WebApplication application;
    private readonly HttpClient client;
    private readonly ServiceModels models;
    private readonly IReadOnlyDictionary<string, string> answers;

    private ApiRecorder(WebApplication application, HttpClient client, ServiceModels models, IReadOnlyDictionary<string, string> answers)
    {
        this.application = application;
        this.client = client;
        this.models = models;
        this.answers = answers;
    }

    public Uri Endpoint => new(application.Urls.Single());

    /// <summary>Each operation that was called, sorted.</summary>
    public IReadOnlyList<ApiCall> Calls => [.. calls.Keys.OrderBy(call => call.ToString(), StringComparer.Ordinal)];

    /// <param name="answers">Operation → the XML that stands for the cloud's answer, where the cloud lacks the operation.</param>
    public static async Task<ApiRecorder> StartAsync(Uri cloud, IReadOnlyDictionary<string, string> answers)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(options => options.Listen(System.Net.IPAddress.Loopback, 0));
        var recorder = new ApiRecorder(builder.Build(), new HttpClient { BaseAddress = cloud, Timeout = TimeSpan.FromMinutes(5) }, await ServiceModels.ReadAsync(), answers);
        recorder.application.Run(recorder.AnswerAsync);
        await recorder.application.StartAsync();
        return recorder;
    }

    public async ValueTask DisposeAsync()
    {
        await application.DisposeAsync();
        client.Dispose();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        var call = CallOf(context.Request, body.ToArray());
        calls.TryAdd(call, default);
        if (answers.TryGetValue(call.Operation, out var answer))
        {
            context.Response.ContentType = "text/xml";
            await context.Response.WriteAsync(answer);
            return;
        }

        await Forwarding.SendAsync(client, context, body.ToArray());
    }

    private ApiCall CallOf(HttpRequest request, byte[] body)
    {
        var scope = CredentialScope().Match(request.Headers.Authorization.ToString());
        if (!scope.Success) throw new InvalidOperationException($"{request.Method} {request.Path} isn't signed, so nothing says which service it is for.");

        var service = scope.Groups["service"].Value;
        var operation = Target(request) ?? Action(request, body) ?? models.Find(service, request.Method, request.Path)
            ?? throw new InvalidOperationException($"{request.Method} {request.Path} for {service} has no operation's name, and no known operation has that path.");
        return new(Prefixes.GetValueOrDefault(service, service), Version().Replace(operation, ""));
    }

    // JSON services: AmazonSSM.PutParameter. CBOR ones: /service/GraniteServiceVersion20100801/operation/PutMetricAlarm.
    private static string? Target(HttpRequest request) =>
        request.Headers["X-Amz-Target"].ToString() is { Length: > 0 } target ? target.Split('.')[^1]
        : request.Path.Value!.Split('/') is [_, "service", _, "operation", var operation] ? operation
        : null;

    private static string? Action(HttpRequest request, byte[] body)
    {
        if (request.Query.TryGetValue("Action", out var inQuery)) return inQuery;
        if (request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.Ordinal) is not true) return null;
        using var reader = new FormReader(System.Text.Encoding.UTF8.GetString(body)) { ValueLengthLimit = int.MaxValue };
        return reader.ReadForm().TryGetValue("Action", out var inForm) ? inForm.ToString() : null;
    }

    [GeneratedRegex(@"Credential=[^/]+/\d+/[^/]+/(?<service>[^/]+)/aws4_request")]
    private static partial Regex CredentialScope();

    // Lambda's operations carry the date of their API: GetFunction20150331v2.
    [GeneratedRegex(@"\d{8}(v\d+)?$")]
    private static partial Regex Version();
}
