namespace Dockerland.Cli.GitHub;

/// <summary>What the jobs of a pull request found out about a stack.</summary>
/// <param name="Plan">Null where the job ended before.</param>
/// <param name="Preview">Null where none was run, as for forks.</param>
internal sealed record StackResult(string Stack, PlanResult? Plan, PreviewResult? Preview)
{
    /// <summary>Whether there is nothing to tell.</summary>
    public bool IsQuiet => Plan is { Code: CommandLine.Success } && Preview is null or { Code: 0, Total: 0 };
}

/// <summary>How <c>plan --against</c> ended.</summary>
/// <param name="Output">What it printed: a line of summary, what the differences mean, and then each of them.</param>
/// <param name="Log">What it said about itself.</param>
internal sealed record PlanResult(int Code, string Output, string Log)
{
    private const string DetailsTitle = "\nDetails\n";

    public bool Failed => Code is not (CommandLine.Success or Planning.PlanVerb.Different);

    /// <summary>The end of the first line: <c>3 created, 2 changed</c>.</summary>
    public string Summary => Output.Split('\n', 2)[0].Split(": ", 2)[^1];

    /// <summary>What the differences mean.</summary>
    public string Meaning => string.Join('\n', Output.Split(DetailsTitle, 2)[0].Split('\n').Skip(1)).Trim('\n');

    public string Details => Output.Split(DetailsTitle, 2) is [_, var details] ? details.TrimEnd('\n') : "";
}
