using System.Globalization;

namespace Dockerland.Cli.GitHub;

/// <summary>The one comment on a pull request: a table first, then what changes mean, then the changes; all of it within GitHub's limit.</summary>
internal static class CommentText
{
    private const int MostSummary = 200;
    private const int MostLogLines = 60;
    private const int MostColumns = 110;

    /// <summary>What the comment is found again by. Nobody sees it.</summary>
    public static string Marker(string project) => $"<!-- {project}: what this changes -->";

    /// <param name="run">Where everything is that isn't in the comment.</param>
    public static string Render(string project, IReadOnlyList<StackResult> results, PreviewRun run)
    {
        var head = $"""
            {Marker(project)}
            ### What {Markdown.Inline(run.Sha[..Math.Min(8, run.Sha.Length)])} changes


            """;
        if (run.IsCancelled) head += "The preview was cancelled. What it didn't come to is not known: run it again.\n\n";
        if (results.All(result => result is { Plan: null, Preview: null }))
            return head + (run.IsCancelled ? $"[Log of the run]({run.Url})\n" : $"The preview failed before it came to any stack: [its log]({run.Url}) says why.\n");

        var table = $"""
            | stack | plan | preview by the engine |
            |---|---|---|
            {string.Join('\n', results.Select(Row))}

            [Log of the run]({run.Url})

            """;
        return head + table + CommentSection.Render([.. results.SelectMany(Meaning), .. results.SelectMany(Steps), .. results.SelectMany(Details)], Markdown.MostCharacters - head.Length - table.Length);
    }

    private static string Row(StackResult result) => $"| {Markdown.Inline(result.Stack)} | {Plan(result.Plan)} | {Preview(result.Preview)} |";

    private static string Plan(PlanResult? plan) => plan switch
    {
        null => "❌ ended without a result",
        { Failed: true } => string.Create(CultureInfo.InvariantCulture, $"❌ failed with exit code {plan.Code}"),
        _ => Markdown.Inline(plan.Summary[..Math.Min(MostSummary, plan.Summary.Length)]),
    };

    private static string Preview(PreviewResult? preview) => preview switch
    {
        null => "not run",
        { Code: not 0 } => string.Create(CultureInfo.InvariantCulture, $"❌ failed with exit code {preview.Code}"),
        { Total: 0 } => "no changes",
        _ => string.Join(", ", preview.Steps.GroupBy(step => step.Op).Select(group => string.Create(CultureInfo.InvariantCulture, $"{group.Count()} {Markdown.Inline(group.Key)}"))),
    };

    private static IEnumerable<CommentSection> Meaning(StackResult result) => result.Plan switch
    {
        { Failed: true } failed => [new($"{result.Stack}: why the plan failed", [.. failed.Log.TrimEnd().Split('\n').TakeLast(MostLogLines)], IsOpen: true)],
        { Meaning: not "" } plan => [new($"{result.Stack}: what it means", [.. plan.Meaning.Split('\n').SelectMany(Wrap)], IsOpen: true)],
        _ => [],
    };

    // GitHub doesn't break lines between pre tags, and shows about that many characters of one.
    private static IEnumerable<string> Wrap(string line)
    {
        var indent = new string(' ', line.Length - line.TrimStart(' ').Length + 2);
        while (line.Length > MostColumns && line.LastIndexOf(' ', MostColumns) is var end && end > indent.Length)
        {
            yield return line[..end];
            line = indent + line[(end + 1)..];
        }
        yield return line;
    }

    private static IEnumerable<CommentSection> Steps(StackResult result) => result.Preview is { Steps: not [] } preview
        ? [new($"{result.Stack}: steps of the engine", preview.Lines(), IsOpen: false)]
        : [];

    private static IEnumerable<CommentSection> Details(StackResult result) => result.Plan is { Failed: false, Details: not "" } plan
        ? [new($"{result.Stack}: all differences", [.. plan.Details.Split('\n')], IsOpen: false)]
        : [];
}
