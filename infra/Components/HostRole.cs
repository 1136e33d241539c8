using System.Collections.Immutable;
using Dockerland.Infra.Policies;
using Pulumi;
using Pulumi.Aws.Iam;

namespace Dockerland.Infra.Components;

/// <summary>What a fleet's hosts are in AWS's eyes, and so what they may do.</summary>
public sealed class HostRole : ComponentResource
{
    public HostRole(string name, HostRoleArgs args, ComponentResourceOptions? options = null)
        : base("dockerland:components:HostRole", name, options)
    {
        var child = new CustomResourceOptions { Parent = this };

        var role = new Role(name, new() { AssumeRolePolicy = PolicyDocument.Trust("ec2.amazonaws.com"), PermissionsBoundary = args.PermissionsBoundary! }, child);
        _ = new RolePolicy(name, new() { Role = role.Name, Policy = Policy(args) }, child);
        foreach (var policy in args.Policies)
            _ = new RolePolicyAttachment($"{name}-{NameOf(policy)}", new() { Role = role.Name, PolicyArn = policy }, child);
        var profile = new InstanceProfile(name, new() { Role = role.Name }, child);

        ProfileArn = profile.Arn;
        RegisterOutputs();
    }

    [Output("profileArn")] public Output<string> ProfileArn { get; private set; }

    // Whose it is belongs to its name: AWS's own may be called as one of the account's.
    private static string NameOf(string policyArn) => policyArn.Split(':') is [.., var account, var policy] ? $"{account}-{policy.Replace('/', '-')}" : throw new ArgumentException($"'{policyArn}' is not an ARN.", nameof(policyArn));

    private static Output<string> Policy(HostRoleArgs args)
    {
        var zone = args.AgentZoneArn is { } arn ? arn.Apply(known => (string?)known) : Output.Create((string?)null);
        return Output.Tuple(args.Account, Output.All(args.RepositoryArns), args.ParameterNames, args.LogGroupArn, zone).Apply(known => PolicyDocument.Render(HostPolicy.Statements(new()
        {
            // AWS puts an id between, and the end of the name.
            Group = known.Item1.Arn("autoscaling", $"autoScalingGroup:*:autoScalingGroupName/{args.GroupPrefix}*"),
            LogGroup = known.Item4,
            Repositories = known.Item2,
            Parameters = [.. known.Item3.Where(parameter => parameter != args.GossipKeyName).Select(known.Item1.ParameterArn)],
            GossipKey = args.GossipKeyName is { } key && known.Item3.Contains(key) ? known.Item1.ParameterArn(key) : null,
            AgentZone = known.Item5,
            ServiceNames = args.ServiceNames,
            ParameterKeys = args.ParameterKeys,
            ParameterService = $"ssm.{known.Item1.Region}.amazonaws.com",
        })));
    }
}

/// <summary>What a <see cref="HostRole"/> is made of.</summary>
public sealed record HostRoleArgs
{
    public required Output<AwsAccount> Account { get; init; }

    /// <summary>What the name of the fleet's group begins with, and no other's.</summary>
    public required string GroupPrefix { get; init; }

    /// <summary>ECR repositories that the hosts pull from.</summary>
    public required ImmutableArray<Output<string>> RepositoryArns { get; init; }

    /// <summary>All SecureString parameters that the hosts read.</summary>
    public required Output<ImmutableArray<string>> ParameterNames { get; init; }

    /// <summary>That of <see cref="ParameterNames"/> which has the gossip's key.</summary>
    public string? GossipKeyName { get; init; }

    public required Output<string> LogGroupArn { get; init; }

    /// <summary>The zone in which an agent on the hosts keeps records, if one runs there.</summary>
    public Output<string>? AgentZoneArn { get; init; }

    /// <summary>The names there that the agent may change.</summary>
    public ImmutableArray<string> ServiceNames { get; init; } = [];

    /// <summary>ARNs of the keys, beside AWS's own, that parameters are encrypted with.</summary>
    public ImmutableArray<string> ParameterKeys { get; init; } = [];

    /// <summary>ARN of the policy that no role of the stack exceeds, if there is one.</summary>
    public string? PermissionsBoundary { get; init; }

    /// <summary>ARNs of policies beside the role's own.</summary>
    public ImmutableArray<string> Policies { get; init; } = [];
}
