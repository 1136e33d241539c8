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
        select new Configuration(Any.Join(Base("amd64", hasSwarm: false, fleets), Any.Whole(("dockerland:requireSecrets", "false")))));

    private static Gen<Configuration> Configurations =>
        from architecture in Gen.Elements("amd64", "arm64")
        from hasSwarm in Gen.Elements(true, false)
        from isPrivate in Gen.Elements(true, false)
        from systems in Gen.Elements<string[]>(["debian"], ["amazonlinux"], ["debian", "amazonlinux"], ["debian", "rancheros"])
        from prefix in Gen.Elements("example.", "acme.app_2.", "")
        from fleets in Fleets(new(architecture, Zone, hasSwarm, HasPublicHosts: !isPrivate, systems, prefix))
        from network in isPrivate ? PrivateNetwork : PublicNetwork
        from zone in Zones
        from hosts in AnyHosts.Of(architecture, systems)
        from services in AnyServices.Of(systems.Contains("rancheros"))
        select new Configuration(new[] { Base(architecture, hasSwarm, fleets), Prefix(prefix), network, zone, hosts, services }.Aggregate(Any.Join));

    private static string Base(string architecture, bool hasSwarm, string fleets) => Any.Whole(
        ("aws:region", Any.Quote("eu-central-1")),
        ("dockerland:zone", Any.Quote(Zone)),
        ("dockerland:environment", Any.Quote("staging")),
        ("dockerland:architecture", Any.Quote(architecture)),
        ("dockerland:gossipPort", hasSwarm ? "7947" : ""),
        ("dockerland:swarm", hasSwarm ? """{"managers":"swarm.example.com","workerToken":"/swarm/worker","managerToken":"/swarm/manager"}""" : ""),
        ("dockerland:fleets", fleets));

    private static string Prefix(string prefix) => Any.Whole(("dockerland:variablePrefix", prefix is "" ? "" : Any.Quote(prefix)));

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
        """{"name":"files-6.dev.example.com","type":"AAAA","alias":{"name":"balancer-1.eu-central-1.elb.amazonaws.com","zoneId":"Z215JYRZR1TBD5","evaluateHealth":true}}""",
    ];
}
