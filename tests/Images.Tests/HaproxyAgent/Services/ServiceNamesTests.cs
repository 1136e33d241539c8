using Dockerland.HaproxyAgent.Services;
using Dockerland.Tests.Support;

namespace Dockerland.Tests.Images.HaproxyAgent.Services;

public sealed class ServiceNamesTests
{
    public static TheoryData<string> Hostile => new(HostileNames.All);

    private static readonly string[] Zones = ["example.com"];

    [Theory]
    [InlineData("login", "service:login")]
    [InlineData("LOGIN", "service:login")]
    [InlineData("login publish", "service:login service:publish")]
    [InlineData("login,publish, login", "service:login service:publish")]
    [InlineData("*.login", "wildcard:login")]
    [InlineData("www.example.org", "service:www.example.org")]
    [InlineData("xn--bcher-kva", "service:xn--bcher-kva")]
    [InlineData("login_service", "service:login_service")]
    public void Names_Stand_With_Commas_Or_Spaces_Between(string text, string backends)
    {
        var names = ServiceNames.Read(text, Zones, out var problem);

        Assert.Equal((backends, null), (string.Join(' ', names.Select(name => name.Backend)), problem));
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    [InlineData("ha.example.com")]
    [InlineData("web.nodes")]
    [InlineData("web.nodes.example.com")]
    [InlineData("members")]
    [InlineData("localhost")]
    [InlineData("_dockerland.login")]
    [InlineData("127.0.0.1")]
    [InlineData("login publish ha")]
    [InlineData(" ")]
    public void One_That_Is_None_Spoils_The_Others(string text)
    {
        var names = ServiceNames.Read(text, Zones, out var problem);

        Assert.Empty(names);
        Assert.NotNull(problem);
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    public void What_Is_Said_Of_It_Is_One_Plain_Line(string text)
    {
        ServiceNames.Read(text, Zones, out var problem);

        Assert.All(problem!, character => Assert.InRange(character, ' ', '~'));
    }
}
