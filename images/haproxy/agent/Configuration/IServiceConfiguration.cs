using Dockerland.HaproxyAgent.Servers;
using Dockerland.HaproxyAgent.Services;

namespace Dockerland.HaproxyAgent.Configuration;

/// <summary>The services in HAProxy's files, and the HAProxy that has loaded them.</summary>
internal interface IServiceConfiguration
{
    /// <summary>What the running HAProxy has loaded, see <see cref="ServiceFiles.Structure"/>.</summary>
    Task<string> LoadedAsync(CancellationToken cancellationToken);

    Task<ServiceFiles> RenderAsync(IReadOnlyCollection<ServiceName> names, Func<string, IEnumerable<Server>> servers, CancellationToken cancellationToken);

    /// <returns>What HAProxy has against the files; null for nothing.</returns>
    Task<string?> ProblemAsync(ServiceFiles files, CancellationToken cancellationToken);

    /// <summary>Puts files where HAProxy starts from, whole ones in the place of whole ones.</summary>
    /// <exception cref="AgentException">HAProxy doesn't take them; those that are there stay.</exception>
    Task WriteAsync(ServiceFiles files, CancellationToken cancellationToken);

    /// <summary>Has HAProxy load the files, and waits until it has. No connection is refused or ended by it.</summary>
    /// <exception cref="AgentException">It goes on with what it had, and so do the files.</exception>
    Task LoadAsync(ServiceFiles files, CancellationToken cancellationToken);
}
