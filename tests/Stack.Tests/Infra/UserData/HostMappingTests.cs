using System.Collections.Immutable;
using Dockerland.Infra.Settings;
using Dockerland.Infra.UserData;

namespace Dockerland.Tests.Infra.UserData;

public sealed class HostMappingTests
{
    private static readonly ImmutableSortedDictionary<string, string> None = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    private static readonly StackSettings Stack = new()
    {
        Region = "eu-central-1",
        Zone = "example.com",
        PrivateZone = "internal.example.com",
        Environment = "staging",
        Fleets = ImmutableSortedDictionary<string, FleetSettings>.Empty,
    };

    private static readonly HostParts Parts = new()
    {
        Stack = Stack,
        Fleet = Fleet(new() { Build = "webapp" }),
        Images = None.Add("haproxy", "haproxy:1").Add("webapp", "webapp:1"),
        NetworkCidr = "10.0.0.0/16",
        GossipKeyParameter = "/gossip",
        CookieSecretParameter = "/cookie",
        CertificateParameter = "/pem",
    };

    [Fact]
    public void A_Containers_Variables_Come_Before_Its_Fleets()
    {
        var fleet = Fleet(new() { Build = "webapp", Environment = None.Add("LEVEL", "debug") }) with { Environment = None.Add("LEVEL", "info").Add("ZONE", "a") };

        Assert.Equal(None.Add("LEVEL", "debug").Add("ROLE", "web").Add("ZONE", "a"), Container(Parts with { Fleet = fleet }).Environment);
    }

    [Fact]
    public void A_Backend_Is_Told_How_To_Gossip()
    {
        var container = Container(Parts with { Stack = Stack with { GossipPort = 7956 }, Fleet = Fleet(new() { Image = "any:1", Backend = true }) });

        Assert.Equal("ha.internal.example.com", container.Environment["SERF_JOIN"]);
        Assert.Equal(":7956", container.Addresses["SERF_ADVERTISE"]);
        Assert.Equal(None.Add("SERF_KEY", "/gossip"), container.Secrets);
    }

    [Theory]
    [InlineData("80:3000", "80")]
    [InlineData("53:53/udp 7956:7956 81:3000 82:3001", "81")]
    [InlineData("3000:3000", null)]
    [InlineData("53:5353/udp", null)]
    public void A_Backend_Is_Told_A_Port_That_It_Cannot_Know(string ports, string? expected)
    {
        var fleet = Fleet(new() { Image = "any:1", Backend = true, Ports = [.. ports.Split(' ').Select(port => PortMapping.Find(port)!)] });

        Assert.Equal(expected, Container(Parts with { Stack = Stack with { GossipPort = 7956 }, Fleet = fleet }).Environment.GetValueOrDefault("HOST_PORT"));
    }

    [Fact]
    public void Without_A_Private_Zone_There_Is_Nobody_To_Join() =>
        Assert.DoesNotContain("SERF_JOIN", Container(Parts with { Stack = Stack with { PrivateZone = null } }).Environment.Keys);

    [Fact]
    public void Others_Do_Not_Gossip()
    {
        var container = Container(Parts with { Fleet = Fleet(new() { Image = "any:1" }) });

        Assert.Equal(None.Add("ROLE", "web"), container.Environment);
        Assert.Equal(None.Add("HOST_ADDRESS", ""), container.Addresses);
        Assert.Empty(container.Secrets);
    }

    [Fact]
    public void Only_The_Balancer_Has_Its_Certificate()
    {
        var balancer = Container(Parts with { Fleet = Fleet(new() { Build = "haproxy" }) });

        Assert.Equal(("/pem", "/pem", "eu-central-1"), (Assert.Single(balancer.OwnParameters), balancer.Environment["HAPROXY_CERTIFICATE_PARAMETERS"], balancer.Environment["AWS_REGION"]));
        Assert.Empty(Container(Parts).OwnParameters);
    }

    [Fact]
    public void A_Balancer_Beside_Containers_With_Names_Keeps_Their_Records()
    {
        var balancer = Beside(new() { Image = "login:1", Domain = "login" });

        Assert.Equal(("Z1", "internal.example.com", true), (balancer.Environment["RECORD_ZONE_ID"], balancer.Environment["RECORD_ZONE"], balancer.SeesEngine));
    }

    [Fact]
    public void A_Balancer_Without_Them_Keeps_None()
    {
        var balancer = Beside(new() { Image = "login:1" });

        Assert.Equal((false, false), (balancer.Environment.ContainsKey("RECORD_ZONE_ID"), balancer.SeesEngine));
    }

    private static ContainerSpec Beside(ContainerSettings other)
    {
        var fleet = Parts.Fleet with { Containers = Parts.Fleet.Containers.Clear().Add("ha", new() { Build = "haproxy", CallsAws = true }).Add("login", other) };
        return HostMapping.Describe(Parts with { Fleet = fleet, RecordZoneId = "Z1" }).Containers.Single(container => container.Name is "ha");
    }

    [Fact]
    public void A_Containers_Domain_Is_Its_Variable() =>
        Assert.Equal("login", Container(Parts with { Fleet = Fleet(new() { Image = "login:1", Domain = "login" }) }).Environment["DOMAIN"]);

    [Fact]
    public void Tags_With_The_Prefix_Become_Variables_Where_There_Is_The_Metadata_Image()
    {
        var fleet = Parts.Fleet with { Tags = None.Add("shop.db.host", "db").Add("docker.gpu", "yes") };

        var host = HostMapping.Describe(Parts with { Fleet = fleet, Stack = Stack with { VariablePrefix = "shop." }, Images = Parts.Images.Add("metadata", "metadata:1") });

        Assert.Equal(None.Add("shop.db.host", "DB_HOST"), host.Metadata?.Variables);
    }

    [Theory]
    [InlineData("eu-central-1", "https://s3.{region}.amazonaws.com/amazon-ssm-{region}/latest/debian_{architecture}/amazon-ssm-agent.deb")]
    [InlineData("cn-north-1", "https://s3.{region}.amazonaws.com.cn/amazon-ssm-{region}/latest/debian_{architecture}/amazon-ssm-agent.deb")]
    public void Debian_Gets_The_Ssm_Agent_From_Aws(string region, string url) =>
        Assert.Equal(url, HostMapping.Describe(Parts with { Stack = Stack with { Region = region } }).Agents["amazon-ssm-agent"].Downloads.Single().Url);

    [Fact]
    public void Amazon_Linux_Has_The_Ssm_Agent() =>
        Assert.Empty(HostMapping.Describe(Parts with { Fleet = Parts.Fleet with { System = "amazonlinux" } }).Agents);

    [Theory]
    [InlineData("10.0.0.0/16", "172.30.0.0/16")]
    [InlineData("172.30.0.0/16", "10.254.0.0/16")]
    public void Containers_Have_Addresses_That_The_Vpc_Has_Not(string vpc, string containers) =>
        Assert.Equal(containers, HostMapping.Describe(Parts with { NetworkCidr = vpc }).ContainerNetworks);

    [Theory]
    [InlineData("worker", "/worker")]
    [InlineData("manager", "/manager")]
    public void A_Swarms_Token_Is_That_Of_The_Role(string role, string token)
    {
        var swarm = new SwarmSettings { Managers = "managers.example.com", WorkerToken = "/worker", ManagerToken = "/manager" };

        Assert.Equal(new("managers.example.com:2377", token), HostMapping.Describe(Parts with { Fleet = Parts.Fleet with { Swarm = role }, Stack = Stack with { Swarm = swarm } }).Swarm);
    }

    [Fact]
    public void An_Image_That_Nobody_Builds_Is_Named()
    {
        var error = Assert.Throws<ArgumentException>(() => HostMapping.Describe(Parts with { Fleet = Fleet(new() { Build = "webap" }) }));

        Assert.Equal("Container 'app' runs the image 'webap', which the stack doesn't build. It builds: haproxy, webapp.", error.Message);
    }

    private static ContainerSpec Container(HostParts parts) => Assert.Single(HostMapping.Describe(parts).Containers);

    private static FleetSettings Fleet(ContainerSettings container) =>
        new() { Role = "web", Containers = ImmutableSortedDictionary.Create<string, ContainerSettings>(StringComparer.Ordinal).Add("app", container) };
}
