using System.Collections.Immutable;
using Dockerland.Contracts;
using Dockerland.Infra.Settings;
using Dockerland.Infra.UserData;
using Pulumi;

namespace Dockerland.Infra.Components;

/// <summary>What a <see cref="Fleet"/> is made of: its settings, and what others know.</summary>
public sealed record FleetArgs
{
    /// <summary>With the containers that run, those of the demo's role included.</summary>
    public required FleetSettings Settings { get; init; }

    /// <summary>As <c>PROJECT-STACK</c>; the groups that it has in a tag are this stack's.</summary>
    public required string StackName { get; init; }

    public required string Environment { get; init; }

    /// <summary>The stack's image, for fleets that have none of their own.</summary>
    public required HostImageSettings HostImage { get; init; }

    public required Output<HostSpec> Host { get; init; }
    public required InputList<string> SecurityGroupIds { get; init; }
    public required InputList<string> SubnetIds { get; init; }

    /// <summary>What the hosts may do; their own group and the parameters that they read are added.</summary>
    public required FleetRights Rights { get; init; }

    /// <summary>The records that follow the hosts.</summary>
    public ImmutableArray<FleetRecord> Records { get; init; } = [];

    /// <summary>Name of the key pair that opens SSH sessions, if one does; sessions go through SSM without.</summary>
    public string? SshKey { get; init; }

    /// <summary>The provider's default tags. It puts them on what it makes itself, and neither on groups nor on what groups make.</summary>
    public ImmutableSortedDictionary<string, string> DefaultTags { get; init; } = FleetSettings.None;
}

/// <summary>A record that follows a fleet's hosts.</summary>
public sealed record FleetRecord(Output<string> ZoneId, string Name, AddressKind Address = AddressKind.Public);

/// <summary>What a fleet's hosts may use beside their own group and the parameters that they read.</summary>
public sealed record FleetRights
{
    public required Output<AwsAccount> Account { get; init; }
    public required ImmutableArray<Output<string>> RepositoryArns { get; init; }
    public required Output<string> LogGroupArn { get; init; }

    /// <summary>The parameter with the gossip's key.</summary>
    public string? GossipKeyName { get; init; }

    /// <summary>The zone in which an agent on the hosts keeps records, if one runs there.</summary>
    public Output<string>? AgentZoneArn { get; init; }

    /// <summary>The names there that the fleet's containers answer to, all that the agent may change.</summary>
    public ImmutableArray<string> ServiceNames { get; init; } = [];

    /// <summary>ARNs of the keys, beside AWS's own, that parameters are encrypted with.</summary>
    public ImmutableArray<string> ParameterKeys { get; init; } = [];

    /// <summary>ARN of the policy that no role of the stack exceeds, if there is one.</summary>
    public string? PermissionsBoundary { get; init; }
}
