using System.Collections.Immutable;

namespace Dockerland.Infra.Settings;

/// <summary>Reads a fleet's containers, and completes them: those of its role when none is set, and the ports that gossip needs.</summary>
internal static class ContainerReader
{
    private const string Key = "containers";

    public static ImmutableSortedDictionary<string, ContainerSettings> Read(ConfigSection fleet, FleetSettings settings, StackSettings stack, IReadOnlySet<string> images)
    {
        var containers = fleet.Named(Key, "container", ContainerRules.Name, (name, section) => ReadOne(name, section, stack.GossipPort, images));
        foreach (var (name, container) in containers)
            RefuseTwoSources(fleet.Section(Key).Section(name), settings, container);

        return containers.IsEmpty ? DefaultContainers.Of(settings.Role, stack.GossipPort) : containers;
    }

    private static ContainerSettings ReadOne(string name, ConfigSection containers, int gossipPort, IReadOnlySet<string> images)
    {
        var defaults = new ContainerSettings();
        if (containers.Section(name, SettingKeys.Of<ContainerSettings>()) is not { } section) return defaults;

        var container = new ContainerSettings
        {
            Build = section.Text("build", defaults.Build, NearestKey.Find(section.Raw("build"), images), folder => images.Contains(folder) ? null : $"is none of the folders in images/ with a Dockerfile: {string.Join(", ", images.Order(StringComparer.Ordinal))}"),
            Image = section.Text("image", defaults.Image, "nginx:1.27", Rules.ImageName),
            Ports = PortsOf(section),
            Environment = section.Texts("environment", ContainerRules.Variable),
            Secrets = section.Texts("secrets", ContainerRules.Secret),
            Volumes = section.List("volumes", defaults.Volumes, ["data:/var/lib/data"], ContainerRules.Volume, mayBeEmpty: true),
            Command = section.Words("command"),
            Network = section.Text("network", defaults.Network, defaults.Network, ContainerRules.Network),
            Health = Health(section),
            StopSeconds = section.Number("stopSeconds", defaults.StopSeconds, 1, 600),
            Domain = section.Text("domain", defaults.Domain, name, ContainerRules.Domain),
            Backend = section.Flag("backend", defaults.Backend),
            CallsAws = section.Flag("callsAws", section.Raw("build") is DefaultContainers.Haproxy),
        };
        ContainerChecks.Refuse(section, container);
        return container.Gossips(gossipPort) ? container with { Ports = DefaultContainers.WithGossip(container.Ports, gossipPort) } : container;
    }

    private static ImmutableArray<PortMapping> PortsOf(ConfigSection section) =>
        [.. section.List("ports", [], ["8080:80"], ContainerRules.Port, mayBeEmpty: true).Select(PortMapping.Find).OfType<PortMapping>()];

    private static ContainerHealthSettings? Health(ConfigSection container)
    {
        if (container.Section("health", SettingKeys.Of<ContainerHealthSettings>()) is not { } section) return null;

        var defaults = new ContainerHealthSettings { Command = "" };
        return new()
        {
            Command = section.Text("command", null, "curl -fsS http://localhost/", ContainerRules.Command),
            IntervalSeconds = section.Number("intervalSeconds", defaults.IntervalSeconds, 1, 3600),
            TimeoutSeconds = section.Number("timeoutSeconds", defaults.TimeoutSeconds, 1, 3600),
            Retries = section.Number("retries", defaults.Retries, 1, 100),
        };
    }

    private static void RefuseTwoSources(ConfigSection section, FleetSettings fleet, ContainerSettings container)
    {
        foreach (var variable in container.Secrets.Keys.Where(name => fleet.Environment.ContainsKey(name) || container.Environment.ContainsKey(name)))
            section.Report($"{section.FullKey("secrets", variable)} '{container.Secrets[variable]}' is set in {(container.Environment.ContainsKey(variable) ? "the container's" : "the fleet's")} environment too; a variable has one source", "Remove one of them in the stack's configuration file");
    }
}
