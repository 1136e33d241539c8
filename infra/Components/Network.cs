using System.Collections.Immutable;
using Dockerland.Contracts;
using Dockerland.Infra.Settings;
using Pulumi;
using Pulumi.Aws.Ec2;

namespace Dockerland.Infra.Components;

/// <summary>A VPC with one public subnet in each availability zone.</summary>
public sealed class Network : ComponentResource
{
    public Network(string name, NetworkArgs args, ComponentResourceOptions? options = null)
        : base("dockerland:components:Network", name, options)
    {
        var range = AddressRange.Parse(args.Cidr);
        var child = new CustomResourceOptions { Parent = this };
        var tags = new InputMap<string> { { TagKeys.Name, args.DisplayName } };

        var vpc = new Vpc(name, new() { CidrBlock = args.Cidr, EnableDnsHostnames = true, EnableDnsSupport = true, Tags = tags }, child);
        var gateway = new InternetGateway(name, new() { VpcId = vpc.Id, Tags = tags }, child);
        var routes = new RouteTable(name, new() { VpcId = vpc.Id, Tags = tags }, child);
        _ = new Route($"{name}-internet", new() { RouteTableId = routes.Id, DestinationCidrBlock = "0.0.0.0/0", GatewayId = gateway.Id }, child);

        // By the zone's name and never by its place in the list: a zone more or less renames nothing else.
        SubnetIds = Output.All(args.ZoneLetters.Order(StringComparer.Ordinal).Select(letter =>
        {
            var zone = args.Region + letter;
            var subnet = new Subnet($"{name}-{zone}", new()
            {
                VpcId = vpc.Id,
                AvailabilityZone = zone,
                CidrBlock = range.Subnet(letter),
                MapPublicIpOnLaunch = true,
                Tags = new InputMap<string> { { TagKeys.Name, $"{args.DisplayName}-{zone}" } },
            }, child);
            _ = new RouteTableAssociation($"{name}-{zone}", new() { SubnetId = subnet.Id, RouteTableId = routes.Id }, child);
            return subnet.Id;
        }));
        VpcId = vpc.Id;
        Cidr = vpc.CidrBlock;
        RegisterOutputs();
    }

    [Output("vpcId")] public Output<string> VpcId { get; private set; }
    /// <summary>The VPC's IPv4 range.</summary>
    [Output("cidr")] public Output<string> Cidr { get; private set; }

    [Output("subnetIds")] public Output<ImmutableArray<string>> SubnetIds { get; private set; }
}

/// <summary>What a <see cref="Network"/> is made of.</summary>
public sealed record NetworkArgs
{
    public required string DisplayName { get; init; }
    public required string Region { get; init; }
    public required string Cidr { get; init; }

    /// <summary>The letters of the region's availability zones to use.</summary>
    public required ImmutableArray<string> ZoneLetters { get; init; }
}
