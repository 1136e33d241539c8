using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Dockerland.Cli.GitHub;

/// <summary>
/// Reads what the jobs of a workflow left behind, each in the folder of its artifact: <c>results-plan/STACK.txt</c>, <c>.log</c> and
/// <c>.code</c> of a plan, <c>results-engine-STACK/STACK.preview.json</c> of a preview by the engine. For a pull request all of it was
/// written by code that nobody has looked at yet, so nothing in it is taken at its word.
/// </summary>
internal static class ResultsFolder
{
    private const int MostCharacters = 1_000_000;

    /// <param name="stacks">Those that were to be looked at; one without a file has no results.</param>
    /// <param name="isFork">Whether it is of a fork, which no engine has ever looked at: what looks like that is made up.</param>
    public static ImmutableArray<StackResult> Read(string folder, IEnumerable<string> stacks, bool isFork = false) =>
    [
        .. stacks.Select(stack => new StackResult(
            stack,
            ReadPlan(Path.Combine(folder, "results-plan"), stack),
            isFork ? null : ReadPreview(Path.Combine(folder, $"results-engine-{stack}"), stack))),
    ];

    private static PlanResult? ReadPlan(string folder, string stack) => Text(folder, $"{stack}.code") is { } code
        ? new(
            int.TryParse(code, NumberStyles.AllowLeadingSign | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var number) ? number : CommandLine.Failure,
            Text(folder, $"{stack}.txt") ?? "",
            Text(folder, $"{stack}.log") ?? "")
        : null;

    private static PreviewResult? ReadPreview(string folder, string stack)
    {
        if (Text(folder, $"{stack}.preview.json") is not { } json) return null;
        try
        {
            return PreviewResult.Parse(json);
        }
        catch (JsonException)
        {
            return new(CommandLine.Failure, 0, []);
        }
    }

    private static string? Text(string folder, string name)
    {
        var file = new FileInfo(Path.Combine(folder, name));
        // A link could lead to what this process alone may read.
        if (!file.Exists || IsLink(file) || IsLink(file.Directory!)) return null;

        using var reader = new StreamReader(file.FullName, Encoding.UTF8);
        var buffer = new char[MostCharacters];
        return new(buffer, 0, reader.ReadBlock(buffer));
    }

    private static bool IsLink(FileSystemInfo entry) => entry.LinkTarget is not null || entry.Attributes.HasFlag(FileAttributes.ReparsePoint);
}
