namespace Dockerland.Agents;

/// <param name="Output">As the program wrote it.</param>
/// <param name="Error">Without blanks at its ends.</param>
public sealed record CommandResult(int ExitCode, string Output, string Error);
