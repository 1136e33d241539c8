namespace Dockerland.HaproxyAgent.Tls;

/// <summary>The certificates of a HAProxy that runs.</summary>
internal interface ITlsRuntime
{
    /// <summary>Place → fingerprint of what is served from there; empty for what visitors don't get.</summary>
    /// <exception cref="AgentException">HAProxy doesn't answer.</exception>
    Task<IReadOnlyDictionary<string, string>> ReadAsync(CancellationToken cancellationToken);

    /// <summary>Serves it to whoever comes next; connections that are there stay.</summary>
    /// <exception cref="AgentException">HAProxy refuses it, and serves what it served.</exception>
    Task SetAsync(string place, Certificate certificate, CancellationToken cancellationToken);

    Task RemoveAsync(string place, CancellationToken cancellationToken);

    Task<bool> IsOpenAsync(CancellationToken cancellationToken);

    /// <summary>Lets visitors of TLS in, or not.</summary>
    Task OpenAsync(bool open, CancellationToken cancellationToken);
}
