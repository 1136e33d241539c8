using System.Text.Json;
using Dockerland.Tests.Support.Lambda;
using Dockerland.Tests.Support.Processes;

namespace Dockerland.Tests.EndToEnd.Updater;

/// <summary>The function at work, as Lambda runs it.</summary>
internal sealed class UpdaterProcess : IAsyncDisposable
{
    private static readonly TimeSpan Usual = TimeSpan.FromSeconds(60);

    private readonly RuntimeApiHost api;
    private readonly Daemon daemon;
    private bool isStopped;

    private UpdaterProcess(RuntimeApiHost api, Daemon daemon)
    {
        this.api = api;
        this.daemon = daemon;
    }

    /// <summary>What it logged.</summary>
    public string Log => daemon.Log;

    /// <param name="cloud">Where AWS is for it; moto when null.</param>
    /// <param name="variables">Over those that the stack sets.</param>
    /// <param name="program">Instead of the one that is deployed.</param>
    public static async Task<UpdaterProcess> StartAsync(UpdaterFixture fixture, MotoStack stack, Uri? cloud = null, IReadOnlyDictionary<string, string?>? variables = null, string? program = null)
    {
        var api = await RuntimeApiHost.StartAsync();
        var environment = new Dictionary<string, string?>(fixture.Moto.Environment)
        {
            ["AWS_LAMBDA_RUNTIME_API"] = api.Address,
            ["AWS_ENDPOINT_URL"] = (cloud ?? fixture.Moto.Endpoint).OriginalString,
            ["STACK"] = stack.Name,
            ["ENVIRONMENT"] = "dev",
            ["ZONE_IDS"] = stack.ZoneId,
        };
        foreach (var (name, value) in variables ?? new Dictionary<string, string?>()) environment[name] = value;
        return new(api, await Daemon.StartAsync(new Tool(program ?? fixture.Program) { Environment = environment }, () => Task.FromResult(true)));
    }

    /// <summary>The function's answer to an event, or its error.</summary>
    public Task<InvocationOutcome> InvokeAsync(string json = "{}", TimeSpan? time = null) => api.InvokeAsync(json, time ?? Usual);

    /// <summary>The answer to an event that goes well.</summary>
    public async Task<JsonElement> SucceedAsync(string json = "{}")
    {
        var outcome = await InvokeAsync(json);
        Assert.True(outcome.ErrorType is null, outcome.Body);
        return JsonElement.Parse(outcome.Body);
    }

    public Task<InvocationOutcome> InitializationErrorAsync() => api.InitializationError.WaitAsync(Usual);

    /// <summary>A message as the topic sends it.</summary>
    public static string Message(params object[] messages) =>
        JsonSerializer.Serialize(new { Records = messages.Select(message => new { EventSource = "aws:sns", Sns = new { Message = JsonSerializer.Serialize(message), MessageId = "m", Timestamp = DateTime.UtcNow } }) });

    /// <summary>Sends SIGTERM and waits for its end.</summary>
    public async Task StopAsync()
    {
        isStopped = true;
        await daemon.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!isStopped) await daemon.DisposeAsync();
        await api.DisposeAsync();
    }
}
