using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Dockerland.Tests.Support.Lambda;

/// <summary>How an invocation ended.</summary>
/// <param name="ErrorType">Of an error; null for an answer.</param>
public sealed record InvocationOutcome(string Body, string? ErrorType);

/// <summary>Lambda's runtime API for one program: it hands out events one by one and takes the answers.</summary>
public sealed class RuntimeApiHost : IAsyncDisposable
{
    private const string Root = "/2018-06-01/runtime";

    private readonly WebApplication application;
    private readonly Channel<Invocation> events = Channel.CreateUnbounded<Invocation>();
    private readonly ConcurrentDictionary<string, Invocation> running = new();
    private readonly TaskCompletionSource<InvocationOutcome> initializationError = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int last;

    private RuntimeApiHost(WebApplication application) => this.application = application;

    /// <summary>What the variable <c>AWS_LAMBDA_RUNTIME_API</c> is.</summary>
    public string Address => new Uri(application.Urls.Single()).Authority;

    /// <summary>What a program told that couldn't begin.</summary>
    public Task<InvocationOutcome> InitializationError => initializationError.Task;

    public static async Task<RuntimeApiHost> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(options => options.Listen(IPAddress.Loopback, 0));
        var host = new RuntimeApiHost(builder.Build());
        host.application.MapGet($"{Root}/invocation/next", host.NextAsync);
        host.application.MapPost(Root + "/invocation/{id}/response", (string id, HttpContext context) => host.TakeAsync(id, context));
        host.application.MapPost(Root + "/invocation/{id}/error", (string id, HttpContext context) => host.TakeAsync(id, context));
        host.application.MapPost($"{Root}/init/error", host.TakeInitializationErrorAsync);
        await host.application.StartAsync();
        return host;
    }

    /// <summary>Hands an event to the program and waits for its answer, a little longer than it has time for it.</summary>
    public Task<InvocationOutcome> InvokeAsync(string json, TimeSpan time)
    {
        var invocation = new Invocation($"id-{Interlocked.Increment(ref last)}", json, DateTimeOffset.UtcNow + time);
        running[invocation.Id] = invocation;
        events.Writer.TryWrite(invocation);
        return invocation.Outcome.Task.WaitAsync(time + TimeSpan.FromSeconds(10));
    }

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource(TimeSpan.Zero);
        await application.StopAsync(now.Token);
        await application.DisposeAsync();
    }

    private async Task NextAsync(HttpContext context)
    {
        var invocation = await events.Reader.ReadAsync(context.RequestAborted);
        context.Response.Headers["Lambda-Runtime-Aws-Request-Id"] = invocation.Id;
        context.Response.Headers["Lambda-Runtime-Deadline-Ms"] = invocation.Deadline.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(invocation.Json);
    }

    private async Task TakeAsync(string id, HttpContext context)
    {
        var outcome = await ReadAsync(context);
        context.Response.StatusCode = running.TryRemove(id, out var invocation) && invocation.Outcome.TrySetResult(outcome) ? StatusCodes.Status202Accepted : StatusCodes.Status400BadRequest;
    }

    private async Task TakeInitializationErrorAsync(HttpContext context)
    {
        initializationError.TrySetResult(await ReadAsync(context));
        context.Response.StatusCode = StatusCodes.Status202Accepted;
    }

    private static async Task<InvocationOutcome> ReadAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync();
        var isError = context.Request.Path.Value!.EndsWith("/error", StringComparison.Ordinal);
        var type = context.Request.Headers["Lambda-Runtime-Function-Error-Type"].ToString();
        return new(body, !isError ? null : type is "" ? "unknown" : type);
    }

    private sealed record Invocation(string Id, string Json, DateTimeOffset Deadline)
    {
        public TaskCompletionSource<InvocationOutcome> Outcome { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
