using FsCheck;
using FsCheck.Fluent;

namespace Dockerland.Tests.Infra.Properties;

/// <summary>Any configuration that is right.</summary>
internal static class AnyStack
{
    /// <summary>An existing network.</summary>
    public const string VpcId = "vpc-0123456789abcdef0";

    private const string Zone = "dev.example.com";

    private static readonly string[] FleetNames = ["api", "balancer", "edge", "jobs-2", "queue", "web"];

    /// <summary>With fewer settings where one with many fails.</summary>
    public static Arbitrary<Configuration> Arbitrary { get; } = Arb.From(Configurations, Smaller.Of);

    /// <summary>A stack whose one fleet has a text of up to 40,000 characters that no packing makes much shorter.</summary>
    public static Arbitrary<Configuration> WithLongText { get; } = Arb.From(
        from length in Gen.Choose(0, 40_000)
        from letters in Gen.ArrayOf(Gen.Choose('!', '~').Select(letter => (char)letter), length)
        let fleets = Any.Whole(("web", Any.Whole(("environment", Any.Whole(("LONG", Any.Quote(new(letters))))))))
        select new Configuration(Base("amd64", hasSwarm: false, fleets)));

    private static Gen<Configuration> Configurations =>
        from architecture in Gen.Elements("amd64", "arm64")
        from hasSwarm in Gen.Elements(true, false)
        from isPrivate in Gen.Elements(true, false)
        from isRancher in Gen.Frequency((1, Gen.Constant(true)), (4, Gen.Constant(false)))
        from fleets in Fleets(new(architecture, Zone, hasSwarm, HasPublicHosts: !isPrivate, isRancher))
        from network in isPrivate ? PrivateNetwork : PublicNetwork
        from zone in Zones
        from hosts in Hosts(architecture)
        from agents in isRancher ? Gen.Constant("{}") : Agents
        from services in Services
        select new Configuration(new[] { Base(architecture, hasSwarm, fleets), network, zone, hosts, agents, services }.Aggregate(Any.Join));

    private static string Base(string architecture, bool hasSwarm, string fleets) => Any.Whole(
        ("aws:region", Any.Quote("eu-central-1")),
        ("dockerland:zone", Any.Quote(Zone)),
        ("dockerland:environment", Any.Quote("staging")),
        ("dockerland:architecture", Any.Quote(architecture)),
        ("dockerland:gossipKey", Any.Quote("MDEyMzQ1Njc4OWFiY2RlZg==")),
        ("dockerland:cookieSecret", Any.Quote("cookie-secret")),
        ("dockerland:gossipPort", hasSwarm ? "7947" : ""),
        ("dockerland:swarm", hasSwarm ? """{"managers":"swarm.example.com","workerToken":"/swarm/worker","managerToken":"/swarm/manager"}""" : ""),
        ("dockerland:fleets", fleets));

    private static Gen<string> Fleets(AnyFleet any) =>
        from names in Any.Some(1, FleetNames)
        from fleets in Gen.CollectToArray(names.Take(3).Select(any.Named))
        select Any.Whole(names.Zip(fleets));

    private static Gen<string> PublicNetwork => Gen.OneOf(
        Any.Object(("dockerland:networkCidr", Any.Word("10.0.0.0/16", "172.20.0.0/21")), ("dockerland:availabilityZones", Any.Words(1, "a", "b", "c", "f"))),
        Gen.Constant(ExistingNetwork()));

    private static Gen<string> PrivateNetwork => Gen.OneOf(
        Any.Object(
            ("dockerland:networkCidr", Any.Word("10.0.0.0/16", "172.20.0.0/20")),
            ("dockerland:availabilityZones", Any.Words(1, "a", "b", "c", "f")),
            ("dockerland:natGateways", Any.Word("one", "zone"))).Select(network => Any.Join("""{"dockerland:privateSubnets":true}""", network)),
        Gen.Constant(ExistingNetwork(("dockerland:privateSubnetIds", """["subnet-0123456789abcdef1"]"""))));

    private static string ExistingNetwork(params (string Key, string Value)[] more) =>
        Any.Whole([("dockerland:vpcId", Any.Quote(VpcId)), ("dockerland:subnetIds", """["subnet-0123456789abcdef0"]"""), .. more]);

    private static Gen<string> Zones =>
        from way in Gen.Elements("{}", """{"dockerland:zoneId":"Z0FOUND"}""", """{"dockerland:zoneExisting":true}""", """{"dockerland:zoneImport":"Z0TAKEN"}""")
        from privateZone in way is "{}" ? Any.Word("internal.example", Zone).Maybe() : Any.Word("internal.example", Zone, "internal." + Zone)
        from keep in Gen.Elements("{}", """{"dockerland:protect":true}""", """{"dockerland:forceDestroy":true}""")
        from others in Any.Object(
            ("dockerland:parentZoneId", Gen.Constant("\"Z0PARENT\"")),
            ("dockerland:records", Any.Some(1, Records).Select(Any.List)))
        select Any.Join(Any.Join(Any.Join(way, keep), Any.Whole(("dockerland:privateZone", privateZone))), others);

    private static string[] Records =>
    [
        """{"name":"dev.example.com","type":"MX","values":["10 mail.example.net"]}""",
        """{"name":"dev.example.com","type":"TXT","values":["v=spf1 -all","a \"b\""]}""",
        """{"name":"*.old.dev.example.com","type":"CNAME","ttl":60,"values":["www.example.net"]}""",
        """{"name":"files.dev.example.com","type":"A","alias":{"name":"d111111abcdef8.cloudfront.net","zoneId":"Z2FDTNDATAQYW2"}}""",
    ];

    private static Gen<string> Hosts(string architecture) => Any.Object(
        ("aws:defaultTags", Any.Object(("owner", Any.Word("platform team", "é 漢", "")), ("cost:center", Any.Word("a+b-c=d._:/@e"))).Select(tags => $$"""{"tags":{{tags}}}""")),
        ("dockerland:hostImage", Gen.Elements("""{"roll":true}""", """{"id":"ami-0123456789abcdef0"}""", """{"owner":"self","filter":"host-*"}""", Any.Whole(("parameter", Any.Quote($"/images/{architecture}"))))),
        ("dockerland:adminKeys", Gen.Constant("""{"alice":["ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ0000000000000000000000000000000000000000 alice's"]}""")),
        ("dockerland:timezone", Any.Word("Europe/Zurich", "Etc/UTC")),
        ("dockerland:packages", Any.Words(0, "htop", "jq", "tmux")),
        ("dockerland:ssmAgent", Gen.Constant("""{"url":"https://packages.example.com/{architecture}/agent.deb"}""")),
        ("dockerland:sshKey", Any.Word("operators")),
        ("dockerland:sshCidrs", Any.Words(0, "192.0.2.0/24", "198.51.100.7/32")));

    private static Gen<string> Agents => Any.Object(
        ("dockerland:agents", Any.Text.Select(content => Any.Whole(("shipper", Agent(content))))),
        ("dockerland:balancerCertificate", Any.Word("/certificates/balancer")));

    private static string Agent(string content) => Any.Whole(
        ("files", Any.Whole(("/etc/shipper.conf", content))),
        ("secrets", """{"KEY":"/shipper/key"}"""),
        ("services", """["shipper.service"]"""));

    private static Gen<string> Services =>
        from registry in Gen.Elements("{}", """{"dockerland:registryServer":"registry.example.com:5000","dockerland:registryUser":"dockerland","dockerland:registryPassword":"password"}""")
        from nodes in Gen.Elements("{}", """{"dockerland:nodeRegistryUrl":"https://nodes.example.com","dockerland:nodeRegistryUser":"operator","dockerland:nodeRegistryKey":"key"}""")
        from others in Any.Object(
            ("dockerland:logRetentionDays", Gen.Elements("1", "30", "3653")),
            ("dockerland:alarmTargets", Any.Words(0, "operators@example.com", "arn:aws:sns:eu-central-1:123456789012:alarms")),
            ("dockerland:parameterKeys", Any.Words(0, "arn:aws:kms:eu-central-1:123456789012:key/00000000-0000-0000-0000-000000000000")),
            ("dockerland:permissionsBoundary", Any.Word("arn:aws:iam::123456789012:policy/boundary")))
        select Any.Join(Any.Join(registry, nodes), others);
}
