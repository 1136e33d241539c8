using System.Collections.Immutable;
using Dockerland.Contracts;
using Dockerland.Infra.Firewalls;
using Dockerland.Infra.Settings;
using Dockerland.Infra.UserData;

namespace Dockerland.Tests.Infra.Firewalls;

public sealed class FirewallPlanTests
{
    private static readonly FleetSettings Balancer = Fleet(Roles.Balancer, new() { Build = "haproxy", Ports = [new(80, 80), new(443, 443), new(7946, 7946), new(7946, 7946, "udp")] });
    private static readonly FleetSettings Web = Fleet(Roles.Web, new() { Build = "webapp", Backend = true, Ports = [new(3000, 3000), new(7946, 7946), new(7946, 7946, "udp")] });
    private static readonly FleetSettings Database = Fleet("db", new() { Image = "postgres:16", Ports = [new(5432, 5432)] });

    [Fact]
    public void A_Fleet_Behind_No_Balancer_Is_Closed() => Assert.Empty(Rules(("db", Database)));

    [Fact]
    public void Balancers_Are_Open_To_The_World_And_Their_Backends_To_Them() => Assert.Equal<string>(
        [
            "World -> ha 443/tcp (Clients)",
            "World -> ha 80/tcp (Clients)",
            "shared.gossip -> shared.gossip 7946/tcp (Gossip)",
            "shared.gossip -> shared.gossip 7946/udp (Gossip)",
            "ha -> web 3000/tcp (Balancers)",
        ],
        Rules(("ha", Balancer), ("web", Web), ("db", Database)));

    [Fact]
    public void Each_Balancer_Reaches_Each_Backend() => Assert.Equal<string>(
        ["a -> c 3000/tcp (Balancers)", "b -> c 3000/tcp (Balancers)", "a -> d 3000/tcp (Balancers)", "b -> d 3000/tcp (Balancers)"],
        Rules(("a", Balancer), ("b", Balancer), ("c", Web), ("d", Web)).Where(rule => rule.Contains("3000", StringComparison.Ordinal)));

    [Fact]
    public void Gossip_That_Moved_Is_Open_There_And_To_No_Balancer_As_Traffic()
    {
        var web = Fleet(Roles.Web, new() { Build = "webapp", Backend = true, Ports = [new(3000, 3000), new(7947, 7946), new(7947, 7946, "udp")] });

        Assert.Equal<string>(
            ["shared.gossip -> shared.gossip 7947/tcp (Gossip)", "shared.gossip -> shared.gossip 7947/udp (Gossip)", "ha -> web 3000/tcp (Balancers)"],
            Rules(7947, [], ("ha", Balancer), ("web", web)).Where(rule => !rule.StartsWith("World", StringComparison.Ordinal)));
    }

    [Fact]
    public void What_Administers_A_Balancer_Is_Open_To_Nobody_Even_When_It_Is_Published()
    {
        var balancer = Balancer with { Containers = Balancer.Containers.SetItem("ha", new() { Build = "haproxy", Domain = "status", Ports = [new(80, 80), new(1936, 1936), new(9999, 9999)] }) };

        Assert.DoesNotContain(Rules(("ha", balancer), ("web", Web)), rule => rule.Contains("1936", StringComparison.Ordinal) || rule.Contains("9999", StringComparison.Ordinal));
    }

    [Fact]
    public void Services_With_A_Name_Are_Open_To_The_Vpc() => Assert.Equal<string>(
        ["VPC -> login 443/tcp (Services by name)", "VPC -> login 80/tcp (Services by name)"],
        Rules(("login", Fleet("login", new() { Image = "login:1", Domain = "login", Ports = [new(8080, 8080)] }))));

    [Fact]
    public void Swarms_Ports_Are_Open_Among_Its_Members() => Assert.Equal<string>(
        [
            "shared.swarm -> shared.swarm-managers 2377/tcp (Swarm's managers)",
            "shared.swarm -> shared.swarm 7946/tcp (Swarm's gossip)",
            "shared.swarm -> shared.swarm 4789/udp (Swarm's overlay networks)",
            "shared.swarm -> shared.swarm 7946/udp (Swarm's gossip)",
        ],
        Rules(("m", Database with { Swarm = "manager" }), ("w", Database with { Swarm = "worker" }), ("db", Database)));

    [Fact]
    public void Ssh_Is_Open_To_Nobody_But_Those_Who_Are_Named() => Assert.Equal<string>(
        ["192.0.2.0/24 -> db 22/tcp (Administrators)", "203.0.113.7/32 -> db 22/tcp (Administrators)"],
        Rules(Ports.Gossip, ["203.0.113.7/32", "192.0.2.0/24"], ("db", Database)));

    [Theory]
    [InlineData("db", "none", "one")]
    [InlineData("balancer", "none", "one")]
    [InlineData("db", "worker", "one shared.swarm")]
    [InlineData("db", "manager", "one shared.swarm shared.swarm-managers")]
    public void A_Fleet_Is_In_The_Groups_Of_Its_Swarm(string role, string swarm, string groups) => Assert.Equal(groups, GroupsOf(Database with { Role = role, Swarm = swarm }));

    /// <summary>Whoever is told how to gossip is let in, and nobody else.</summary>
    [Theory]
    [InlineData("balancer", "haproxy", false, 80, true)]
    [InlineData("edge", "haproxy", false, 80, true)]
    [InlineData("web", "webapp", true, 3000, true)]
    [InlineData("balancer", "", false, 7946, true)]
    [InlineData("balancer", "", false, 80, false)]
    [InlineData("db", "webapp", false, 3000, false)]
    public void Who_Gossips_Is_Told_How_And_Let_In(string role, string build, bool isBackend, int port, bool gossips)
    {
        var fleet = Fleet(role, new() { Build = build, Image = build is "" ? "own:1" : "", Backend = isBackend, Ports = [new(port, port)] });
        var container = HostMapping.Describe(new()
        {
            Stack = new() { Region = "eu-central-1", Zone = "example.com", PrivateZone = "example.com", Environment = "staging", Fleets = ImmutableSortedDictionary<string, FleetSettings>.Empty },
            Fleet = fleet,
            Images = FleetSettings.None.Add("haproxy", "haproxy:1").Add("webapp", "webapp:1"),
            NetworkCidr = "10.0.0.0/16",
            GossipKeyParameter = "/gossip",
        }).Containers.Single();

        Assert.Equal(gossips, GroupsOf(fleet).Contains("shared.gossip", StringComparison.Ordinal));
        Assert.Equal(gossips, container.Secrets.ContainsKey("SERF_KEY") && container.Addresses.ContainsKey("SERF_ADVERTISE") && container.Environment.ContainsKey("SERF_JOIN"));
    }

    [Fact]
    public void No_Host_Is_In_More_Groups_Than_An_Interface_Can_Have() =>
        Assert.InRange(Plan(Ports.Gossip, [], ("one", Balancer with { Swarm = "manager" })).GroupsOfFleets["one"].Length, 1, 5);

    [Fact]
    public void A_Fleet_Named_Like_A_Source_Is_Not_Taken_For_It() => Assert.Equal(
        2,
        Rules(("vpc", Balancer), ("web", Web with { Containers = Web.Containers.Add("b", new() { Domain = "b", Backend = true, Ports = [new(80, 80)] }) }))
            .Count(rule => rule.Contains("-> web 80/tcp", StringComparison.Ordinal)));

    [Fact]
    public void Rules_Grow_With_The_Fleets_And_Not_With_Their_Pairs()
    {
        var fleets = Enumerable.Range(0, 100).Select(number => ($"fleet-{number}", Web)).Append(("ha", Balancer)).ToArray();

        Assert.Equal(104, Rules(fleets).Length);
    }

    [Fact]
    public void The_Order_Of_The_Settings_Does_Not_Matter() =>
        Assert.Equal(Rules(("a", Balancer), ("b", Web)), Rules(("b", Web), ("a", Balancer)));

    private static FleetSettings Fleet(string role, ContainerSettings container) => new()
    {
        Role = role,
        Containers = ImmutableSortedDictionary<string, ContainerSettings>.Empty.Add("main", container),
    };

    private static string[] Rules(params (string Name, FleetSettings Fleet)[] fleets) => Rules(Ports.Gossip, [], fleets);

    private static string[] Rules(int gossipPort, string[] ssh, params (string Name, FleetSettings Fleet)[] fleets) =>
        [.. Plan(gossipPort, ssh, fleets).Rules.Select(rule => rule.ToString())];

    private static string GroupsOf(FleetSettings fleet) => string.Join(' ', Plan(Ports.Gossip, [], ("one", fleet)).GroupsOfFleets["one"]);

    private static FirewallPlan Plan(int gossipPort, string[] ssh, params (string Name, FleetSettings Fleet)[] fleets) =>
        FirewallPlan.Create(fleets.ToDictionary(fleet => fleet.Name, fleet => fleet.Fleet), gossipPort, ssh);
}
