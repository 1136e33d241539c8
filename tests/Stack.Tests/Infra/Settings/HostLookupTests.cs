using Dockerland.Infra.Settings;

namespace Dockerland.Tests.Infra.Settings;

public sealed class HostLookupTests
{
    [Theory]
    [InlineData("db.example.com", "db.example.com")]
    [InlineData("db.example.com.", "db.example.com")]
    [InlineData("db.example.com:5432", "db.example.com")]
    [InlineData("https://user:p@ss@db.example.com:8443/path?q#f", "db.example.com")]
    [InlineData("jdbc:postgresql://db.example.com/shop", "db.example.com")]
    [InlineData("consul://db.example.com:8500", "db.example.com")]
    [InlineData("db.example.com:5000/team/app:1", "db.example.com")]
    [InlineData("a.example.com:9092,b.example.com:9092", "a.example.com b.example.com")]
    [InlineData("operators@db.example.com", "")]
    [InlineData("two words!", "two")]
    [InlineData("", "")]
    public void Names_Are_Found_In_Any_Form(string value, string hosts) => Assert.Equal(hosts, string.Join(' ', HostLookup.HostsIn(value)));

    [Theory]
    [InlineData("dockerland:registryServer", "x.dev.example.com:5000", "dockerland:registryServer")]
    [InlineData("dockerland:swarm", """{"managers":"x.dev.example.com"}""", "dockerland:swarm.managers")]
    [InlineData("dockerland:ssmAgent", """{"url":"https://x.{region}.dev.example.com/{architecture}.deb"}""", "dockerland:ssmAgent.url")]
    [InlineData("dockerland:rancher", """{"discovery":"consul://x.dev.example.com:8500"}""", "dockerland:rancher.discovery")]
    [InlineData("dockerland:rancher", """{"registry":"x.dev.example.com:5000"}""", "dockerland:rancher.registry")]
    [InlineData("dockerland:agents", """{"a1":{"repositories":{"r1":{"source":"https://x.dev.example.com/ stable","key":"-----BEGIN PGP PUBLIC KEY BLOCK-----\nmDMEZ"}}}}""", "dockerland:agents.a1.repositories.r1.source")]
    [InlineData("dockerland:agents", """{"a1":{"downloads":[{"url":"https://x.dev.example.com/a.deb"}]}}""", "dockerland:agents.a1.downloads[0].url")]
    [InlineData("dockerland:fleets", """{"web":{"tags":{"docker.mirror":"x.dev.example.com"}}}""", "dockerland:fleets.web.tags[\"docker.mirror\"]")]
    [InlineData("dockerland:fleets", """{"web":{"environment":{"API":"x.dev.example.com"}}}""", "dockerland:fleets.web.environment.API")]
    [InlineData("dockerland:fleets", """{"web":{"containers":{"main":{"image":"x.dev.example.com/main:1"}}}}""", "dockerland:fleets.web.containers.main.image")]
    [InlineData("dockerland:fleets", """{"web":{"containers":{"main":{"image":"main:1","environment":{"API":"x.dev.example.com"}}}}}""", "dockerland:fleets.web.containers.main.environment.API")]
    public void Whatever_Lets_Hosts_Look_Up_A_Hidden_Name_Is_Named(string key, string value, string named)
    {
        var problems = Problems((key, value));

        Assert.StartsWith($"{named} '", problems, StringComparison.Ordinal);
        Assert.Contains("which the private zone 'dev.example.com' hides from them", problems, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', problems);
    }

    [Fact]
    public void Where_The_Key_Of_A_Repository_Lies_Is_Named() => Assert.StartsWith(
        "dockerland:agents.a1.repositories.r1.key '",
        Problems(("dockerland:fleets", """{"web":{"system":"amazonlinux"}}"""), ("dockerland:agents", """{"a1":{"repositories":{"r1":{"source":"https://yum.example.net","key":"https://x.dev.example.com/k"}}}}""")),
        StringComparison.Ordinal);

    [Fact]
    public void A_Private_Zone_Of_Another_Name_Hides_None() => Assert.Equal("", Problems(("dockerland:registryServer", "x.dev.example.com"), ("dockerland:privateZone", "internal.dev.example.com")));

    [Fact]
    public void What_Is_In_The_Records_Is_Not_Hidden() => Assert.Equal(
        "", Problems(("dockerland:registryServer", "x.dev.example.com"), ("dockerland:records", """[{"name":"X.dev.example.com","type":"A","values":["192.0.2.1"]}]""")));

    private static string Problems(params (string Key, string Value)[] settings)
    {
        var values = new Dictionary<string, string>
        {
            ["aws:region"] = "eu-central-1",
            ["dockerland:zone"] = "dev.example.com",
            ["dockerland:environment"] = "staging",
            ["dockerland:registryUser"] = "dockerland",
            ["dockerland:requireSecrets"] = "false",
            ["dockerland:fleets"] = """{"web":{}}""",
        };
        foreach (var (key, value) in settings) values[key] = value;
        try
        {
            _ = SettingsReader.Read(new(values, new HashSet<string>()) { Images = new HashSet<string> { "webapp" } });
            return "";
        }
        catch (SettingsException error)
        {
            return error.Message;
        }
    }
}
