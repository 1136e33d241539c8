using System.Collections.Immutable;
using Dockerland.Contracts;
using Dockerland.Infra.Settings;

namespace Dockerland.Infra.Firewalls;

/// <summary>The security groups of a stack and every port that is open to somebody; what isn't in <see cref="Rules"/> is closed.</summary>
/// <remarks>
/// A fleet has a group of its own, and is in the groups that it shares with others of its kind: that many fleets talk with one another
/// takes one rule and not one for each pair.
/// <list type="table">
/// <item><term>world → balancers</term><description>80 and 443</description></item>
/// <item><term>balancers → fleets with a backend</term><description>its published TCP ports, but for gossip</description></item>
/// <item><term>the VPC → fleets with a container that has a domain</term><description>80 and 443</description></item>
/// <item><term>fleets that gossip ↔ each other</term><description>gossip, TCP and UDP</description></item>
/// <item><term>Swarm's members ↔ each other</term><description>7946 TCP and UDP, 4789 UDP; 2377 TCP of the managers</description></item>
/// <item><term>addresses in the settings → all fleets</term><description>22</description></item>
/// </list>
/// </remarks>
public sealed record FirewallPlan(ImmutableSortedDictionary<string, ImmutableArray<string>> GroupsOfFleets, ImmutableArray<FirewallRule> Rules)
{
    public const string GossipGroup = "shared.gossip";
    public const string SwarmGroup = "shared.swarm";
    public const string ManagerGroup = "shared.swarm-managers";

    private const string Tcp = "tcp";
    private const string Udp = "udp";
    private const int Ssh = 22;

    /// <param name="fleets">By name, with the containers that they run.</param>
    /// <param name="gossipPort">Where Serf listens on the hosts.</param>
    /// <param name="sshRanges">The addresses that may open SSH; none by default, since sessions go through SSM.</param>
    public static FirewallPlan Create(IReadOnlyDictionary<string, FleetSettings> fleets, int gossipPort, IEnumerable<string> sshRanges)
    {
        var balancers = fleets.Where(fleet => fleet.Value.Role == Roles.Balancer).Select(fleet => fleet.Key).Order(StringComparer.Ordinal).ToImmutableArray();
        var groups = fleets.ToImmutableSortedDictionary(fleet => fleet.Key, fleet => GroupsOf(fleet.Key, fleet.Value, gossipPort), StringComparer.Ordinal);
        var ssh = sshRanges.Distinct().ToImmutableArray();
        var rules = fleets
            .SelectMany(fleet => OfFleet(fleet.Key, fleet.Value, balancers, gossipPort, ssh))
            .Concat(groups.Values.SelectMany(names => names).Distinct().SelectMany(group => OfSharedGroup(group, gossipPort)));
        return new(groups, [.. rules.DistinctBy(rule => rule.Key).OrderBy(rule => rule.Key, StringComparer.Ordinal)]);
    }

    private static ImmutableArray<string> GroupsOf(string name, FleetSettings fleet, int gossipPort)
    {
        var groups = ImmutableArray.Create(name);
        if (fleet.Containers.Values.Any(container => container.Gossips(gossipPort))) groups = groups.Add(GossipGroup);
        if (fleet.Swarm is not FleetSettings.NoSwarm) groups = groups.Add(SwarmGroup);
        if (fleet.Swarm is FleetSettings.SwarmManager) groups = groups.Add(ManagerGroup);
        return groups;
    }

    private static IEnumerable<FirewallRule> OfFleet(string name, FleetSettings fleet, ImmutableArray<string> balancers, int gossipPort, ImmutableArray<string> ssh)
    {
        var traffic = ImmutableArray.Create(Ports.Traffic, Ports.TrafficTls);
        var backendPorts = fleet.Containers.Values
            .Where(container => container.Backend)
            .SelectMany(container => container.Ports)
            .Where(port => port.Protocol is Tcp && port.Host != gossipPort)
            .Select(port => port.Host)
            .Distinct();

        IEnumerable<FirewallRule> rules =
        [
            .. fleet.Role is Roles.Balancer ? traffic.Select(port => new FirewallRule(new FirewallSource.World(), name, Tcp, port, "Clients")) : [],
            .. backendPorts.SelectMany(port => balancers.Select(balancer => new FirewallRule(new FirewallSource.Group(balancer), name, Tcp, port, "Balancers"))),
            .. ssh.Select(range => new FirewallRule(new FirewallSource.Addresses(range), name, Tcp, Ssh, "Administrators")),
        ];
        return fleet.Containers.Values.Any(container => container.Domain is not "")
            ? rules.Concat(traffic.Select(port => new FirewallRule(new FirewallSource.Network(), name, Tcp, port, "Services by name")))
            : rules;
    }

    private static IEnumerable<FirewallRule> OfSharedGroup(string group, int gossipPort) => group switch
    {
        GossipGroup => [Among(group, Tcp, gossipPort, "Gossip"), Among(group, Udp, gossipPort, "Gossip")],
        SwarmGroup =>
        [
            Among(group, Tcp, Ports.SwarmGossip, "Swarm's gossip"),
            Among(group, Udp, Ports.SwarmGossip, "Swarm's gossip"),
            Among(group, Udp, Ports.SwarmOverlay, "Swarm's overlay networks"),
        ],
        ManagerGroup => [new(new FirewallSource.Group(SwarmGroup), group, Tcp, Ports.SwarmManagers, "Swarm's managers")],
        _ => [],
    };

    private static FirewallRule Among(string group, string protocol, int port, string purpose) => new(new FirewallSource.Group(group), group, protocol, port, purpose);
}
