using Dockerland.MetadataAgent.Host;

namespace Dockerland.Tests.Images.MetadataAgent.Host;

public sealed class HostSettingsTests
{
    [Fact]
    public void Options_Name_The_Units_In_Their_Order()
    {
        var settings = HostSettings.Read(["--first", "a.service", "--then", "b.service", "--first", "c.service", "--linger", "162"], _ => null);

        Assert.Equal(("a.service c.service", "b.service", 162), (string.Join(' ', settings.First), string.Join(' ', settings.Then), settings.Linger.TotalSeconds));
    }

    [Fact]
    public void A_Host_Needs_Docker_And_Its_Containers() =>
        Assert.Equal(["docker.service", "a.service", "b.service"], HostSettings.Read(["--then", "b.service", "--first", "a.service"], _ => null).Required);

    [Fact]
    public void A_Unit_May_Fail_For_Three_Minutes_Or_As_Long_As_The_Environment_Says() =>
        Assert.Equal((180, 45), (HostSettings.Read([], _ => null).Patience.TotalSeconds, HostSettings.Read([], name => name is "HOST_PATIENCE_SECONDS" ? "45" : null).Patience.TotalSeconds));

    [Theory]
    [InlineData("29")]
    [InlineData("3601")]
    [InlineData("a while")]
    public void A_Wrong_Time_Is_Named(string text)
    {
        var error = Assert.Throws<AgentException>(() => HostSettings.Read([], _ => text));

        Assert.Equal(($"HOST_PATIENCE_SECONDS is '{text}'; it takes 30 to 3600 seconds.", ExitCodes.Usage), (error.Message, error.ExitCode));
    }

    [Theory]
    [InlineData("'--first' needs a value.", "--first")]
    [InlineData("'--last' is no option of host.", "--last", "a.service")]
    [InlineData("'web' isn't a service's unit, such as web.service.", "--first", "web")]
    [InlineData("--linger is '-1'; it takes 0 to 7200 seconds.", "--linger", "-1")]
    [InlineData("--linger is '7201'; it takes 0 to 7200 seconds.", "--linger", "7201")]
    [InlineData("--linger is 'soon'; it takes 0 to 7200 seconds.", "--linger", "soon")]
    [InlineData("'--leave b.service' is neither a --first nor a --then.", "--first", "a.service", "--leave", "b.service")]
    public void What_Is_Wrong_Is_Named(string message, params string[] arguments)
    {
        var error = Assert.Throws<AgentException>(() => HostSettings.Read(arguments, _ => null));

        Assert.Equal((message, ExitCodes.Usage), (error.Message, error.ExitCode));
    }
}
