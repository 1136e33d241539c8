namespace Dockerland.DnsUpdater.Hooks;

/// <summary>Where hosts wait.</summary>
internal interface IHooks
{
    /// <summary>How long a host waits at a hook until it goes on by itself.</summary>
    Task<TimeSpan> HeartbeatAsync(string group, string hook, CancellationToken cancellationToken);

    /// <summary>Lets a host go on; false when it doesn't wait, or not any more.</summary>
    Task<bool> ContinueAsync(HookMessage hook, CancellationToken cancellationToken);
}
