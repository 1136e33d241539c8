using System.Collections.Immutable;
using Dockerland.HaproxyAgent.Servers;

namespace Dockerland.HaproxyAgent.Runtime;

/// <summary>What HAProxy runs.</summary>
/// <param name="Backends">The names of all backends, of those without servers too.</param>
/// <param name="Servers">By their backends' names.</param>
internal sealed record RunningState(ImmutableHashSet<string> Backends, ILookup<string, RunningServer> Servers)
{
    public static RunningState Of(IEnumerable<string> backends, IEnumerable<(string Backend, RunningServer Server)> servers) =>
        new([.. backends], servers.ToLookup(entry => entry.Backend, entry => entry.Server));
}
