using System.Collections.Immutable;
using Dockerland.Contracts;
using Dockerland.Infra.Components;
using Dockerland.Infra.Firewalls;
using Dockerland.Infra.Settings;

namespace Dockerland.Tests.Infra.Components;

public sealed class FirewallTests
{
    private const string Group = "aws:ec2/securityGroup:SecurityGroup";
    private const string Ingress = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
    private const string Egress = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";

    [Fact]
    public async Task Each_Fleet_And_Each_Kind_That_Is_There_Has_A_Group() => Assert.Equal<string>(
        ["ha Hosts of the fleet ha", "shared.gossip Hosts of all fleets in shared.gossip", "web Hosts of the fleet web"],
        (await RunAsync()).Requests.Where(request => request.Type == Group).Select(request => $"{request.Name} {request.Inputs["description"]}").Order());

    [Theory]
    [InlineData("ha.World.tcp.80", "cidrIpv4", "0.0.0.0/0")]
    [InlineData("web.VPC.tcp.80", "cidrIpv4", "10.9.0.0/16")]
    [InlineData("web.192.0.2.0/24.tcp.22", "cidrIpv4", "192.0.2.0/24")]
    [InlineData("web.ha.tcp.3000", "referencedSecurityGroupId", "ha-id")]
    [InlineData("shared.gossip.shared.gossip.udp.7946", "referencedSecurityGroupId", "shared.gossip-id")]
    public async Task A_Rule_Names_Its_Source(string rule, string property, string source) =>
        Assert.Equal(source, (await RunAsync()).Text(Ingress, rule, property));

    [Fact]
    public async Task A_Rule_Belongs_To_Its_Group_And_Opens_Its_Port()
    {
        var inputs = (await RunAsync()).Require(Ingress, "web.ha.tcp.3000").Inputs;

        Assert.Equal("web-id tcp 3000 3000 Balancers", $"{inputs["securityGroupId"]} {inputs["ipProtocol"]} {inputs["fromPort"]} {inputs["toPort"]} {inputs["description"]}");
    }

    [Fact]
    public async Task Every_Rule_Of_The_Plan_Is_Made_And_No_Other() => Assert.Equal(
        Plan.Rules.Select(rule => rule.Key).Order(StringComparer.Ordinal),
        (await RunAsync()).Requests.Where(request => request.Type == Ingress).Select(request => request.Name!).Order(StringComparer.Ordinal));

    [Fact]
    public async Task Hosts_Reach_The_World_By_The_Group_Of_Their_Fleet() => Assert.Equal<string>(
        ["ha-id", "web-id"],
        (await RunAsync()).Requests.Where(request => request.Type == Egress).Select(request => (string)request.Inputs["securityGroupId"]).Order());

    [Fact]
    public async Task A_Fleets_Hosts_Are_In_All_Of_Its_Groups()
    {
        var ids = "";
        await Cloud.RunAsync(() => Pulumi.Output.All(Create().GroupIdsOf("web")).Apply(groups => ids = string.Join(' ', groups)));

        Assert.Equal("web-id shared.gossip-id", ids);
    }

    private static FirewallPlan Plan => FirewallPlan.Create(
        new Dictionary<string, FleetSettings>
        {
            ["ha"] = new() { Role = Roles.Balancer },
            ["web"] = new()
            {
                Role = Roles.Web,
                Containers = ImmutableSortedDictionary<string, ContainerSettings>.Empty.Add("web", new() { Backend = true, Domain = "web", Ports = [new(3000, 3000)] }),
            },
        },
        Ports.Gossip,
        ["192.0.2.0/24"]);

    private static Task<Cloud> RunAsync() => Cloud.RunAsync(() => _ = Create());

    private static Firewall Create() => new("firewall", new() { VpcId = "vpc-1", NetworkCidr = "10.9.0.0/16", Plan = Plan });
}
