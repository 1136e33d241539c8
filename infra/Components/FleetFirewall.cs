using System.Globalization;
using Dockerland.Contracts;
using Pulumi;
using Pulumi.Aws.Ec2;
using Pulumi.Aws.Vpc;

namespace Dockerland.Infra.Components;

/// <summary>Who may talk to a fleet's hosts: the world to their traffic port, and they to the world.</summary>
public sealed class FleetFirewall : ComponentResource
{
    private const string World = "0.0.0.0/0";

    public FleetFirewall(string name, FleetFirewallArgs args, ComponentResourceOptions? options = null)
        : base("dockerland:components:FleetFirewall", name, options)
    {
        var child = new CustomResourceOptions { Parent = this };

        var group = new SecurityGroup(name, new() { VpcId = args.VpcId, Description = $"Hosts of the fleet {name}" }, child);
        _ = new SecurityGroupIngressRule(string.Create(CultureInfo.InvariantCulture, $"{name}-world-{Ports.Traffic}"), new()
        {
            SecurityGroupId = group.Id,
            Description = "Clients",
            CidrIpv4 = World,
            IpProtocol = "tcp",
            FromPort = Ports.Traffic,
            ToPort = Ports.Traffic,
        }, child);
        _ = new SecurityGroupEgressRule($"{name}-world", new()
        {
            SecurityGroupId = group.Id,
            Description = "Packages, images and AWS",
            CidrIpv4 = World,
            IpProtocol = "-1",
        }, child);

        SecurityGroupId = group.Id;
        RegisterOutputs();
    }

    [Output("securityGroupId")] public Output<string> SecurityGroupId { get; private set; }
}

/// <summary>What a <see cref="FleetFirewall"/> is made of.</summary>
public sealed record FleetFirewallArgs
{
    public required Input<string> VpcId { get; init; }
}
