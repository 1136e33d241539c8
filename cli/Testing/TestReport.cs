namespace Dockerland.Cli.Testing;

/// <summary>Says what went wrong and what was left out; pure, so that its last line can be relied on.</summary>
internal static class TestReport
{
    public static IEnumerable<string> Render(IReadOnlyList<TestOutcome> outcomes, bool skipsFail)
    {
        foreach (var failure in outcomes.Where(outcome => outcome.Verdict == Verdict.Failed))
        {
            yield return $"FAILED {failure.Project}: {failure.Name}";
            foreach (var line in Lines(failure.Message).Concat(Lines(failure.Trace)))
                yield return $"    {line}";
        }
        foreach (var skip in outcomes.Where(IsSkip))
            yield return $"SKIPPED {skip.Project}: {skip.Name}: {Reason(skip)}";
        if (skipsFail && outcomes.Any(IsSkip))
            yield return $"{Skips.NotAllowed}, so this run has failed.";
        yield return Summary(outcomes);
    }

    public static bool Succeeded(IReadOnlyList<TestOutcome> outcomes, bool skipsFail) =>
        outcomes.All(outcome => outcome.Verdict != Verdict.Failed) && !(skipsFail && outcomes.Any(IsSkip));

    private static string Summary(IReadOnlyList<TestOutcome> outcomes) =>
        $"{Count(outcomes, Verdict.Passed)} passed, {Count(outcomes, Verdict.Failed)} failed, {Count(outcomes, Verdict.Skipped)} skipped";

    private static int Count(IReadOnlyList<TestOutcome> outcomes, Verdict verdict) => outcomes.Count(outcome => outcome.Verdict == verdict);

    private static bool IsSkip(TestOutcome outcome) => outcome.Verdict == Verdict.Skipped;

    private static string Reason(TestOutcome skip) => skip.Message.Length == 0 ? "(no reason given)" : skip.Message.ReplaceLineEndings(" ");

    private static string[] Lines(string text) => text.Length == 0 ? [] : text.ReplaceLineEndings("\n").Split('\n');
}
