using Dockerland.Contracts;

namespace Dockerland.Infra.Settings;

/// <summary>A port of a host is one container's, and none of the host's own programs'.</summary>
internal static class HostPorts
{
    private const int Ssh = 22;

    public static void RefuseClashes(ConfigSection fleet, FleetSettings settings, StackSettings stack)
    {
        var holders = new Dictionary<(int, string), string> { [(Ssh, "tcp")] = "the host's SSH" };
        if (settings.Swarm is not FleetSettings.NoSwarm)
        {
            holders[(Ports.SwarmManagers, "tcp")] = holders[(Ports.SwarmOverlay, "udp")] = "the Swarm";
            // Serf's clash has a line of its own.
            if (stack.GossipPort is not Ports.SwarmGossip) holders[(Ports.SwarmGossip, "tcp")] = holders[(Ports.SwarmGossip, "udp")] = "the Swarm";
        }

        foreach (var (name, container) in settings.Containers)
        {
            var key = fleet.FullKey("containers", name);
            // One line for each other holder: two that gossip meet at two ports.
            var clashes = container.Ports
                // What it takes twice itself has a line of its own.
                .Where(port => !holders.TryAdd((port.Host, port.Protocol), key) && holders[(port.Host, port.Protocol)] != key)
                .GroupBy(port => holders[(port.Host, port.Protocol)], StringComparer.Ordinal);
            foreach (var clash in clashes)
                fleet.Report($"{key}.ports '{clash.First()}' takes port {clash.First().Host}/{clash.First().Protocol} of the host, which {clash.Key} has", "Choose another in the stack's configuration file, or leave one of them out");
        }
    }
}
