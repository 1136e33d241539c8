using System.Text.Json;
using Dockerland.Tests.Support.Processes;

namespace Dockerland.Tests.Support.Deployments;

/// <summary>What one preview, up, refresh or destroy did: its output, its events, and the engine's gRPC calls.</summary>
public sealed record PulumiRun(ToolResult Result, IReadOnlyList<PulumiStep> Steps, IReadOnlyList<PulumiDiagnostic> Diagnostics, IReadOnlyList<EngineCall> Calls)
{
    /// <summary>The engine's event log, a line each.</summary>
    public IReadOnlyList<string> EventLog { get; init; } = [];

    /// <summary>The steps that changed something, or would have.</summary>
    public IEnumerable<PulumiStep> Changes => Steps.Where(step => step.Operation is not ("same" or "read"));

    /// <summary>The error messages in the order they were reported.</summary>
    public IEnumerable<PulumiDiagnostic> Errors => Diagnostics.Where(diagnostic => diagnostic.Severity == "error");

    public IEnumerable<PulumiDiagnostic> Warnings => Diagnostics.Where(diagnostic => diagnostic.Severity == "warning");

    /// <summary>This run, or an exception with everything that was printed.</summary>
    public PulumiRun EnsureSuccess()
    {
        Result.EnsureSuccess();
        return this;
    }

    public override string ToString() => Result.ToString();

    internal static async Task<PulumiRun> ReadAsync(ToolResult result, string events, string calls)
    {
        var happened = await ReadLinesAsync(events);
        return new PulumiRun(
            result,
            [.. happened.Select(PulumiStep.Read).OfType<PulumiStep>()],
            [.. happened.Select(PulumiDiagnostic.Read).OfType<PulumiDiagnostic>()],
            [.. (await ReadLinesAsync(calls)).Select(EngineCall.Read).OfType<EngineCall>()])
        {
            EventLog = [.. happened.Select(line => line.GetRawText())],
        };
    }

    private static async Task<JsonElement[]> ReadLinesAsync(string file) =>
        File.Exists(file)
            ? [.. (await File.ReadAllLinesAsync(file)).Where(line => line.Length > 0).Select(line => JsonElement.Parse(line))]
            : [];
}
