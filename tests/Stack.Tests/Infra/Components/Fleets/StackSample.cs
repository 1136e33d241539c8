using System.Collections.Immutable;
using Dockerland.Infra;
using Dockerland.Infra.Settings;
using Pulumi;
using static Dockerland.Tests.Infra.Components.Fleets.FleetSample;

namespace Dockerland.Tests.Infra.Components.Fleets;

/// <summary>A stack with a fleet to change one thing of: what others than the fleet's own component make of its settings.</summary>
internal static class StackSample
{
    public static FleetSettings Fleet { get; } = new()
    {
        Role = "web",
        Domain = "www.example.com",
        HostImage = new() { Id = "ami-1" },
        Environment = Sorted(("GREETING", "hello")),
        Containers = Sorted(("api", new ContainerSettings
        {
            Build = "webapp",
            Ports = [new(3000, 3000)],
            Environment = Sorted(("COLOUR", "blue")),
            Secrets = Sorted(("API_KEY", "/web/api-key")),
            Volumes = ["data:/var/lib/data"],
            Command = ["node", "server.js"],
            Network = "backend",
            Health = new() { Command = "curl -fs http://localhost:3000/" },
        })),
    };

    /// <summary>Registers the stack with the fleet and a balancer beside it.</summary>
    public static Action<ResourceTransformation> With(FleetSettings fleet) => record => _ = new DockerlandStack(
        new(
            new()
            {
                Region = "eu-central-1",
                Zone = "example.com",
                PrivateZone = "example.com",
                Environment = "staging",
                GossipPort = 7950,
                Swarm = new() { Managers = "managers.example.com", WorkerToken = "/swarm/worker", ManagerToken = "/swarm/manager" },
                Fleets = Sorted((Name, fleet), ("edge", new() { Role = "balancer", Containers = DefaultContainers.Of("balancer", 7950) })),
            },
            ImmutableSortedDictionary<string, ImageSource>.Empty.AddRange(Images),
            new(PackageSource.DnsUpdater, "lambdas/DnsUpdater", "bootstrap", "amd64", "hash")),
        new() { ResourceTransformations = { record } });

    private static IEnumerable<KeyValuePair<string, ImageSource>> Images { get; } =
        [.. ComponentNames.Images.Select(image => KeyValuePair.Create(image, new ImageSource(image, $"../images/{image}", "0123456789abcdef")))];
}
