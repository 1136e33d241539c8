using System.Collections.Immutable;
using Dockerland.Contracts;
using Dockerland.Infra.Settings;
using Pulumi;
using Pulumi.Aws.Ec2;

namespace Dockerland.Infra.Components;

/// <summary>A subnet in each availability zone whose hosts reach the world and are not reached by it.</summary>
public sealed class PrivateSubnets : ComponentResource
{
    public PrivateSubnets(string name, PrivateSubnetsArgs args, ComponentResourceOptions? options = null)
        : base("dockerland:components:PrivateSubnets", name, options)
    {
        var letters = args.PublicSubnetIds.Keys.ToImmutableArray();
        var gateways = (args.GatewayInEachZone ? letters : letters[..1]).ToImmutableDictionary(letter => letter, letter => CreateGateway(name, args, letter));
        var subnets = letters.Select(letter => CreateSubnet(name, args, letter, gateways.GetValueOrDefault(letter) ?? gateways[letters[0]])).ToImmutableArray();

        // Layers of ECR's images come from S3: this way they cost nothing, by NAT they do.
        _ = new VpcEndpoint($"{name}-s3", new()
        {
            VpcId = args.VpcId,
            ServiceName = $"com.amazonaws.{args.Region}.s3",
            VpcEndpointType = "Gateway",
            RouteTableIds = subnets.Select(subnet => (Input<string>)subnet.Routes.Id).ToArray(),
            Tags = Tagged(args, "s3"),
        }, new() { Parent = this });

        SubnetIds = Output.All(subnets.Select(subnet => subnet.Subnet.Id));
        RegisterOutputs();
    }

    [Output("subnetIds")] public Output<ImmutableArray<string>> SubnetIds { get; private set; }

    private NatGateway CreateGateway(string name, PrivateSubnetsArgs args, string letter)
    {
        var zone = args.Region + letter;
        // A gateway without a way out is refused, and so is an address.
        var child = new CustomResourceOptions { Parent = this, DependsOn = { args.InternetGateway } };
        // Others let this address in, and it never comes back.
        var address = new Eip($"{name}-{zone}", new() { Domain = "vpc", Tags = Tagged(args, zone) }, new() { Parent = this, DependsOn = { args.InternetGateway }, Protect = Kept(args) });
        return new($"{name}-{zone}", new() { AllocationId = address.AllocationId, SubnetId = args.PublicSubnetIds[letter], Tags = Tagged(args, zone) }, child);
    }

    private (Subnet Subnet, RouteTable Routes) CreateSubnet(string name, PrivateSubnetsArgs args, string letter, NatGateway gateway)
    {
        var zone = args.Region + letter;
        var child = new CustomResourceOptions { Parent = this };
        var tags = Tagged(args, zone);
        var subnet = new Subnet($"{name}-{zone}", new() { VpcId = args.VpcId, AvailabilityZone = zone, CidrBlock = args.Range.PrivateSubnet(letter), Tags = tags }, new() { Parent = this, Protect = Kept(args) });
        var routes = new RouteTable($"{name}-{zone}", new() { VpcId = args.VpcId, Tags = tags }, child);
        _ = new Route($"{name}-{zone}", new() { RouteTableId = routes.Id, DestinationCidrBlock = "0.0.0.0/0", NatGatewayId = gateway.Id }, child);
        _ = new RouteTableAssociation($"{name}-{zone}", new() { SubnetId = subnet.Id, RouteTableId = routes.Id }, child);
        return (subnet, routes);
    }

    // What is off is left unset, so that a plan doesn't name it.
    private static bool? Kept(PrivateSubnetsArgs args) => args.Protect ? true : null;

    private static InputMap<string> Tagged(PrivateSubnetsArgs args, string what) => new() { { TagKeys.Name, $"{args.DisplayName}-private-{what}" } };
}

/// <summary>What <see cref="PrivateSubnets"/> are made of.</summary>
public sealed record PrivateSubnetsArgs
{
    public required string DisplayName { get; init; }
    public required string Region { get; init; }
    public required AddressRange Range { get; init; }
    public required Input<string> VpcId { get; init; }

    /// <summary>By the letter of their availability zone: where the gateways stand.</summary>
    public required ImmutableSortedDictionary<string, Output<string>> PublicSubnetIds { get; init; }

    /// <summary>The VPC's way out, by which the gateways go.</summary>
    public required Resource InternetGateway { get; init; }

    public bool GatewayInEachZone { get; init; }

    /// <summary>Whether the subnets and the gateways' addresses can't be destroyed.</summary>
    public bool Protect { get; init; }
}
