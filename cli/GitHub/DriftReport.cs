using System.Globalization;

namespace Dockerland.Cli.GitHub;

/// <summary>What the nightly look found: which stacks drifted, and which couldn't be looked at.</summary>
internal sealed record DriftReport(IReadOnlyList<StackResult> Results)
{
    /// <summary>What the issue is found again by.</summary>
    public static string Marker(string project) => $"<!-- {project}: drift -->";

    public IReadOnlyList<string> Drifted => [.. Results.Where(result => result.Preview is { Code: PreviewResult.Changed }).Select(result => result.Stack)];

    public IReadOnlyList<string> Broken => [.. Results.Where(result => result.Preview is null or { Code: not (0 or PreviewResult.Changed) }).Select(result => result.Stack)];

    public bool IsClean => Drifted.Count == 0 && Broken.Count == 0;

    public string Title => (Drifted, Broken) switch
    {
        ([], _) => $"The look for drift is broken: {string.Join(", ", Broken)}",
        (_, []) => $"Drift: {string.Join(", ", Drifted)}",
        _ => $"Drift: {string.Join(", ", Drifted)}; broken: {string.Join(", ", Broken)}",
    };

    public string Render(string project, string runUrl)
    {
        var head = $"""
            {Marker(project)}
            What is there is not what was deployed. Bring it back with `pulumi up --refresh`, or put it into the settings. A look that is broken says nothing about its stack.

            | stack | found |
            |---|---|
            {string.Join('\n', Results.Select(result => $"| {Markdown.Inline(result.Stack)} | {Found(result.Preview)} |"))}

            [Log of the run]({runUrl})

            """;
        return head + CommentSection.Render(
            [.. Results.Where(result => result.Preview is { Steps: not [] }).Select(result => new CommentSection($"{result.Stack}: what differs", result.Preview!.Lines(), IsOpen: true))],
            Markdown.MostCharacters - head.Length);
    }

    private static string Found(PreviewResult? preview) => preview switch
    {
        null => "❌ ended without a result",
        { Code: 0 } => "no drift",
        { Code: PreviewResult.Changed, Total: 1 } => "drift in 1 resource",
        { Code: PreviewResult.Changed } => string.Create(CultureInfo.InvariantCulture, $"drift in {preview.Total} resources"),
        _ => string.Create(CultureInfo.InvariantCulture, $"❌ broken, exit code {preview.Code}"),
    };
}
