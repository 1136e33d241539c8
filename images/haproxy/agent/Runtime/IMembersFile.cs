using Dockerland.HaproxyAgent.Servers;

namespace Dockerland.HaproxyAgent.Runtime;

internal interface IMembersFile
{
    /// <returns>Whether the file was another.</returns>
    /// <exception cref="AgentException">HAProxy doesn't take it; the one that is there stays.</exception>
    Task<bool> WriteAsync(IReadOnlyList<Server> servers, CancellationToken cancellationToken);
}
