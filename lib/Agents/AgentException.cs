namespace Dockerland.Agents;

/// <summary>What keeps an agent from going on, and what whoever runs it can do about it. One that repeats itself tries again.</summary>
/// <param name="exitCode">One of <see cref="ExitCodes"/>.</param>
public sealed class AgentException(int exitCode, string message, Exception? inner = null) : Exception(message, inner)
{
    public AgentException(string message, Exception? inner = null)
        : this(ExitCodes.Software, message, inner)
    {
    }

    /// <summary>One of <see cref="ExitCodes"/>.</summary>
    public int ExitCode { get; } = exitCode;

    /// <summary>Whether an error is one that may be over by the next pass: such a one, or a disk that is full.</summary>
    public static bool MayPass(Exception error) => error is AgentException or IOException or UnauthorizedAccessException;
}
