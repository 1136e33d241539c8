using System.Collections.Immutable;
using Dockerland.DnsUpdater.Fleets;

namespace Dockerland.DnsUpdater.Registry;

/// <summary>Deletes dead nodes, so that new ones find room. What goes wrong is told and mended by the next pass.</summary>
internal sealed class RegistryPass(INodeRegistry registry, TimeProvider time)
{
    // The records don't wait for it, but hosts that go may.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    /// <param name="groups">All groups of the stack, with their machines.</param>
    public async Task<RegistryResult> RunOnceAsync(ImmutableArray<GroupState> groups, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Limit);
        var deleted = ImmutableArray.CreateBuilder<RegistryNode>();
        var failures = ImmutableArray.CreateBuilder<string>();
        try
        {
            var (now, later) = DeadNodes.Find(await registry.ListAsync(limit.Token), groups, time.GetUtcNow());
            foreach (var node in now)
            {
                try
                {
                    await registry.DeleteAsync(node, limit.Token);
                    deleted.Add(node);
                }
                catch (UpdaterException error)
                {
                    failures.Add(error.Message);
                }
            }

            return new(now, deleted.ToImmutable(), later, failures.ToImmutable());
        }
        catch (UpdaterException error)
        {
            return new([], [], 0, [error.Message]);
        }
    }
}

/// <summary>What a pass over the registry did.</summary>
/// <param name="ToTerminate">The dead ones of this pass.</param>
/// <param name="Later">How many more are dead.</param>
internal sealed record RegistryResult(ImmutableArray<RegistryNode> ToTerminate, ImmutableArray<RegistryNode> Deleted, int Later, ImmutableArray<string> Failures);
