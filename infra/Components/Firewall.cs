using System.Collections.Immutable;
using Dockerland.Infra.Firewalls;
using Pulumi;
using Pulumi.Aws.Ec2;
using Pulumi.Aws.Vpc;

namespace Dockerland.Infra.Components;

/// <summary>Who may talk to the fleets' hosts, by a <see cref="FirewallPlan"/>, and they to the world.</summary>
public sealed class Firewall : ComponentResource
{
    private readonly ImmutableSortedDictionary<string, ImmutableArray<Output<string>>> _groupIds;

    public Firewall(string name, FirewallArgs args, ComponentResourceOptions? options = null)
        : base("dockerland:components:Firewall", name, options)
    {
        // All groups come first, since the rules of each refer to others.
        var shared = args.Plan.GroupsOfFleets.Values.SelectMany(groups => groups).Except(args.Plan.GroupsOfFleets.Keys);
        var groups = args.Plan.GroupsOfFleets.Keys.Concat(shared).ToImmutableDictionary(group => group, group => CreateGroup(group, args));
        foreach (var fleet in args.Plan.GroupsOfFleets.Keys) AllowEgress(fleet, groups[fleet].Id);
        foreach (var rule in args.Plan.Rules) Allow(rule, groups, args.NetworkCidr);

        _groupIds = args.Plan.GroupsOfFleets.ToImmutableSortedDictionary(
            fleet => fleet.Key, fleet => fleet.Value.Select(group => groups[group].Id).ToImmutableArray(), StringComparer.Ordinal);
        RegisterOutputs();
    }

    /// <summary>The security groups of a fleet's hosts.</summary>
    public ImmutableArray<Output<string>> GroupIdsOf(string fleet) => _groupIds[fleet];

    private SecurityGroup CreateGroup(string group, FirewallArgs args)
    {
        var isFleet = args.Plan.GroupsOfFleets.ContainsKey(group);
        return new(
            group,
            new() { VpcId = args.VpcId, Description = isFleet ? $"Hosts of the fleet {group}" : $"Hosts of all fleets in {group}" },
            isFleet ? Options("aws:ec2/securityGroup:SecurityGroup", group) : new() { Parent = this });
    }

    // Not narrowed: hosts get packages and images and call AWS at addresses that change, and what their containers need is their owner's affair.
    private void AllowEgress(string fleet, Output<string> groupId) => _ = new SecurityGroupEgressRule($"{fleet}-world", new()
    {
        SecurityGroupId = groupId,
        Description = "Packages, images and AWS",
        CidrIpv4 = FirewallSource.World.Range,
        IpProtocol = "-1",
    }, Options("aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule", $"{fleet}-world"));

    private void Allow(FirewallRule rule, ImmutableDictionary<string, SecurityGroup> groups, Input<string> networkCidr)
    {
        var allowed = new SecurityGroupIngressRuleArgs
        {
            SecurityGroupId = groups[rule.Group].Id,
            Description = rule.Purpose,
            IpProtocol = rule.Protocol,
            FromPort = rule.Port,
            ToPort = rule.Port,
        };
        switch (rule.Source)
        {
            case FirewallSource.World: allowed.CidrIpv4 = FirewallSource.World.Range; break;
            case FirewallSource.Network: allowed.CidrIpv4 = networkCidr; break;
            case FirewallSource.Addresses addresses: allowed.CidrIpv4 = addresses.Range; break;
            case FirewallSource.Group source: allowed.ReferencedSecurityGroupId = groups[source.Name].Id; break;
            default: throw new ArgumentException($"No rule can name the source '{rule.Source}'.", nameof(rule));
        }
        _ = new SecurityGroupIngressRule(rule.Key, allowed, new() { Parent = this });
    }

    // Each fleet once made these itself; hosts hold on to their groups, so a group made anew couldn't take the old one's place.
    private CustomResourceOptions Options(string type, string resource) => new()
    {
        Parent = this,
        Aliases =
        {
            new Alias
            {
                Urn = $"urn:pulumi:{Deployment.Instance.StackName}::{Deployment.Instance.ProjectName}::"
                    + $"dockerland:components:Fleet$dockerland:components:FleetFirewall${type}::{resource}",
            },
        },
    };
}

/// <summary>What a <see cref="Firewall"/> is made of.</summary>
public sealed record FirewallArgs
{
    public required Input<string> VpcId { get; init; }

    /// <summary>The VPC's IPv4 range.</summary>
    public required Input<string> NetworkCidr { get; init; }

    public required FirewallPlan Plan { get; init; }
}
