using Dockerland.MetadataAgent.Host;
using Dockerland.MetadataAgent.Host.Notices;

namespace Dockerland.Tests.Images.MetadataAgent.Host;

public sealed class DepartureTests
{
    private static readonly DateTimeOffset Now = new(2025, 6, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly HostSettings Settings = HostSettings.Read(["--first", "web.service", "--then", "haproxy.service", "--linger", "100"], _ => null);

    [Fact]
    public void What_Serf_Finds_Goes_At_Once() => Assert.Equal(["web.service"], Stop(after: 0));

    [Fact]
    public void What_A_Record_Finds_Goes_When_The_Record_Has_Had_Its_Time() => Assert.Equal((1, 2), (Stop(after: 99).Count, Stop(after: 100).Count));

    [Fact]
    public void A_Spot_Instance_Has_All_Stopped_Before_Its_End()
    {
        var notice = new SpotNotice("terminate", Now.AddSeconds(80));

        Assert.Equal((1, 2), (Stop(after: 49, notice).Count, Stop(after: 50, notice).Count));
    }

    [Fact]
    public void A_Later_End_Lets_Nothing_Wait_Longer() => Assert.Equal(2, Stop(after: 100, new("terminate", Now.AddSeconds(600))).Count);

    [Fact]
    public void What_Is_Stopped_Is_Not_Stopped_Again() =>
        Assert.Equal(["haproxy.service"], Departure.Stop(Settings, Now, null, [new("web.service", "inactive", "dead"), new("haproxy.service", "active", "running")], Now.AddSeconds(100)));

    [Theory]
    [InlineData("activating", "auto-restart")]
    [InlineData("activating", "start")]
    [InlineData("failed", "failed")]
    public void What_Systemd_Might_Start_Again_Is_Stopped(string active, string sub) => Assert.Equal(["web.service"], Departure.Stop(Settings, Now, null, [new("web.service", active, sub)], Now));

    private static IReadOnlyList<string> Stop(int after, SpotNotice? spot = null) =>
        Departure.Stop(Settings, Now, spot, [new("web.service", "active", "running"), new("haproxy.service", "active", "running")], Now.AddSeconds(after));
}
