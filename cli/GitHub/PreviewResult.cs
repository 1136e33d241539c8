using System.Collections.Immutable;
using System.Globalization;
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

    private const string Refresh = "refresh";

    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web);

    /// <summary>
    /// Reads an event log of <c>pulumi --event-log</c>, one event of JSON a line. That of a run that failed may end anywhere; of one
    /// that came to its end there is a whole one, or nothing is known of its changes.
    /// </summary>
    /// <param name="mayScale">Whether scaling decides on the size of the group of that name, and not deployments; by itself of all.</param>
    public static PreviewResult OfEvents(IEnumerable<string> lines, int code, Func<string, bool>? mayScale = null)
    {
        var steps = new Dictionary<string, PreviewStep>(StringComparer.Ordinal);
        var (refreshed, scaled) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        var isWhole = false;
        foreach (var line in lines.Where(line => line is not ""))
        {
            using var document = TryParse(line);
            if (document is null) break;

            isWhole |= document.RootElement.TryGetProperty("summaryEvent", out _);
            if (Step(document.RootElement, "resourcePreEvent") is var (planned, plan))
            {
                steps[planned] = plan;
                // What the program itself changes is none of scaling's.
                if (plan.Op is Refresh) refreshed.Add(planned);
                else if (refreshed.Remove(planned)) scaled.Remove(planned);
            }

            // Only what comes out of a step of a refresh says what it found.
            if (Step(document.RootElement, "resOutputsEvent") is not var (urn, step)) continue;
            steps[urn] = step;
            if (refreshed.Contains(urn) && ScaledGroup.Is(document.RootElement.GetProperty("resOutputsEvent").GetProperty("metadata")) && mayScale?.Invoke(step.Name) is not false)
                scaled.Add(urn);
        }
        if (!isWhole && code is (CommandLine.Success or Changed))
            throw new CliException($"The event log is missing or ends early, yet pulumi's exit code is {code}: what changes isn't known. Give the file that pulumi wrote by --event-log.");

        var changes = steps.Where(step => !scaled.Contains(step.Key)).Select(step => step.Value).Where(step => PreviewStep.IsChange(step.Op)).OrderBy(step => step.Rank).ThenBy(step => step.ToString(), StringComparer.Ordinal).ToArray();
        // What the engine counted as a change was nothing but that.
        var result = code is Changed && scaled.Count > 0 && changes.Length is 0 ? CommandLine.Success : code;
        return new(result, changes.Length, [.. changes.Take(MostSteps)]);
    }

    public static PreviewResult Parse(string json) =>
        JsonSerializer.Deserialize<PreviewResult>(json, Format) is { Steps.IsDefault: false } result
            ? result with { Steps = [.. result.Steps.Where(step => step is { Op: not null, Type: not null, Name: not null }).Take(MostSteps).Select(step => step.Bounded())] }
            : throw new JsonException("The result of a preview has no steps.");

    /// <summary>The steps a line each, and how many there are beside them.</summary>
    public ImmutableArray<string> Lines()
    {
        ImmutableArray<string> lines = [.. Steps.Select(step => step.ToString())];
        return Total > lines.Length ? lines.Add(string.Create(CultureInfo.InvariantCulture, $"… and {Total - lines.Length} more")) : lines;
    }

    public string Render() => JsonSerializer.Serialize(this, Format) + "\n";

    // A replacement comes in three steps.
    private static string Operation(string op) => op is "create-replacement" or "delete-replaced" ? "replace" : op;

    private static JsonDocument? TryParse(string line)
    {
        try
        {
            return JsonDocument.Parse(line);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static (string Urn, PreviewStep Step)? Step(JsonElement logged, string kind)
    {
        if (!logged.TryGetProperty(kind, out var happened)) return null;

        var metadata = happened.GetProperty("metadata");
        var urn = metadata.GetProperty("urn").GetString()!;
        var parts = urn.Split("::", 4);
        return (urn, new(Operation(metadata.GetProperty("op").GetString()!), parts.ElementAtOrDefault(2)?.Split('$')[^1] ?? "", parts.ElementAtOrDefault(3) ?? urn));
    }
}
