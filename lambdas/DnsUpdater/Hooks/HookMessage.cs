namespace Dockerland.DnsUpdater.Hooks;

/// <summary>A host that waits at a hook of its group.</summary>
/// <param name="Token">Of this very wait.</param>
internal sealed record HookMessage(string Group, string Hook, string Instance, string Token, HookTransition Transition)
{
    /// <summary>When it began to wait; null when the message doesn't say.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Whether the host doesn't come into service: it goes into the warm pool.</summary>
    public bool IsForWarmPool { get; init; }
}

/// <summary>Which way a host is going.</summary>
internal enum HookTransition
{
    Launch,
    Terminate,
}
