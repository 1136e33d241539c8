using System.Collections.Immutable;

namespace Dockerland.Infra.UserData;

/// <summary>Which parameters a host reads: those that its user-data names, and so those that it may read.</summary>
public static class HostParameters
{
    public static ImmutableArray<string> Of(HostSpec host) =>
    [
        .. host.Containers.SelectMany(container => container.Secrets.Values.Concat(container.OwnParameters))
            .Concat(host.Agents.Values.SelectMany(agent => agent.Secrets.Values))
            .Concat(host.Logins.OfType<PasswordLogin>().Select(login => login.PasswordParameter))
            .Concat(host.Swarm is { } swarm ? [swarm.TokenParameter] : [])
            .Distinct()
            .Order(StringComparer.Ordinal),
    ];
}
