using System.Collections.Immutable;
using System.Text.Json;

namespace Dockerland.Cli.GitHub;

/// <summary>How a preview of the engine's ended, and the steps it saw.</summary>
/// <param name="Code">Its exit code.</param>
/// <param name="Total">How many changes there are; <paramref name="Steps"/> has the first of them.</param>
internal sealed record PreviewResult(int Code, int Total, ImmutableArray<PreviewStep> Steps)
{
    /// <summary>More are counted, not listed.</summary>
    public const int MostSteps = 500;

    /// <summary>The engine's exit code when there are changes where none were expected.</summary>
    public const int Changed = 7;

    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web);

    /// <summary>Reads an event log of <c>pulumi --event-log</c>, one event of JSON a line.</summary>
    public static PreviewResult OfEvents(IEnumerable<string> lines, int code)
    {
        var steps = new Dictionary<string, PreviewStep>(StringComparer.Ordinal);
        foreach (var line in lines)
            // Only what comes out of a step of a refresh says what it found.
            if (line is not "" && (Step(line, "resourcePreEvent") ?? Step(line, "resOutputsEvent")) is var (urn, step))
                steps[urn] = step;

        var changes = steps.Values.Where(step => PreviewStep.IsChange(step.Op)).OrderBy(step => step.Rank).ThenBy(step => step.ToString(), StringComparer.Ordinal).ToArray();
        return new(code, changes.Length, [.. changes.Take(MostSteps)]);
    }

    public static PreviewResult Parse(string json) =>
        JsonSerializer.Deserialize<PreviewResult>(json, Format) is { Steps.IsDefault: false } result
            ? result with { Steps = [.. result.Steps.Where(step => step is { Op: not null, Type: not null, Name: not null }).Take(MostSteps).Select(step => step.Bounded())] }
            : throw new JsonException("The result of a preview has no steps.");

    public string Render() => JsonSerializer.Serialize(this, Format) + "\n";

    // A replacement comes in three steps.
    private static string Operation(string op) => op is "create-replacement" or "delete-replaced" ? "replace" : op;

    private static (string Urn, PreviewStep Step)? Step(string line, string kind)
    {
        using var document = JsonDocument.Parse(line);
        if (!document.RootElement.TryGetProperty(kind, out var happened)) return null;

        var metadata = happened.GetProperty("metadata");
        var urn = metadata.GetProperty("urn").GetString()!;
        var parts = urn.Split("::", 4);
        return (urn, new(Operation(metadata.GetProperty("op").GetString()!), parts.ElementAtOrDefault(2)?.Split('$')[^1] ?? "", parts.ElementAtOrDefault(3) ?? urn));
    }
}
