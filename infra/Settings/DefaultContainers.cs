using System.Collections.Immutable;
using Dockerland.Contracts;

namespace Dockerland.Infra.Settings;

/// <summary>The demo: what a fleet runs when its settings name no container.</summary>
public static class DefaultContainers
{
    public const string Haproxy = "haproxy";
    public const string Webapp = "webapp";

    /// <summary>A balancer on fleets of that role, the web application on all others.</summary>
    public static ImmutableSortedDictionary<string, ContainerSettings> Of(string role, int gossipPort)
    {
        var (name, container) = role is Roles.Balancer
            ? (Haproxy, new ContainerSettings { Build = Haproxy, Ports = [new(Ports.Traffic, Ports.Traffic), new(Ports.TrafficTls, Ports.TrafficTls)], CallsAws = true })
            : (Webapp, new ContainerSettings { Build = Webapp, Ports = [new(Ports.Webapp, Ports.Webapp)], Backend = true });
        return ImmutableSortedDictionary.Create<string, ContainerSettings>(StringComparer.Ordinal).Add(name, container with { Ports = WithGossip(container.Ports, gossipPort) });
    }

    /// <summary>The ports with those of the gossip, which is over both protocols.</summary>
    internal static ImmutableArray<PortMapping> WithGossip(ImmutableArray<PortMapping> ports, int gossipPort) =>
        ports.AddRange(new PortMapping[] { new(gossipPort, gossipPort), new(gossipPort, gossipPort, "udp") }.Except(ports));
}
