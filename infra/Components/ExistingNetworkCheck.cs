using System.Net;
using Pulumi;
using Pulumi.Aws.Ec2;

namespace Dockerland.Infra.Components;

/// <summary>Looks a network up that others made, and says what of it won't do.</summary>
internal sealed class ExistingNetworkCheck(ComponentResource component)
{
    public NetworkParts Find(ExistingNetwork network)
    {
        var ask = new InvokeOptions { Parent = component };
        var vpc = GetVpc.Invoke(new() { Id = network.VpcId }, ask);
        return new(
            vpc.Apply(found => CheckNames(network.VpcId, found)),
            vpc.Apply(found => found.CidrBlock),
            Output.All(network.SubnetIds.Select(id => FindSubnet(network.VpcId, id, isPublic: true, ask))),
            Output.All(network.PrivateSubnetIds.Select(id => FindSubnet(network.VpcId, id, isPublic: false, ask))));
    }

    private Output<string> FindSubnet(string vpcId, string id, bool isPublic, InvokeOptions ask) => GetSubnet.Invoke(new() { Id = id }, ask).Apply(found =>
    {
        if (!IsAnswer(found.CidrBlock)) return id;
        if (found.VpcId != vpcId) throw Wrong($"Subnet '{id}' is in VPC '{found.VpcId}', not in '{vpcId}'. Name subnets of one VPC only.");

        if (isPublic && !found.MapPublicIpOnLaunch)
            Log.Warn($"Subnet '{id}' gives its hosts no public addresses: the world doesn't reach balancers there. Turn its auto-assign of public IPv4 addresses on.", component);
        return id;
    });

    private string CheckNames(string id, GetVpcResult found) =>
        IsAnswer(found.CidrBlock) && !(found.EnableDnsSupport && found.EnableDnsHostnames)
            ? throw Wrong($"VPC '{id}' has DNS resolution or DNS hostnames turned off, so hosts in it find no names of the private zone. Turn both on.")
            : id;

    // A plan asks nobody, and has texts in the place of answers.
    private static bool IsAnswer(string range) => IPNetwork.TryParse(range, out _);

    private ResourceException Wrong(string message) => new(message, component, hideStack: true);
}
