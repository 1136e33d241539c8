using Dockerland.MetadataAgent;
using Dockerland.MetadataAgent.Host;

namespace Dockerland.Tests.Images.MetadataAgent.Host;

public sealed class HostSettingsTests
{
    [Fact]
    public void Options_Name_The_Units_In_Their_Order()
    {
        var settings = HostSettings.Read(["--first", "a.service", "--then", "b.service", "--first", "c.service", "--linger", "162"]);

        Assert.Equal(("a.service c.service", "b.service", 162), (string.Join(' ', settings.First), string.Join(' ', settings.Then), settings.Linger.TotalSeconds));
    }

    [Fact]
    public void A_Host_Needs_Docker_And_Its_Containers() =>
        Assert.Equal(["docker.service", "a.service", "b.service"], HostSettings.Read(["--then", "b.service", "--first", "a.service"]).Required);

    [Theory]
    [InlineData("'--first' needs a value.", "--first")]
    [InlineData("'--last' is no option of host.", "--last", "a.service")]
    [InlineData("'web' isn't a service's unit, such as web.service.", "--first", "web")]
    [InlineData("'--linger -1' takes 0 to 7200 seconds.", "--linger", "-1")]
    [InlineData("'--linger soon' takes 0 to 7200 seconds.", "--linger", "soon")]
    public void What_Is_Wrong_Is_Named(string message, params string[] arguments)
    {
        var error = Assert.Throws<AgentException>(() => HostSettings.Read(arguments));

        Assert.Equal((message, ExitCodes.Usage), (error.Message, error.ExitCode));
    }
}
