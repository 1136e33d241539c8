namespace Dockerland.HaproxyAgent;

/// <summary>A pass that can't go on: the message says what is missing, and the next pass tries again.</summary>
internal sealed class AgentException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>Whether an error is one that may be over by the next pass: such a one, or a disk that is full.</summary>
    public static bool MayPass(Exception error) => error is AgentException or IOException or UnauthorizedAccessException;
}
