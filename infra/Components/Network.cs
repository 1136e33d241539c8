using System.Collections.Immutable;
using Dockerland.Contracts;
using Dockerland.Infra.Settings;
using Pulumi;
using Pulumi.Aws.Ec2;

namespace Dockerland.Infra.Components;

/// <summary>A VPC with a public subnet in each availability zone, and a private one where that is wanted; or a network that is there already.</summary>
public sealed class Network : ComponentResource
{
    public Network(string name, NetworkArgs args, ComponentResourceOptions? options = null)
        : base("dockerland:components:Network", name, options)
    {
        (VpcId, Cidr, SubnetIds, PrivateSubnetIds) = args.Existing is { } existing ? new ExistingNetworkCheck(this).Find(existing) : Create(name, args);
        RegisterOutputs();
    }

    [Output("vpcId")] public Output<string> VpcId { get; private set; }

    /// <summary>The VPC's IPv4 range.</summary>
    [Output("cidr")] public Output<string> Cidr { get; private set; }

    /// <summary>The subnets whose hosts have public addresses.</summary>
    [Output("subnetIds")] public Output<ImmutableArray<string>> SubnetIds { get; private set; }

    /// <summary>Those whose hosts have none; none in a network that is all public.</summary>
    [Output("privateSubnetIds")] public Output<ImmutableArray<string>> PrivateSubnetIds { get; private set; }

    /// <summary>Where hosts of a role stand: balancers in public, all others in private where there is private.</summary>
    public Output<ImmutableArray<string>> SubnetIdsOf(string role) => role is Roles.Balancer
        ? SubnetIds
        : Output.Tuple(SubnetIds, PrivateSubnetIds).Apply(subnets => subnets.Item2 is [] ? subnets.Item1 : subnets.Item2);

    private NetworkParts Create(string name, NetworkArgs args)
    {
        var range = AddressRange.Parse(args.Cidr);
        var child = new CustomResourceOptions { Parent = this };
        var tags = new InputMap<string> { { TagKeys.Name, args.DisplayName } };

        var kept = new CustomResourceOptions { Parent = this, Protect = args.Protect ? true : null };
        var vpc = new Vpc(name, new() { CidrBlock = args.Cidr, EnableDnsHostnames = true, EnableDnsSupport = true, Tags = tags }, kept);
        // AWS makes it, open among whoever is in it and to the world. Without rules, what is put nowhere else reaches nobody.
        _ = new DefaultSecurityGroup(name, new() { VpcId = vpc.Id, Tags = new InputMap<string> { { TagKeys.Name, $"{args.DisplayName}-closed" } } }, child);
        var gateway = new InternetGateway(name, new() { VpcId = vpc.Id, Tags = tags }, child);
        var routes = new RouteTable(name, new() { VpcId = vpc.Id, Tags = tags }, child);
        _ = new Route($"{name}-internet", new() { RouteTableId = routes.Id, DestinationCidrBlock = "0.0.0.0/0", GatewayId = gateway.Id }, child);

        // By the zone's name and never by its place in the list: a zone more or less renames nothing else.
        var subnets = args.ZoneLetters.ToImmutableSortedDictionary(
            letter => letter,
            letter =>
            {
                var zone = args.Region + letter;
                var subnet = new Subnet($"{name}-{zone}", new()
                {
                    VpcId = vpc.Id,
                    AvailabilityZone = zone,
                    CidrBlock = range.Subnet(letter),
                    MapPublicIpOnLaunch = true,
                    Tags = new InputMap<string> { { TagKeys.Name, $"{args.DisplayName}-{zone}" } },
                }, kept);
                _ = new RouteTableAssociation($"{name}-{zone}", new() { SubnetId = subnet.Id, RouteTableId = routes.Id }, child);
                return subnet;
            },
            StringComparer.Ordinal);
        var hidden = args.PrivateSubnets
            ? new PrivateSubnets($"{name}-private", new()
            {
                DisplayName = args.DisplayName,
                Region = args.Region,
                Range = range,
                VpcId = vpc.Id,
                PublicSubnetIds = subnets.ToImmutableSortedDictionary(subnet => subnet.Key, subnet => subnet.Value.Id, StringComparer.Ordinal),
                InternetGateway = gateway,
                GatewayInEachZone = args.GatewayInEachZone,
                Protect = args.Protect,
            }, new() { Parent = this })
            : null;
        return new(vpc.Id, vpc.CidrBlock, Output.All(subnets.Values.Select(subnet => subnet.Id)), hidden?.SubnetIds ?? Output.Create(ImmutableArray<string>.Empty));
    }
}

/// <summary>What a <see cref="Network"/> is made of.</summary>
public sealed record NetworkArgs
{
    public required string DisplayName { get; init; }
    public required string Region { get; init; }
    public required string Cidr { get; init; }

    /// <summary>The letters of the region's availability zones to use.</summary>
    public required ImmutableArray<string> ZoneLetters { get; init; }

    /// <summary>Whether all but balancers are out of the world's reach.</summary>
    public bool PrivateSubnets { get; init; }

    /// <summary>Whether private subnets reach the world each by a NAT gateway in its own zone, so that one zone's failure is its own; else by one for all, which is cheaper.</summary>
    public bool GatewayInEachZone { get; init; }

    /// <summary>Whether the VPC, its subnets and the addresses of its gateways can't be destroyed.</summary>
    public bool Protect { get; init; }

    /// <summary>Instead of all that: a network that others made.</summary>
    public ExistingNetwork? Existing { get; init; }
}

/// <summary>A network that others made and keep.</summary>
/// <param name="PrivateSubnetIds">None where all hosts stand in <paramref name="SubnetIds"/>.</param>
public sealed record ExistingNetwork(string VpcId, ImmutableArray<string> SubnetIds, ImmutableArray<string> PrivateSubnetIds);

/// <summary>What others need of a network.</summary>
internal sealed record NetworkParts(Output<string> VpcId, Output<string> Cidr, Output<ImmutableArray<string>> SubnetIds, Output<ImmutableArray<string>> PrivateSubnetIds);
