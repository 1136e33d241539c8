using Dockerland.Infra.Settings;
using static Dockerland.Tests.Infra.Settings.SettingsReaderTests;

namespace Dockerland.Tests.Infra.Settings;

public sealed class GroupReaderTests
{
    [Theory]
    [InlineData("{}", 60)]
    [InlineData("""{"warmPool":{"state":"Running"}}""", 60)]
    [InlineData("""{"warmPool":{"state":"Running"},"hooks":{"launchSeconds":30}}""", 30)]
    [InlineData("""{"warmPool":{}}""", 300)]
    [InlineData("""{"warmPool":{"state":"Hibernated"},"hooks":{"terminateSeconds":60}}""", 300)]
    [InlineData("""{"warmPool":{"state":"Stopped"},"hooks":{"launchSeconds":300}}""", 300)]
    public void A_Host_That_Is_Stopped_In_A_Pool_Has_Time_To_Boot(string fleet, int seconds) =>
        Assert.Equal(seconds, SettingsReader.Read(Config(("dockerland:fleets", $$"""{"web":{{fleet}}}"""))).Fleets["web"].Hooks.LaunchSeconds);

    [Theory]
    [InlineData("Stopped")]
    [InlineData("Hibernated")]
    public void It_Cannot_Be_Given_Less(string state) => Assert.StartsWith(
        "dockerland:fleets.web.hooks.launchSeconds '299' is less than the 300 seconds that a host takes to set itself up; in a pool of dockerland:fleets.web.warmPool.state '" + state + "' it is stopped when they are over.",
        ProblemOf(Config(("dockerland:fleets", $$$"""{"web":{"warmPool":{"state":"{{{state}}}"},"hooks":{"launchSeconds":299} } }"""))),
        StringComparison.Ordinal);

    [Fact]
    public void A_New_Host_Counts_And_Is_Judged_Once_It_Can_Have_Booted()
    {
        var fleet = SettingsReader.Read(Config(("dockerland:fleets", """{"web":{}}"""))).Fleets["web"];

        Assert.Equal((HostBoot.Seconds, HostBoot.Seconds), (fleet.Replacement.WarmupSeconds, fleet.HealthCheck.GraceSeconds));
    }
}
