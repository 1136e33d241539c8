using System.Collections.Immutable;

namespace Dockerland.Infra.Policies;

/// <summary>What a fleet's hosts need the ARNs of.</summary>
public sealed record HostResources
{
    /// <summary>The fleet's own group.</summary>
    public required string Group { get; init; }

    public required string LogGroup { get; init; }

    /// <summary>The ECR repositories that images are pulled from; none with another registry.</summary>
    public required IReadOnlyCollection<string> Repositories { get; init; }

    /// <summary>The SecureString parameters that are read at boot.</summary>
    public required IReadOnlyCollection<string> Parameters { get; init; }

    /// <summary>The parameter with the gossip's key, if the fleet's containers gossip.</summary>
    public string? GossipKey { get; init; }

    /// <summary>The zone in which an agent on the hosts keeps records, if one runs there.</summary>
    public string? AgentZone { get; init; }

    /// <summary>The names in <see cref="AgentZone"/> that the fleet's containers answer to, all that the agent may change.</summary>
    public IReadOnlyCollection<string> ServiceNames { get; init; } = [];

    /// <summary>The keys, beside AWS's own, that parameters are encrypted with.</summary>
    public IReadOnlyCollection<string> ParameterKeys { get; init; } = [];

    /// <summary>Where parameters are read, as keys' policies call it, such as <c>ssm.eu-central-1.amazonaws.com</c>.</summary>
    public required string ParameterService { get; init; }
}

/// <summary>What a fleet's hosts may do, each need a statement.</summary>
public static class HostPolicy
{
    public static ImmutableArray<Statement> Statements(HostResources resources) =>
    [
        .. resources.Repositories.Count is 0 ? [] : Pull(resources.Repositories),
        .. resources.Parameters.Count is 0 ? [] : One(Statement.On("ReadSecrets", resources.Parameters, "ssm:GetParameter")),
        .. resources.GossipKey is { } key ? One(Statement.On("ReadGossipKey", [key], "ssm:GetParameter")) : [],
        .. resources.ParameterKeys.Count is 0 || (resources.Parameters.Count is 0 && resources.GossipKey is null)
            ? []
            : One(Statement.On("DecryptSecrets", resources.ParameterKeys, "kms:Decrypt").When(Condition.Is("kms:ViaService", resources.ParameterService))),
        Statement.OnAny(
            "OpenSessions",
            "ssm:UpdateInstanceInformation",
            "ssmmessages:CreateControlChannel",
            "ssmmessages:CreateDataChannel",
            "ssmmessages:OpenControlChannel",
            "ssmmessages:OpenDataChannel"),
        Statement.OnAny("ReadTags", "ec2:DescribeTags"),
        Statement.On("WriteLog", [$"{resources.LogGroup}:*"], "logs:CreateLogStream", "logs:PutLogEvents"),
        Statement.On("GiveUpHost", [resources.Group], "autoscaling:SetInstanceHealth"),
        Statement.OnAny("WatchGroup", "autoscaling:DescribeAutoScalingGroups", "autoscaling:DescribeAutoScalingInstances"),
        .. resources.AgentZone is { } zone
            ? One(Statement.On("ReadServiceRecords", [zone], "route53:GetHostedZone", "route53:ListResourceRecordSets"))
            : [],
        .. resources is { AgentZone: { } own, ServiceNames.Count: > 0 }
            ? One(Statement.On("KeepServiceRecords", [own], "route53:ChangeResourceRecordSets").When(RecordConditions.Of(resources.ServiceNames, "CREATE", "DELETE", "UPSERT")))
            : [],
    ];

    private static IEnumerable<Statement> Pull(IReadOnlyCollection<string> repositories) =>
    [
        Statement.On("PullImages", repositories, "ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"),
        Statement.OnAny("LogInToRegistry", "ecr:GetAuthorizationToken"),
    ];

    private static IEnumerable<Statement> One(Statement statement) => [statement];
}
