using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Dockerland.Tests.Support.Clouds;

/// <summary>One answer that goes wrong.</summary>
/// <param name="IsMade">Whether the cloud gets the request nevertheless.</param>
/// <param name="Delay">How long the answer takes.</param>
public sealed record Fault(int Status, string Body, bool IsMade = false, TimeSpan Delay = default)
{
    public override string ToString() => $"{Status}{(IsMade ? ", made" : "")}";
}

/// <summary>Stands between AWS clients and a cloud, and lets go wrong what it is told to.</summary>
public sealed class FaultProxy : IAsyncDisposable
{
    private readonly WebApplication application;
    private readonly HttpClient client;

    private FaultProxy(WebApplication application, HttpClient client)
    {
        this.application = application;
        this.client = client;
    }

    public Uri Endpoint => new(application.Urls.Single());

    /// <summary>Each request's method, path and query.</summary>
    public ConcurrentQueue<string> Requests { get; } = [];

    /// <summary>What becomes of the next requests; null for one that goes well. All that follow go well too.</summary>
    public ConcurrentQueue<Fault?> Faults { get; } = [];

    /// <summary>How far the cloud's clock is ahead; requests that are signed for a time more than five minutes off are turned down.</summary>
    public TimeSpan? ClockIsAhead { get; set; }

    public static async Task<FaultProxy> StartAsync(Uri cloud)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(options => options.Listen(System.Net.IPAddress.Loopback, 0));
        var proxy = new FaultProxy(builder.Build(), new HttpClient { BaseAddress = cloud });
        proxy.application.Run(proxy.AnswerAsync);
        await proxy.application.StartAsync();
        return proxy;
    }

    public async ValueTask DisposeAsync()
    {
        await application.DisposeAsync();
        client.Dispose();
    }

    /// <summary>An error as Route53 has it.</summary>
    public static string Error(string code, string message) =>
        $"<ErrorResponse xmlns=\"https://route53.amazonaws.com/doc/2013-04-01/\"><Error><Type>Sender</Type><Code>{code}</Code><Message>{message}</Message></Error><RequestId>1</RequestId></ErrorResponse>";

    private async Task AnswerAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        Requests.Enqueue($"{context.Request.Method} {context.Request.Path}{context.Request.QueryString}");
        if (!Faults.TryDequeue(out var fault)) fault = ClockFault(context);
        if (fault is null)
        {
            await Forwarding.SendAsync(client, context, body.ToArray());
            return;
        }

        if (fault.IsMade) await ForwardUnseenAsync(context, body.ToArray());
        await Task.Delay(fault.Delay, context.RequestAborted);
        context.Response.StatusCode = fault.Status;
        context.Response.ContentType = "text/xml";
        await context.Response.WriteAsync(fault.Body);
    }

    private async Task ForwardUnseenAsync(HttpContext context, byte[] body)
    {
        var answer = context.Response.Body;
        context.Response.Body = Stream.Null;
        await Forwarding.SendAsync(client, context, body);
        context.Response.Headers.Clear();
        context.Response.Body = answer;
    }

    private Fault? ClockFault(HttpContext context)
    {
        if (ClockIsAhead is not { } ahead) return null;

        var now = DateTimeOffset.UtcNow + ahead;
        var signed = DateTimeOffset.ParseExact(context.Request.Headers["X-Amz-Date"].ToString(), "yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
        if ((signed - now).Duration() < TimeSpan.FromMinutes(5)) return null;

        context.Response.Headers.Date = now.ToString("R", CultureInfo.InvariantCulture);
        return new(403, Error("SignatureDoesNotMatch", $"Signature expired: {signed:yyyyMMdd'T'HHmmss'Z'} is now earlier than {now.AddMinutes(-5):yyyyMMdd'T'HHmmss'Z'} ({now:yyyyMMdd'T'HHmmss'Z'} - 5 min.)"));
    }
}
