using System.Collections.Immutable;
using Dockerland.Infra.Dns;
using Dockerland.Infra.Settings;

namespace Dockerland.Tests.Infra.Dns;

public sealed class PrivateNamesTests
{
    private const string Zone = "example.com";

    private static readonly StackSettings Settings = new()
    {
        Region = "eu-central-1",
        Zone = Zone,
        Environment = "production",
        Records =
        [
            Record("db.example.com", "CNAME"),
            Record("six.example.com", "AAAA"),
            Record("note.example.com", "TXT"),
            Record("*.old.example.com", "A"),
            Record("deep.in.old.example.com", "A"),
            Record("*.text.example.com", "TXT"),
        ],
        Fleets = ImmutableSortedDictionary<string, FleetSettings>.Empty
            .Add("edge", new() { Role = "balancer", Domain = "www.example.com" })
            .Add("api", new() { Role = "api", Domain = Zone, Containers = ImmutableSortedDictionary<string, ContainerSettings>.Empty.Add("main", new() { Domain = "login publish", CallsAws = true }) }),
    };

    [Theory]
    [InlineData("db.example.com")]
    [InlineData("DB.Example.com")]
    [InlineData("six.example.com")]
    [InlineData("www.example.com")]
    [InlineData("nodes.api.example.com")]
    [InlineData("ha.example.com")]
    [InlineData("login.example.com")]
    [InlineData("publish.example.com")]
    [InlineData("a.old.example.com")]
    [InlineData("a.b.old.example.com")]
    public void What_Is_In_The_Zone_Is_Found(string name) => Assert.False(PrivateNames.Of(Zone, Settings).Hides(name));

    [Theory]
    [InlineData("registry.example.com")]
    [InlineData("nodes.gone.example.com")]
    [InlineData("note.example.com")]
    [InlineData("old.example.com")]
    [InlineData("in.old.example.com")]
    [InlineData("other.in.old.example.com")]
    [InlineData("a.text.example.com")]
    [InlineData("a.db.example.com")]
    public void What_Is_Not_In_It_Is_Hidden(string name) => Assert.True(PrivateNames.Of(Zone, Settings).Hides(name));

    [Fact]
    public void A_Fleets_Name_That_Is_The_Zones_Own_Is_Only_In_The_Public_One() => Assert.True(PrivateNames.Of(Zone, Settings).Hides(Zone));

    [Theory]
    [InlineData("registry.example.net")]
    [InlineData("notexample.com")]
    [InlineData("com")]
    public void What_Is_Elsewhere_Is_Not_Hidden(string name) => Assert.False(PrivateNames.Of(Zone, Settings).Hides(name));

    [Fact]
    public void Without_Balancers_Nobody_Keeps_Their_Name() =>
        Assert.True(PrivateNames.Of(Zone, Settings with { Fleets = Settings.Fleets.Remove("edge") }).Hides("ha.example.com"));

    private static RecordSettings Record(string name, string type) => new() { Name = name, Type = type, Values = ["192.0.2.1"] };
}
