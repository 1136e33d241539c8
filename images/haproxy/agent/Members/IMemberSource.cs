using System.Collections.Immutable;

namespace Dockerland.HaproxyAgent.Members;

internal interface IMemberSource
{
    /// <summary>All members, whatever their state. A source that can't know throws: unknown isn't empty.</summary>
    /// <exception cref="AgentException"/>
    Task<ImmutableArray<Member>> ReadAsync(CancellationToken cancellationToken);
}
