using System.Globalization;
using System.Net;
using Dockerland.Contracts;
using Dockerland.HaproxyAgent.Servers;
using Dockerland.HaproxyAgent.Services;

namespace Dockerland.HaproxyAgent.Containers;

/// <summary>What containers say of themselves by their variables.</summary>
internal static class ContainerClaims
{
    /// <param name="isStopping">Whether a container was told to stop.</param>
    public static Claims Of(IEnumerable<Container> containers, OwnNetworks own, IReadOnlyCollection<string> zones, Func<Container, bool> isStopping)
    {
        var claims = new List<Claim>();
        var problems = new List<string>();
        foreach (var container in containers.Where(container => container.Variable(EnvironmentVariables.Domain) is not null).Where(container => !IsBalancer(container, own)))
        {
            try
            {
                claims.Add(Claim(container, own, zones, isStopping(container)));
            }
            catch (AgentException error)
            {
                problems.Add($"Container {container.Title} gets no requests: {error.Message}");
            }
        }

        return new([.. claims], [.. problems]);
    }

    private static Claim Claim(Container container, OwnNetworks own, IReadOnlyCollection<string> zones, bool isStopping)
    {
        var names = ServiceNames.Read(container.Variable(EnvironmentVariables.Domain)!, zones, out var problem);
        if (problem is not null) throw new AgentException($"{EnvironmentVariables.Domain} is no list of names. {problem}");

        var server = container.IsHealthy && !isStopping ? new Server(ServerName(container), Address(container, own), Port(container)) : null;
        return new(names, container.Title, Kind(container.Config.Image), server) { IsLocal = true, Since = container.Created };
    }

    private static string ServerName(Container container) => DesiredServers.IsName(container.Title) ? container.Title : container.Id[..12];

    private static IPAddress Address(Container container, OwnNetworks own)
    {
        if (container.HostConfig.NetworkMode is "host") throw new AgentException("it is on its host's network and has no address of its own. Put it into a network of the balancer's, or into the file of services.");

        var networks = container.NetworkSettings.Networks;
        if (container.Variable(EnvironmentVariables.DomainNetwork) is { } name)
            return networks.TryGetValue(name, out var chosen) && AddressOf(chosen) is { } there
                ? there
                : throw new AgentException($"{EnvironmentVariables.DomainNetwork} is '{Shown.Of(name)}', and its networks are {Listed(networks.Keys)}.");

        return networks.Values.Select(AddressOf).OfType<IPAddress>().FirstOrDefault(own.Reach)
            ?? throw new AgentException($"it is in none of the balancer's networks, but in {Listed(networks.Keys)}. Connect one of them to the other's.");
    }

    // What Serf talks on beside is in images of ours, and never what is asked for.
    private static int Port(Container container)
    {
        if (container.Variable(EnvironmentVariables.DomainPort) is { } text)
            return IsPort(text, out var given) ? given : throw new AgentException($"{EnvironmentVariables.DomainPort} is '{Shown.Of(text)}', which is no port from 1 to {IPEndPoint.MaxPort}.");

        var exposed = (container.Config.ExposedPorts?.Keys ?? []).Where(key => key.EndsWith("/tcp", StringComparison.Ordinal)).Select(key => key[..^4]).Where(key => key != $"{Ports.Gossip}").ToArray();
        return exposed is [var only] && IsPort(only, out var port)
            ? port
            : throw new AgentException($"its image exposes {(exposed is [] ? "no port" : $"the ports {Listed(exposed)}")}. Say which one by {EnvironmentVariables.DomainPort}.");
    }

    private static bool IsPort(string text, out int port) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out port) && port is > 0 and <= IPEndPoint.MaxPort;

    private static IPAddress? AddressOf(ContainerNetwork network) => IPAddress.TryParse(network.IPAddress, out var address) ? address : null;

    private static bool IsBalancer(Container container, OwnNetworks own) => container.NetworkSettings.Networks.Values.Select(AddressOf).OfType<IPAddress>().Any(own.Has);

    /// <summary>An image without its tag and digest: a new version is of the same kind.</summary>
    internal static string Kind(string image)
    {
        var name = image.Split('@')[0];
        var tag = name.LastIndexOf(':');
        return tag > name.LastIndexOf('/') && !name.StartsWith("sha256:", StringComparison.Ordinal) ? name[..tag] : name;
    }

    private static string Listed(IEnumerable<string> words) => string.Join(", ", words.Order(StringComparer.Ordinal).DefaultIfEmpty("none"));
}
