namespace Dockerland.Tests.Support.Processes;

/// <summary>How a program ended and what it printed.</summary>
public sealed record ToolResult(string Command, int ExitCode, string Output, string Error)
{
    /// <summary>Everything that was printed, standard output first.</summary>
    public string Text => Output + Error;

    /// <summary>This result, or an exception that shows the command and its output.</summary>
    public ToolResult EnsureSuccess() =>
        ExitCode == 0 ? this : throw new InvalidOperationException($"'{Command}' exited with {ExitCode}:\n{Text}");

    /// <summary>What a failing assertion prints.</summary>
    public override string ToString() => $"'{Command}' exited with {ExitCode}:\n{Text}";
}
