using System.Collections.Immutable;
using Dockerland.DnsUpdater.Hooks;

namespace Dockerland.DnsUpdater.Events;

/// <summary>What an invocation asks for. An event only says when to look, and never what is so.</summary>
/// <param name="Groups">The groups to look at; null for all of the stack.</param>
/// <param name="Hooks">Hosts that wait for an answer.</param>
/// <param name="Problems">What couldn't be understood and was left out, a sentence for each.</param>
internal sealed record UpdaterEvent(ImmutableSortedSet<string>? Groups, ImmutableArray<HookMessage> Hooks, ImmutableArray<string> Problems)
{
    /// <summary>When the oldest of the events happened that it stands for; null when none says so.</summary>
    public DateTimeOffset? HappenedAt { get; init; }
}
