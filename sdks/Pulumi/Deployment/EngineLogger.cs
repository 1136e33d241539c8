using Pulumi.Grpc;
using Pulumi.Rpc;

namespace Pulumi;

/// <summary>Hands diagnostics to the engine, in the order in which they came.</summary>
internal sealed class EngineLogger(IEngine engine, Runner runner)
{
    private readonly Lock _lock = new();
    private Task _last = Task.CompletedTask;

    /// <summary>Whether an error was logged, by the program or for it: the deployment fails then.</summary>
    public bool LoggedErrors { get; private set; }

    /// <summary>Logs without waiting; the deployment waits.</summary>
    public void Log(LogSeverity severity, string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null) =>
        runner.RegisterTask(LogAsync(severity, message, resource, streamId, ephemeral));

    public Task LogAsync(
        LogSeverity severity, string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null)
    {
        lock (_lock)
        {
            LoggedErrors |= severity == LogSeverity.Error;
            return _last = SendAsync(_last);
        }

        async Task SendAsync(Task previous)
        {
            await previous.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            try
            {
                await engine.LogAsync(new()
                {
                    Severity = severity,
                    Message = message,
                    Urn = await UrnAsync(resource).ConfigureAwait(false),
                    StreamId = streamId ?? 0,
                    Ephemeral = ephemeral ?? false,
                }).ConfigureAwait(false);
            }
            catch (Exception exception)
            {
                throw new LogException(exception);
            }
        }
    }

    private static async Task<string> UrnAsync(Resource? resource)
    {
        try
        {
            return resource is null ? "" : await resource.Urn.GetValueAsync(whenUnknown: "").ConfigureAwait(false);
        }
#pragma warning disable CA1031 // A resource that failed has no URN; its message is worth having all the same.
        catch (Exception)
#pragma warning restore CA1031
        {
            return "";
        }
    }
}
