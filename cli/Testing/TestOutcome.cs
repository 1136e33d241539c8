namespace Dockerland.Cli.Testing;

internal enum Verdict
{
    Passed,
    Failed,
    Skipped,
}

/// <summary>How one test ended; <see cref="Message"/> is the failure, or why it was skipped.</summary>
internal sealed record TestOutcome(string Project, string Name, Verdict Verdict, string Message = "", string Trace = "");
