using System.Collections.Immutable;
using Dockerland.HaproxyAgent.Servers;

namespace Dockerland.HaproxyAgent.Runtime;

/// <summary>The servers of a HAProxy that runs.</summary>
internal interface IServerRuntime
{
    /// <exception cref="AgentException">HAProxy doesn't answer.</exception>
    Task<ImmutableArray<RunningServer>> ReadAsync(CancellationToken cancellationToken);

    /// <summary>Adds it with a check, and without requests until <see cref="AdmitAsync"/>.</summary>
    /// <exception cref="AgentException">HAProxy refuses it.</exception>
    Task AddAsync(Server server, CancellationToken cancellationToken);

    /// <summary>Starts its check; it gets no requests yet.</summary>
    Task CheckAsync(Server server, CancellationToken cancellationToken);

    Task AdmitAsync(Server server, CancellationToken cancellationToken);

    /// <summary>Keeps new requests from it, and removes it if it has no more connections.</summary>
    /// <param name="cut">Ends what it still answers.</param>
    /// <returns>Whether it is gone.</returns>
    Task<bool> RemoveAsync(RunningServer server, bool cut, CancellationToken cancellationToken);
}
