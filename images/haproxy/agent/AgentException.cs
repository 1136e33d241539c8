namespace Dockerland.HaproxyAgent;

/// <summary>A pass that can't go on: the message says what is missing, and the next pass tries again.</summary>
internal sealed class AgentException(string message, Exception? inner = null) : Exception(message, inner);
