namespace Dockerland.Cli.Planning;

/// <summary>The program of the revision to compare with fails, which nothing in this one can mend: the message says how.</summary>
internal sealed class BaseFailedException(string message, string commit) : Exception(message)
{
    public string Commit { get; } = commit;
}
