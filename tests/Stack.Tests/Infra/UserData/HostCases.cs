using System.Collections.Immutable;
using Dockerland.Infra.Settings;
using Dockerland.Infra.UserData;

namespace Dockerland.Tests.Infra.UserData;

/// <summary>The hosts whose user-data is kept in <c>golden/</c>.</summary>
internal static class HostCases
{
    private static readonly ImmutableSortedDictionary<string, string> None = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    private static readonly StackSettings Stack = new()
    {
        Region = "eu-central-1",
        Zone = "dev.example.com",
        PrivateZone = "dev.example.com",
        Environment = "staging",
        Fleets = ImmutableSortedDictionary<string, FleetSettings>.Empty,
    };

    private static readonly HostParts Parts = new()
    {
        Stack = Stack,
        Fleet = new() { Role = "web", Containers = DefaultContainers.Of("web", 7946) },
        Images = None.Add("webapp", "registry.example.com/webapp:1").Add("haproxy", "registry.example.com/haproxy:1"),
        NetworkCidr = "10.0.0.0/16",
        GossipKeyParameter = "/dockerland/dev/gossip-key",
    };

    /// <summary>By name. All but the first have the runner in their image, so that it isn't repeated.</summary>
    public static ImmutableSortedDictionary<string, Func<HostSpec>> All { get; } = new Dictionary<string, Func<HostSpec>>
    {
        ["debian"] = () => HostMapping.Describe(Parts with { Logins = [new EcrLogin("1.dkr.ecr.eu-central-1.amazonaws.com")] }),
        ["balancer"] = () => Describe(Parts with
        {
            Fleet = new() { Role = "balancer", Environment = None.Add("LEVEL", "info"), Containers = DefaultContainers.Of("balancer", 7946) },
            Logins = [new PasswordLogin("registry.example.com", "dockerland", "/dockerland/dev/registry-password")],
            LogGroup = "/dockerland/dev/balancer",
            CertificateParameter = "/dockerland/dev/balancer-pem",
        }),
        ["metadata"] = () => Describe(Parts with
        {
            Images = Parts.Images.Add("metadata", "registry.example.com/metadata:1"),
            Fleet = Parts.Fleet with { Tags = None.Add("example.db.host", "db.example.com").Add("example.queue.host", "queue.example.com").Add("docker.gpu", "yes") },
            CookieSecretParameter = "/dockerland/dev/cookie-secret",
        }),
        ["nginx"] = () => Describe(Parts with { Fleet = new() { Role = "web", Containers = One("nginx", new() { Image = "nginx", Ports = [new(443, 443)] }) } }),
        ["nginx-of-the-document"] = () => Describe(Parts with
        {
            Fleet = new() { Role = "web" },
            Stack = Stack with { Agents = AgentCases.UnitOfTheDocument },
        }),
        ["log-files"] = () => Describe(Parts with { Fleet = AgentCases.WithLogFiles, LogGroup = "/dockerland/dev/staging/web" }),
        ["log-files-amazonlinux"] = () => Describe(Parts with { Fleet = AgentCases.WithLogFiles with { System = "amazonlinux" }, LogGroup = "/dockerland/dev/staging/web" }),
        ["agents"] = () => Describe(Parts with
        {
            LogGroup = "/dockerland/dev/staging/web",
            Stack = Stack with
            {
                Agents = AgentCases.CloudWatchAndDatadog,
                AdminKeys = Ada,
                Packages = ["htop"],
                Timezone = "Europe/Zurich",
                SsmAgent = new() { Url = "https://packages.example.com/amazon-ssm-agent_{architecture}.deb", Sha256 = new('a', 64) },
                Architecture = "arm64",
            },
        }),
        ["amazonlinux-swarm"] = () => Describe(Parts with
        {
            NetworkCidr = "172.31.0.0/16",
            Fleet = Parts.Fleet with { System = "amazonlinux", Swarm = "worker", Containers = One("lab", new() { Image = "registry.example.com/lab:1", Network = "heig", Command = ["serve", "a b"], Volumes = ["/supervisor:/supervisor:ro"], Health = new() { Command = "curl -f http://localhost/" } }) },
            Stack = Stack with
            {
                Swarm = new() { Managers = "nodes.managers.dev.example.com", WorkerToken = "/dockerland/dev/swarm-worker", ManagerToken = "/dockerland/dev/swarm-manager" },
                Agents = ImmutableSortedDictionary<string, AgentSettings>.Empty.Add("tool", new() { Repositories = Repository("https://rpm.example.com/x86_64", "https://rpm.example.com/key.asc"), Packages = ["tool"] }),
            },
        }),
        ["rancheros"] = () => Describe(Parts with
        {
            Images = Parts.Images.Add("metadata", "deadroot/rancheros-ec2-metadata"),
            Fleet = Parts.Fleet with { System = "rancheros", Tags = None.Add("example.db.host", "db.example.com").Add("example.queue.host", "queue.example.com") },
            Stack = Stack with
            {
                Rancher = new() { Discovery = "consul://consul.example.internal:8500", Registry = "docker.example.internal:5000" },
                AdminKeys = Ada,
            },
        }),
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    public static ImmutableSortedDictionary<string, RepositorySettings> Repository(string source, string key) =>
        ImmutableSortedDictionary<string, RepositorySettings>.Empty.Add("tool", new() { Source = source, Key = key });

    private static ImmutableSortedDictionary<string, ImmutableArray<string>> Ada =>
        ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty.Add("ada", ["ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIA ada@example.com"]);

    private static HostSpec Describe(HostParts parts) => HostMapping.Describe(parts with { Stack = parts.Stack with { HostImage = new() { Id = "ami-0123456789abcdef0", HasRunner = true } } });

    private static ImmutableSortedDictionary<string, ContainerSettings> One(string name, ContainerSettings container) =>
        ImmutableSortedDictionary.Create<string, ContainerSettings>(StringComparer.Ordinal).Add(name, container);
}
