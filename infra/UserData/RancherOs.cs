using System.Text;
using Dockerland.Contracts;
using Dockerland.Infra.Settings;

namespace Dockerland.Infra.UserData;

/// <summary>Renders RancherOS's cloud-config: the metadata image in system-docker before Docker starts, containers as its services.</summary>
internal static class RancherOs
{
    public static string Render(HostSpec host)
    {
        var document = new StringBuilder("#cloud-config\n");
        if (host.Administrators.Values.SelectMany(keys => keys).ToArray() is not [] and var authorized)
        {
            document.Append("ssh_authorized_keys:\n");
            foreach (var key in authorized) Item(document, 2, key);
        }

        document.Append("rancher:\n  docker:\n    storage_driver: overlay2\n");
        if (host.Rancher.Registry is not "") document.Append($"    insecure_registry:\n      - {YamlText.Quote(host.Rancher.Registry)}\n");
        document.Append("  services:\n");
        if (host.Metadata is { } metadata) RenderMetadata(document, metadata);
        if (host.Rancher.Discovery is not "") RenderSwarm(document, host.Rancher.Discovery);
        foreach (var container in host.Containers) RenderContainer(document, host.Metadata, container);
        return document.ToString();
    }

    // In system-docker, so that Docker starts with its labels: RancherOS loses containers when it is restarted.
    private static void RenderMetadata(StringBuilder document, MetadataSpec metadata) => document.Append($"""
            metadata:
              image: {YamlText.Quote(metadata.Image)}
              privileged: true
              net: host
              labels:
                io.rancher.os.after: network
                io.rancher.os.scope: system
                io.rancher.os.reloadconfig: "true"
                io.rancher.os.createonly: "false"
              environment:
                AWS_METADATA_LOAD: "true"
                AWS_METADATA_TAG_PREFIXES: {YamlText.Quote(TagKeys.LabelPrefix)}
                AWS_METADATA_TAG_VARIABLES: {YamlText.Quote(SystemdUnit.TagVariables(metadata))}
              volumes:
                - /usr/bin/ros:/bin/ros:ro
                - /var/lib/rancher/conf:/var/lib/rancher/conf

        """);

    // The standalone Swarm of its days: each node tells the others of itself by the discovery.
    private static void RenderSwarm(StringBuilder document, string discovery) => document.Append($"""
            swarm:
              image: swarm
              restart: always
              net: host
              labels:
                io.rancher.os.after: metadata
              environment:
                - AWS_LOCAL_IPV4
              command: {YamlText.Quote($"join --advertise=$AWS_LOCAL_IPV4:2375 {discovery}")}

        """);

    private static void RenderContainer(StringBuilder document, MetadataSpec? metadata, ContainerSpec container)
    {
        var settings = container.Settings;
        document.Append($"    {YamlText.Quote(container.Name)}:\n      image: {YamlText.Quote(Compose(container.Image))}\n      restart: always\n");
        if (settings.Network is not ContainerSettings.BridgeNetwork) document.Append($"      net: {YamlText.Quote(settings.Network)}\n");
        List(document, "ports", settings.Ports.Select(port => FormattableString.Invariant($"{port.Host}:{port.Container}/{port.Protocol}")));
        List(document, "volumes", settings.Volumes.Select(Compose));
        List(document, "environment", [.. container.Environment.Select(variable => Compose($"{variable.Key}={variable.Value}")), .. metadata is null ? [] : FromHost(metadata, container)]);
        List(document, "command", settings.Command.Select(Compose));
    }

    // What the metadata image puts into the host's environment.
    private static IEnumerable<string> FromHost(MetadataSpec metadata, ContainerSpec container) =>
    [
        .. metadata.Variables.Values.Except(container.Environment.Keys),
        .. container.Addresses.Select(address => $"{address.Key}=$AWS_LOCAL_IPV4{address.Value}"),
        $"{EnvironmentVariables.Tag}=$AWS_HOSTNAME",
    ];

    private static void List(StringBuilder document, string key, IEnumerable<string> items)
    {
        if (items.ToArray() is not [] and var some)
        {
            document.Append($"      {key}:\n");
            foreach (var item in some) Item(document, 8, item);
        }
    }

    // Compose takes what follows a dollar for a variable of the host's.
    private static string Compose(string text) => text.Replace("$", "$$", StringComparison.Ordinal);

    private static void Item(StringBuilder document, int indent, string text) => document.Append(' ', indent).Append("- ").Append(YamlText.Quote(text)).Append('\n');
}
