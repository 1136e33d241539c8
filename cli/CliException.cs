namespace Dockerland.Cli;

/// <summary>Something the user can mend: the message names the thing, the bad value and the fix, and is all that is shown.</summary>
internal sealed class CliException(string message, Exception? inner = null) : Exception(message, inner);
