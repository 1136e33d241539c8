using System.Collections.Immutable;
using Dockerland.DnsUpdater.Fleets;

namespace Dockerland.DnsUpdater.Registry;

/// <summary>Finds the nodes whose host is no more.</summary>
internal static class DeadNodes
{
    /// <summary>A host registers itself while it starts, when EC2 may not show its address yet.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(5);

    // Those that go or have gone.
    private static readonly string[] Gone = ["Terminating", "Terminated"];

    // Whoever still has an address of its own.
    private static readonly string[] Alive = ["pending", "running", "stopping", "shutting-down"];

    /// <param name="groups">All groups of the stack, with their machines.</param>
    /// <returns>Whom to delete now, and how many more there are.</returns>
    public static (ImmutableArray<RegistryNode> Now, int Later) Find(ImmutableArray<RegistryNode> nodes, ImmutableArray<GroupState> groups, DateTimeOffset now)
    {
        var addresses = groups.SelectMany(group => group.Instances).Select(instance => instance.Machine)
            .OfType<MachineState>().Where(machine => Alive.Contains(machine.State)).Select(machine => machine.PublicAddress).OfType<string>().ToHashSet(StringComparer.Ordinal);
        // No host at all: it is more likely that they weren't found than that there is none.
        if (addresses.Count is 0) return ([], 0);

        var listed = nodes.Where(node => !Gone.Contains(node.State)).ToArray();
        var dead = listed.Where(node => !string.IsNullOrEmpty(node.Address) && !addresses.Contains(node.Address) && !(now - node.RegisteredAt < Grace))
            .OrderBy(node => node.Id, StringComparer.Ordinal).ToArray();
        var most = Fuse.MostOf(listed.Length);
        return ([.. dead.Take(most)], Math.Max(0, dead.Length - most));
    }
}
