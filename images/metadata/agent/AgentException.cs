namespace Dockerland.MetadataAgent;

/// <summary>Something that whoever runs the agent can mend; its message says what.</summary>
internal sealed class AgentException(int exitCode, string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>One of <see cref="ExitCodes"/>.</summary>
    public int ExitCode { get; } = exitCode;
}
