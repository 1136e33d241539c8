using System.Collections.Immutable;
using System.Globalization;
using Dockerland.Contracts;
using Dockerland.Infra.Settings;

namespace Dockerland.Infra.UserData;

/// <summary>From settings to what a host needs.</summary>
public static class HostMapping
{
    /// <summary>The agent through which people get in without SSH.</summary>
    public const string SsmAgent = "amazon-ssm-agent";

    public static HostSpec Describe(HostParts parts) => new()
    {
        Region = parts.Stack.Region,
        System = System(parts.Fleet.System),
        Architecture = parts.Stack.Architecture,
        Timezone = parts.Stack.Timezone,
        Administrators = parts.Stack.AdminKeys,
        Packages = parts.Stack.Packages,
        Agents = Agents(parts),
        Logins = parts.Logins,
        LogGroup = parts.LogGroup,
        ContainerNetworks = ContainerNetworks.For(parts.NetworkCidr),
        Swarm = Swarm(parts),
        Rancher = parts.Stack.Rancher,
        Metadata = parts.Images.TryGetValue(ComponentNames.Metadata, out var image) ? new(image, TagVariables(parts)) : null,
        TerminateSeconds = parts.Fleet.Hooks.TerminateSeconds,
        HasRunner = (parts.Fleet.HostImage ?? parts.Stack.HostImage).HasRunner,
        Containers = [.. parts.Fleet.Containers.Select(container => Container(parts, container.Key, container.Value))],
    };

    private static HostSystem System(string name) => name switch
    {
        Systems.Debian => HostSystem.Debian,
        Systems.AmazonLinux => HostSystem.AmazonLinux,
        Systems.RancherOs => HostSystem.RancherOs,
        _ => throw new ArgumentException($"System '{name}' is none of {Systems.Debian}, {Systems.AmazonLinux} and {Systems.RancherOs}.", nameof(name)),
    };

    // Those of the settings win.
    private static ImmutableSortedDictionary<string, AgentSettings> Agents(HostParts parts)
    {
        var (system, agents) = (System(parts.Fleet.System), parts.Stack.Agents);
        var suffix = parts.Stack.Region.StartsWith("cn-", StringComparison.Ordinal) ? "amazonaws.com.cn" : "amazonaws.com";
        // Amazon Linux has the SSM agent, and RancherOS has no place for it.
        if (system is HostSystem.Debian && !agents.ContainsKey(SsmAgent))
            agents = agents.Add(SsmAgent, new() { Downloads = [parts.Stack.SsmAgent ?? AwsSsmAgent(suffix)], Services = ["amazon-ssm-agent.service"] });
        return parts.LogGroup is not null && !agents.ContainsKey(LogFiles.Agent) && LogFiles.For(parts.Fleet, system, suffix) is { } logs ? agents.Add(LogFiles.Agent, logs) : agents;
    }

    private static DownloadSettings AwsSsmAgent(string suffix) => new() { Url = $"https://s3.{{region}}.{suffix}/amazon-ssm-{{region}}/latest/debian_{{architecture}}/amazon-ssm-agent.deb" };

    private static SwarmMembership? Swarm(HostParts parts) => parts switch
    {
        { Fleet.Swarm: FleetSettings.NoSwarm } => null,
        { Stack.Swarm: null } => throw new ArgumentException($"The fleet joins a Swarm as {parts.Fleet.Swarm}, but the stack has none. Set dockerland:swarm."),
        { Stack.Swarm: { } swarm } => new($"{swarm.Managers}:{Ports.SwarmManagers}", parts.Fleet.Swarm is FleetSettings.SwarmManager ? swarm.ManagerToken : swarm.WorkerToken),
    };

    private static ImmutableSortedDictionary<string, string> TagVariables(HostParts parts) => parts.Fleet.Tags.Keys
        .Select(tag => KeyValuePair.Create(tag, EnvironmentVariables.OfTag(tag, parts.Stack.VariablePrefix)!))
        .Where(pair => pair.Value is not null)
        .ToImmutableSortedDictionary(StringComparer.Ordinal);

    private static ContainerSpec Container(HostParts parts, string name, ContainerSettings settings) => new()
    {
        Name = name,
        Image = settings.Build is "" ? settings.Image : parts.Images.GetValueOrDefault(settings.Build)
            ?? throw new ArgumentException($"Container '{name}' runs the image '{settings.Build}', which the stack doesn't build. It builds: {string.Join(", ", parts.Images.Keys)}."),
        Settings = settings,
        Environment = Environment(parts, settings),
        Addresses = Addresses(parts, settings),
        Secrets = settings.Secrets.SetItems(Secrets(parts, settings)),
        OwnParameters = settings.Build is DefaultContainers.Haproxy && parts.CertificateParameter is { } certificate ? [certificate] : [],
        SeesEngine = KeepsServices(parts, settings) && System(parts.Fleet.System) is not HostSystem.RancherOs,
    };

    private static ImmutableSortedDictionary<string, string> Environment(HostParts parts, ContainerSettings settings)
    {
        var variables = parts.Fleet.Environment.SetItems(settings.Environment).SetItem(EnvironmentVariables.Role, settings.Backend ? Roles.Backend : parts.Fleet.Role);
        if (settings.Build is DefaultContainers.Haproxy) variables = Balancer(parts, settings).SetItems(variables);
        if (settings.Domain is not "") variables = variables.SetItem(EnvironmentVariables.Domain, settings.Domain);
        if (MovedPort(settings, parts.Stack.GossipPort) is { } port) variables = variables.SetItem(EnvironmentVariables.HostPort, variables.GetValueOrDefault(EnvironmentVariables.HostPort, port));
        return settings.Gossips(parts.Stack.GossipPort) && parts.Stack.PrivateZone is { } zone ? variables.SetItem(EnvironmentVariables.GossipJoin, Names.Balancers(zone)) : variables;
    }

    // Where balancers reach a backend that can't know it itself; null where it is the port that it listens on.
    private static string? MovedPort(ContainerSettings settings, int gossipPort) =>
        settings.Backend && settings.Ports.FirstOrDefault(port => port.Protocol is "tcp" && port.Host != gossipPort) is { } port && port.Host != port.Container
            ? port.Host.ToString(CultureInfo.InvariantCulture)
            : null;

    // Our balancer beside containers that have names: it serves them, and keeps records of them.
    private static bool KeepsServices(HostParts parts, ContainerSettings settings) => settings.Build is DefaultContainers.Haproxy && parts.Fleet.ServesNames;

    // What the balancer itself asks of AWS; renewed certificates reach it without a new host or a restart.
    private static ImmutableSortedDictionary<string, string> Balancer(HostParts parts, ContainerSettings settings)
    {
        var variables = FleetSettings.None;
        if (parts.CertificateParameter is { } certificate) variables = variables.SetItem(EnvironmentVariables.CertificateParameters, certificate);
        if (KeepsServices(parts, settings) && parts is { RecordZoneId: { } id, Stack.PrivateZone: { } zone })
            variables = variables.SetItem(EnvironmentVariables.RecordZoneId, id).SetItem(EnvironmentVariables.RecordZone, zone);
        return variables.IsEmpty ? variables : variables.SetItem(EnvironmentVariables.Region, parts.Stack.Region);
    }

    private static ImmutableSortedDictionary<string, string> Addresses(HostParts parts, ContainerSettings settings)
    {
        var variables = FleetSettings.None.Add(EnvironmentVariables.HostAddress, "");
        return settings.Gossips(parts.Stack.GossipPort) ? variables.Add(EnvironmentVariables.GossipAdvertise, FormattableString.Invariant($":{parts.Stack.GossipPort}")) : variables;
    }

    private static IEnumerable<KeyValuePair<string, string>> Secrets(HostParts parts, ContainerSettings settings)
    {
        if (System(parts.Fleet.System) is HostSystem.RancherOs) yield break;
        if (settings.Gossips(parts.Stack.GossipPort) && parts.GossipKeyParameter is { } gossip) yield return new(EnvironmentVariables.GossipKey, gossip);
        if (settings.Build is DefaultContainers.Webapp && parts.CookieSecretParameter is { } cookie) yield return new(EnvironmentVariables.CookieSecret, cookie);
    }
}
