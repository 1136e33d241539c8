using System.Collections.Concurrent;
using Pulumi.Grpc;
using Pulumi.Rpc;

namespace Dockerland.Tests.Sdks.Pulumi.Fakes;

/// <summary>An engine in memory that keeps the log.</summary>
internal sealed class FakeEngine : IEngine
{
    public ConcurrentQueue<LogRequest> Logged { get; } = new();

    public Func<LogRequest, Task> OnLog { get; set; } = request => Task.CompletedTask;

    public IReadOnlyList<string> Messages(LogSeverity severity) =>
        [.. Logged.Where(request => request.Severity == severity).Select(request => request.Message)];

    public async Task LogAsync(LogRequest request)
    {
        await OnLog(request);
        Logged.Enqueue(request);
    }

    public Task RequirePulumiVersionAsync(RequirePulumiVersionRequest request) => Task.CompletedTask;
}
