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

        var role = new Role(name, new() { AssumeRolePolicy = PolicyDocument.Trust("ec2.amazonaws.com") }, child);
        // A policy without a statement is refused.
        if (!args.RepositoryArns.IsEmpty || !args.ParameterArns.IsEmpty)
            _ = new RolePolicy(name, new() { Role = role.Name, Policy = Policy(args) }, child);
        var profile = new InstanceProfile(name, new() { Role = role.Name }, child);

        ProfileArn = profile.Arn;
        RegisterOutputs();
    }

    [Output("profileArn")] public Output<string> ProfileArn { get; private set; }

    private static Output<string> Policy(HostRoleArgs args) =>
        Output.Tuple(Output.All(args.RepositoryArns), Output.All(args.ParameterArns)).Apply(arns => Render(arns.Item1, arns.Item2));

    private static string Render(ImmutableArray<string> repositories, ImmutableArray<string> parameters) =>
        PolicyDocument.Render(HostPolicy.Statements(repositories, parameters));
}

/// <summary>What a <see cref="HostRole"/> is made of.</summary>
public sealed record HostRoleArgs
{
    /// <summary>ECR repositories that the hosts pull from.</summary>
    public required ImmutableArray<Output<string>> RepositoryArns { get; init; }

    /// <summary>SecureString parameters that the hosts read at boot.</summary>
    public required ImmutableArray<Output<string>> ParameterArns { get; init; }
}
