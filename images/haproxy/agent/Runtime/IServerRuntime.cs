using Dockerland.HaproxyAgent.Servers;

namespace Dockerland.HaproxyAgent.Runtime;

/// <summary>The servers of a HAProxy that runs.</summary>
internal interface IServerRuntime
{
    /// <exception cref="AgentException">HAProxy doesn't answer.</exception>
    Task<RunningState> ReadAsync(CancellationToken cancellationToken);

    /// <summary>Adds it with a check, and without requests until <see cref="AdmitAsync"/>.</summary>
    /// <exception cref="AgentException">HAProxy refuses it.</exception>
    Task AddAsync(string backend, Server server, CancellationToken cancellationToken);

    /// <summary>Starts its check; it gets no requests yet.</summary>
    Task CheckAsync(string backend, Server server, CancellationToken cancellationToken);

    Task AdmitAsync(string backend, Server server, CancellationToken cancellationToken);

    /// <summary>Keeps new requests from it, and removes it if it has no more connections.</summary>
    /// <param name="cut">Ends what it still answers.</param>
    /// <returns>Whether it is gone.</returns>
    Task<bool> RemoveAsync(string backend, RunningServer server, bool cut, CancellationToken cancellationToken);
}
