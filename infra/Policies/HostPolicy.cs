using System.Collections.Immutable;

namespace Dockerland.Infra.Policies;

/// <summary>What a fleet's hosts may do: pull their image and read their secrets, no more.</summary>
public static class HostPolicy
{
    /// <param name="repositories">ARNs of the ECR repositories that images are pulled from.</param>
    /// <param name="parameters">ARNs of the SecureString parameters that are read at boot.</param>
    public static ImmutableArray<Statement> Statements(IReadOnlyCollection<string> repositories, IReadOnlyCollection<string> parameters) =>
    [
        .. repositories.Count is 0 ? [] : Pull(repositories),
        .. parameters.Count is 0 ? Enumerable.Empty<Statement>() : [Statement.On("ReadSecrets", parameters, "ssm:GetParameter")],
    ];

    private static IEnumerable<Statement> Pull(IReadOnlyCollection<string> repositories) =>
    [
        Statement.On("PullImages", repositories, "ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"),
        Statement.OnAny("LogInToRegistry", "ecr:GetAuthorizationToken"),
    ];
}
