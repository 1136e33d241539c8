using Dockerland.Infra.Settings;

namespace Dockerland.Tests.Infra.Settings;

public sealed class SettingsReaderTests
{
    private static readonly HashSet<string> Secrets = [.. SettingKeys.Secrets.Select(key => $"dockerland:{key}")];

    private const string GossipKey = "MDEyMzQ1Njc4OWFiY2RlZg==";

    [Fact]
    public void The_Least_Configuration_Is_Completed_With_Defaults()
    {
        var settings = SettingsReader.Read(Config());

        Assert.Equal<string>(["a", "b", "c"], settings.AvailabilityZones);
    }

    [Fact]
    public void A_Fleet_Is_Read_Whole()
    {
        var fleet = Fleet("""{"role":"frontend","instanceTypes":["t3a.small"],"min":2,"max":"3","domain":"www.dev.example.com","tags":{"example.db.host":"db","docker.gpu":true},"environment":{"LEVEL":5}}""");

        Assert.Equal(
            "frontend t3a.small 2 3 www.dev.example.com docker.gpu=true,example.db.host=db LEVEL=5",
            $"{fleet.Role} {fleet.InstanceTypes[0]} {fleet.Min} {fleet.Max} {fleet.Domain} {Text(fleet.Tags)} {Text(fleet.Environment)}");
    }

    [Fact]
    public void A_Key_Without_A_Value_Is_One_That_Is_Not_Set() => Assert.Equal("t3.small", Fleet("""{"instanceTypes":null}""").InstanceTypes[0]);

    [Fact]
    public void A_Fleet_Has_Its_Name_For_A_Role() => Assert.Equal("web", Fleet("{}").Role);

    [Theory]
    [InlineData("dockerland:zone", "a..b", "dockerland:zone 'a..b' has an empty label; labels stand between single dots. Set it: pulumi config set dockerland:zone dev.example.com")]
    [InlineData("dockerland:zone", "", "dockerland:zone '' is empty. Set it: pulumi config set dockerland:zone dev.example.com")]
    [InlineData("aws:region", "europe", "aws:region 'europe' is not an AWS region. Set it: pulumi config set aws:region eu-central-1")]
    [InlineData("dockerland:zoneImport", "zone", "dockerland:zoneImport 'zone' is not a hosted zone's id: 1 to 32 capital letters and digits. Set it: pulumi config set dockerland:zoneImport Z0123456789ABC")]
    [InlineData("dockerland:environment", "a b", "dockerland:environment 'a b' is not 1 to 63 letters, digits, '.', '_' and '-'. Set it: pulumi config set dockerland:environment staging")]
    [InlineData("dockerland:forceDestroy", "maybe", "dockerland:forceDestroy 'maybe' is neither true nor false. Set it: pulumi config set dockerland:forceDestroy false")]
    [InlineData("dockerland:networkCidr", "10.0.0.1/16", "dockerland:networkCidr '10.0.0.1/16' is not an IPv4 range whose address is the first of it. Set it: pulumi config set dockerland:networkCidr 10.0.0.0/16")]
    [InlineData("dockerland:availabilityZones", "a", "dockerland:availabilityZones 'a' is not a list. Set it: pulumi config set --path 'dockerland:availabilityZones[0]' a")]
    [InlineData("dockerland:availabilityZones", "[]", "dockerland:availabilityZones '[]' has no item; it has at least one. Set it: pulumi config set --path 'dockerland:availabilityZones[0]' a")]
    [InlineData("dockerland:availabilityZones", """["a","1a"]""", "dockerland:availabilityZones[1] '1a' is not an availability zone's letter, a to h. Set it: pulumi config set --path 'dockerland:availabilityZones[1]' b")]
    [InlineData("dockerland:availabilityZones", """["a","a"]""", "dockerland:availabilityZones[1] 'a' is there twice. Remove it: pulumi config rm --path 'dockerland:availabilityZones[1]'")]
    [InlineData("dockerland:availabilityZones", """["1a","a","b","c","d","e","f","g","h"]""", "dockerland:availabilityZones[0] '1a' is not an availability zone's letter, a to h. Remove it: pulumi config rm --path 'dockerland:availabilityZones[0]'")]
    [InlineData("dockerland:hostImage", "debian", "dockerland:hostImage 'debian' is not an object of named values. Change it in the stack's configuration file")]
    [InlineData("dockerland:baseImage", "a b", "dockerland:baseImage 'a b' is not an image's name. Set it: pulumi config set dockerland:baseImage debian:bookworm-slim")]
    [InlineData("dockerland:registryServer", "https://r", "dockerland:registryServer 'https://r' is not a registry's host name with at most a port. Set it: pulumi config set dockerland:registryServer registry.example.com")]
    [InlineData("dockerland:nodeRegistryUrl", "http://n", "dockerland:nodeRegistryUrl 'http://n' is not an https address without user or password. Set it: pulumi config set dockerland:nodeRegistryUrl https://nodes.example.com")]
    [InlineData("dockerland:nodeRegistryUrl", "http://localhost.example.com", "dockerland:nodeRegistryUrl 'http://localhost.example.com' is not an https address without user or password. Set it: pulumi config set dockerland:nodeRegistryUrl https://nodes.example.com")]
    [InlineData("dockerland:nodeRegistryUser", "a:b", "dockerland:nodeRegistryUser 'a:b' has a ':', which no user's name has. Set it: pulumi config set dockerland:nodeRegistryUser dockerland")]
    [InlineData("dockerland:fleets", "web", "dockerland:fleets 'web' is not an object of named values. Change it in the stack's configuration file")]
    public void A_Wrong_Value_Is_Named_With_Its_Limit_And_Its_Fix(string key, string value, string problem) =>
        Assert.Equal(problem, ProblemOf(Config(
            ("dockerland:registryUser", "dockerland"), ("dockerland:registryPassword", "password"), ("dockerland:nodeRegistryKey", "key"), (key, value))));

    [Theory]
    [InlineData("""{"a.b":"x"}""", "dockerland:fleets.web[\"a.b\"] is not a setting; the nearest is dockerland:fleets.web.max. Rename it, or remove it: pulumi config rm --path 'dockerland:fleets.web[\"a.b\"]'")]
    [InlineData("""{"min":-1}""", "dockerland:fleets.web.min '-1' is not a whole number from 0 to 1000. Set it: pulumi config set --path dockerland:fleets.web.min 1")]
    [InlineData("""{"instanceTypes":["big"]}""", "dockerland:fleets.web.instanceTypes[0] 'big' is not an instance type. Set it: pulumi config set --path 'dockerland:fleets.web.instanceTypes[0]' t3.small")]
    [InlineData("""{"environment":{"A":"x\ny"}}""", "dockerland:fleets.web.environment.A 'x\\ny' has a control character; settings are plain text. Change it in the stack's configuration file")]
    public void A_Wrong_Fleet_Is_Named_With_Its_Limit_And_Its_Fix(string fleet, string problem) =>
        Assert.Equal(problem, ProblemOf(Config(("dockerland:fleets", $$"""{"web":{{fleet}}}"""))));

    [Fact]
    public void A_Fleet_Has_A_Name_That_Resources_Can_Have() => Assert.Equal(
        "dockerland:fleets.Web_1 is not a fleet's name: 1 to 30 small letters, digits and '-', beginning with a letter. Rename the fleet in the stack's configuration file",
        ProblemOf(Config(("dockerland:fleets", """{"Web_1":{}}"""))));

    [Fact]
    public void Two_Wrong_Items_Are_Not_Mended_Alike() => Assert.Equal(
        ["a", "b"],
        ProblemOf(Config(("dockerland:availabilityZones", """["x","y"]"""))).Split('\n').Select(problem => problem[^1..]));

    [Fact]
    public void Every_Problem_Is_Reported_At_Once() => Assert.Equal(
        """
        dockerland:environment is not set. Set it: pulumi config set dockerland:environment staging
        dockerland:fleets is not set. Set it: pulumi config set --path dockerland:fleets.web.role web
        dockerland:zone is not set. Set it: pulumi config set dockerland:zone dev.example.com
        aws:region is not set. Set it: pulumi config set aws:region eu-central-1
        """.Split('\n').Order(StringComparer.Ordinal),
        ProblemOf(new(new Dictionary<string, string>(), new HashSet<string>())).Split('\n').Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("https://nodes.example.com/base")]
    [InlineData("http://localhost:8080")]
    [InlineData("http://127.0.0.1:8080")]
    public void A_Node_Registry_On_This_Machine_Needs_No_Tls(string url) => Assert.Equal(
        url,
        SettingsReader.Read(Config(("dockerland:nodeRegistryUrl", url), ("dockerland:nodeRegistryUser", "dockerland"), ("dockerland:nodeRegistryKey", "key"))).NodeRegistryUrl);

    [Theory]
    [InlineData("b", "10.0.1.0/24")]
    [InlineData("h", "10.0.7.0/24")]
    public void A_Subnet_Goes_By_Its_Zones_Letter(string letter, string subnet) =>
        Assert.Equal(subnet, AddressRange.Parse("10.0.0.0/16").Subnet(letter));

    internal static StackConfig Config(params (string Key, string Value)[] changes)
    {
        var values = new Dictionary<string, string>
        {
            ["aws:region"] = "eu-central-1",
            ["dockerland:zone"] = "dev.example.com",
            ["dockerland:environment"] = "staging",
            ["dockerland:fleets"] = """{"web":{}}""",
            ["dockerland:gossipKey"] = GossipKey,
            ["dockerland:cookieSecret"] = "cookie-secret",
            ["dockerland:alarmTargets"] = """["operators@example.com"]""",
        };
        foreach (var (key, value) in changes) values[key] = value;
        return new(values, Secrets) { Images = new HashSet<string> { "haproxy", "webapp" } };
    }

    internal static string ProblemOf(StackConfig config) =>
        Assert.Throws<SettingsException>(() => SettingsReader.Read(config)).Message;

    private static FleetSettings Fleet(string json) =>
        SettingsReader.Read(Config(("dockerland:fleets", $$"""{"web":{{json}}}"""))).Fleets["web"];

    private static string Text(IEnumerable<KeyValuePair<string, string>> values) => string.Join(',', values.Select(value => $"{value.Key}={value.Value}"));
}
