using Dockerland.HaproxyAgent.Runtime;

namespace Dockerland.HaproxyAgent.Commands;

/// <summary>Asks all that know something of how things stand.</summary>
internal sealed class StatusCommand(AgentSettings settings, Sources sources, IServerRuntime runtime, TimeProvider time)
{
    // A pass that waits for programs that don't answer takes some seconds.
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(30);

    /// <exception cref="AgentException">HAProxy doesn't answer.</exception>
    public async Task<StatusReport> RunAsync(CancellationToken cancellationToken)
    {
        var problems = new List<string>();
        var desired = await sources.ReadAsync(problems, cancellationToken);
        var reloads = await new HaproxyMaster(new(settings.MasterSocket)).ReadAsync(cancellationToken);
        return StatusReport.Of(desired, problems, await runtime.ReadAsync(cancellationToken), reloads, Told());
    }

    private string[]? Told() => File.Exists(settings.ProblemsFile) && time.GetUtcNow() - File.GetLastWriteTimeUtc(settings.ProblemsFile) < Silence
        // Certificates, snippets and records have files of their own, and are looked at in their own time.
        ? [.. Directory.GetFiles(Path.GetDirectoryName(settings.ProblemsFile)!, Path.GetFileName(settings.ProblemsFile) + "*").Order(StringComparer.Ordinal).SelectMany(File.ReadAllLines)]
        : null;
}
