using System.Collections.Immutable;
using Dockerland.Contracts;

namespace Dockerland.Infra.Settings;

/// <summary>Reads where hosts stand, and who reaches them beside the world.</summary>
internal static class NetworkReader
{
    private const string VpcExample = "vpc-0123456789abcdef0";

    private static readonly ImmutableArray<string> SubnetExamples = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1", "subnet-0123456789abcdef2"];

    public static StackSettings Read(ConfigSection own, StackSettings settings)
    {
        settings = settings with
        {
            NetworkCidr = own.Text("networkCidr", settings.NetworkCidr, settings.NetworkCidr, AddressRange.Problem),
            AvailabilityZones = own.List("availabilityZones", settings.AvailabilityZones, ["a", "b", "c", "d", "e", "f", "g", "h"], Rules.AvailabilityZone),
            VpcId = own.Text("vpcId", settings.VpcId, VpcExample, Rules.Id("vpc")),
            SubnetIds = own.List("subnetIds", settings.SubnetIds, SubnetExamples, Rules.Id("subnet"), mayBeEmpty: true),
            PrivateSubnetIds = own.List("privateSubnetIds", settings.PrivateSubnetIds, SubnetExamples, Rules.Id("subnet"), mayBeEmpty: true),
            PrivateSubnets = own.Flag("privateSubnets", settings.PrivateSubnets),
            NatGateways = own.Choice("natGateways", settings.NatGateways, "one", "zone"),
            SshKey = own.Text("sshKey", settings.SshKey, "operators", Rules.Any),
            SshCidrs = own.List("sshCidrs", settings.SshCidrs, ["203.0.113.10/32"], AddressRange.SourceProblem, mayBeEmpty: true),
            GossipPort = own.Number("gossipPort", settings.GossipPort, 1024, 65_535),
        };
        RefuseMixedNetworks(own, settings);
        if (settings.PrivateSubnets && own.IsSound("networkCidr") && !AddressRange.Parse(settings.NetworkCidr).HasPrivateSubnets)
            own.Refuse("networkCidr", settings.NetworkCidr, $"has no room for private subnets beside the public ones, for which {own.FullKey("privateSubnets")} needs at least a /20", "10.0.0.0/20");
        if (settings.GossipPort is Ports.SwarmManagers or Ports.SwarmOverlay or Ports.Traffic or Ports.TrafficTls or Ports.Webapp or Ports.Stats or Ports.Admin or Ports.SerfRpc)
            own.Refuse("gossipPort", $"{settings.GossipPort}", "is a port that another program has", $"{Ports.Gossip}");
        return settings;
    }

    private static void RefuseMixedNetworks(ConfigSection own, StackSettings settings)
    {
        if (!own.IsSound("vpcId", "subnetIds", "privateSubnetIds", "privateSubnets")) return;

        if (settings.VpcId is "" && (settings.SubnetIds is not [] || settings.PrivateSubnetIds is not []))
            own.Report($"{own.FullKey("vpcId")} is not set, but {own.FullKey(settings.SubnetIds is [] ? "privateSubnetIds" : "subnetIds")} is", $"Set it: pulumi config set {own.FullKey("vpcId")} {VpcExample}");
        else if (settings.VpcId is not "" && settings.SubnetIds is [])
            own.Report($"{own.FullKey("subnetIds")} is not set, but {own.FullKey("vpcId")} '{settings.VpcId}' is", $"Set it: pulumi config set --path '{own.FullKey("subnetIds")}[0]' {SubnetExamples[0]}");
        else if (settings.VpcId is not "" && settings.PrivateSubnets)
            own.Report($"{own.FullKey("privateSubnets")} 'true' is for a network that the stack makes; {own.FullKey("vpcId")} is an existing one", $"Name its private subnets in {own.FullKey("privateSubnetIds")}, or remove it: pulumi config rm {own.FullKey("privateSubnets")}");
    }
}
