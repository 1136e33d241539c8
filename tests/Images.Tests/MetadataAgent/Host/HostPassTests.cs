using Dockerland.MetadataAgent.Host;
using Dockerland.MetadataAgent.Host.Notices;
using Dockerland.MetadataAgent.Host.Units;
using Dockerland.Tests.Support;

namespace Dockerland.Tests.Images.MetadataAgent.Host;

public sealed class HostPassTests : IDisposable
{
    private static readonly HostNotices Terminated = new(null, false, "Terminated");
    private static readonly HostNotices Rebalance = new(null, true, "InService");

    private readonly TempFolder _temp = new();
    private readonly FakeHost _host = new();
    private HostPass? _pass;

    public void Dispose() => _temp.Dispose();

    [Fact]
    public async Task A_Host_That_Goes_Stops_What_Serf_Finds_And_Then_The_Rest()
    {
        _host.Notices = Terminated;

        await PassAsync();
        await PassAsync(seconds: 60);
        await PassAsync(seconds: 40);

        Assert.Equal(["leave haproxy.service", "stop web.service", "stop haproxy.service"], _host.Calls);
    }

    [Fact]
    public async Task Records_That_Can_Not_Be_Left_Now_Are_Tried_Again_And_Hold_Up_Nothing()
    {
        _host.Notices = Terminated;
        _host.RecordsAnswer = false;
        await PassAsync();
        _host.RecordsAnswer = true;

        await PassAsync(seconds: 5);
        await PassAsync(seconds: 5);

        Assert.Equal(["stop web.service", "leave haproxy.service"], _host.Calls);
    }

    [Fact]
    public async Task What_Is_Being_Stopped_Is_Not_Told_Again()
    {
        _host.Notices = Terminated;
        _host.IsSlow = true;

        for (var pass = 0; pass < 30; pass++) await PassAsync(seconds: 5);

        Assert.Equal(["leave haproxy.service", "stop web.service", "stop haproxy.service"], _host.Calls);
    }

    [Fact]
    public async Task A_Restart_Of_The_Agent_Forgets_Nothing()
    {
        _host.Notices = Terminated;
        await PassAsync();

        _pass = null;
        await PassAsync(seconds: 100);

        Assert.Equal(["leave haproxy.service", "stop web.service", "leave haproxy.service", "stop haproxy.service"], _host.Calls);
    }

    [Fact]
    public async Task A_Host_That_Stays_After_All_Has_Its_Containers_Back()
    {
        _host.Notices = new(new("hibernate", _host.Now), false, null);
        await PassAsync();
        _host.Notices = HostNotices.None;

        await PassAsync();
        await PassAsync();

        Assert.Equal(["leave haproxy.service", "stop web.service haproxy.service", "restart haproxy.service", "start web.service"], _host.Calls);
    }

    [Fact]
    public async Task A_Service_That_Does_Not_Answer_Calls_Nobody_Back()
    {
        _host.Notices = Terminated;
        await PassAsync();
        _host.Notices = null;

        await PassAsync();

        Assert.Equal(["leave haproxy.service", "stop web.service"], _host.Calls);
    }

    [Fact]
    public async Task A_Recommendation_Waits_Until_Others_Are_In_The_Hosts_Place()
    {
        _host.Notices = Rebalance;
        await PassAsync();
        Assert.Empty(_host.Calls);

        _host.View = _host.View with { Members = [.. _host.View.Members, new("i-3", "InService", true)] };
        await PassAsync();

        Assert.Equal(["leave haproxy.service", "stop web.service"], _host.Calls);
    }

    [Fact]
    public async Task A_Recommendation_Once_Followed_Is_Not_Taken_Back()
    {
        _host.Notices = Rebalance;
        _host.View = _host.View with { Desired = 1 };
        await PassAsync();

        _host.View = _host.View with { Desired = 2 };
        await PassAsync();

        Assert.Equal(["leave haproxy.service", "stop web.service"], _host.Calls);
    }

    [Fact]
    public async Task A_Host_That_Goes_Is_Not_Given_Up_As_Well()
    {
        _host.Fail("web.service");
        _host.Notices = Terminated;

        for (var pass = 0; pass < 60; pass++) await PassAsync(seconds: 5);

        Assert.DoesNotContain("give up", _host.Calls);
    }

    [Fact]
    public async Task What_Failed_Before_A_Host_Went_Does_Not_Count_Once_It_Is_Back()
    {
        _host.Fail("web.service");
        await PassAsync();
        _host.Notices = new(new("hibernate", _host.Now), false, null);
        await PassAsync();
        _host.Notices = HostNotices.None;
        await PassAsync();
        _host.Fail("web.service");

        for (var pass = 0; pass < 30; pass++) await PassAsync(seconds: 5 + (pass is 0 ? 180 : 0));

        Assert.DoesNotContain("give up", _host.Calls);
    }

    [Fact]
    public async Task A_Host_Whose_Container_Fails_Is_Given_Up_Once_In_Its_Turn()
    {
        _host.Fail("web.service");

        for (var pass = 0; pass < 50; pass++) await PassAsync(seconds: 5);

        Assert.Equal(["give up"], _host.Calls);
    }

    [Fact]
    public async Task What_Fails_And_No_Longer_Does_Is_Told_Once()
    {
        _host.Fail("web.service");
        await PassAsync();
        await PassAsync(seconds: 5);
        await _host.DoAsync(UnitVerb.Start, ["web.service"], CancellationToken.None);

        for (var pass = 0; pass < 10; pass++) await PassAsync(seconds: 5);

        Assert.Equal(["web.service failed", "web.service no longer fails"], _host.Said);
    }

    [Fact]
    public async Task A_Host_Whose_Docker_Fails_Is_Given_Up()
    {
        _host.Fail("docker.service");

        for (var pass = 0; pass < 50; pass++) await PassAsync(seconds: 5);

        Assert.Equal(["give up"], _host.Calls);
    }

    [Fact]
    public async Task A_Host_Is_Kept_While_Another_Is_Replaced()
    {
        _host.Fail("web.service");
        _host.View = _host.View with { Members = [new("i-1", "InService", true), new("i-2", "Terminating:Wait", false)] };

        for (var pass = 0; pass < 50; pass++) await PassAsync(seconds: 5);

        Assert.Empty(_host.Calls);
        Assert.Contains("web.service failed for 180 s; the host isn't given up: i-2 of the group web is Terminating:Wait and unhealthy, and only one host is replaced at a time", _host.Said);
    }

    [Fact]
    public async Task A_Host_Without_A_Group_Says_So()
    {
        _host.Fail("web.service");
        _host.HasGroup = false;

        for (var pass = 0; pass < 50; pass++) await PassAsync(seconds: 5);

        Assert.Contains("web.service failed for 180 s, and no group replaces this host", _host.Said);
    }

    private async Task PassAsync(int seconds = 0)
    {
        if (OperatingSystem.IsWindows()) return;
        _host.Shift += TimeSpan.FromSeconds(seconds);
        var settings = HostSettings.Read(["--first", "web.service", "--then", "haproxy.service", "--leave", "haproxy.service", "--linger", "100"], _ => null) with { LeavingFile = _temp.File("leaving") };
        _pass ??= new(settings, "i-1", _host.ReadAsync, _host, _host.LeaveAsync, _host, _host, _host.Said.Add);
        await _pass.RunOnceAsync(CancellationToken.None);
    }
}
