using Dockerland.Imds;
using Dockerland.MetadataAgent.Host;
using Dockerland.MetadataAgent.Host.Groups;
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

        Assert.Equal(["stop web.service", "stop haproxy.service"], _host.Calls);
    }

    [Fact]
    public async Task A_Restart_Of_The_Agent_Forgets_Nothing()
    {
        _host.Notices = Terminated;
        await PassAsync();

        _pass = null;
        await PassAsync(seconds: 100);

        Assert.Equal(["stop web.service", "stop haproxy.service"], _host.Calls);
    }

    [Fact]
    public async Task A_Host_That_Stays_After_All_Has_Its_Containers_Back()
    {
        _host.Notices = new(new("hibernate", _host.Now), false, null);
        await PassAsync();
        _host.Notices = HostNotices.None;

        await PassAsync();
        await PassAsync();

        Assert.Equal(["stop web.service haproxy.service", "start web.service haproxy.service"], _host.Calls);
    }

    [Fact]
    public async Task A_Service_That_Does_Not_Answer_Calls_Nobody_Back()
    {
        _host.Notices = Terminated;
        await PassAsync();
        _host.Notices = null;

        await PassAsync();

        Assert.Equal(["stop web.service"], _host.Calls);
    }

    [Fact]
    public async Task A_Recommendation_Waits_Until_Others_Are_In_The_Hosts_Place()
    {
        _host.Notices = Rebalance;
        await PassAsync();
        Assert.Empty(_host.Calls);

        _host.View = _host.View with { Members = [.. _host.View.Members, new("i-3", "InService", true)] };
        await PassAsync();

        Assert.Equal(["stop web.service"], _host.Calls);
    }

    [Fact]
    public async Task A_Recommendation_Once_Followed_Is_Not_Taken_Back()
    {
        _host.Notices = Rebalance;
        _host.View = _host.View with { Desired = 1 };
        await PassAsync();

        _host.View = _host.View with { Desired = 2 };
        await PassAsync();

        Assert.Equal(["stop web.service"], _host.Calls);
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
    public async Task A_Host_Whose_Container_Fails_Is_Given_Up_Once_In_Its_Turn()
    {
        _host.Fail("web.service");

        for (var pass = 0; pass < 50; pass++) await PassAsync(seconds: 5);

        Assert.Equal(["give up"], _host.Calls);
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
        Assert.Contains("web.service failed for 3 minutes; the host isn't given up: i-2 of the group web is Terminating:Wait and unhealthy, and only one host is replaced at a time", _host.Said);
    }

    [Fact]
    public async Task A_Host_Without_A_Group_Says_So()
    {
        _host.Fail("web.service");
        _host.HasGroup = false;

        for (var pass = 0; pass < 50; pass++) await PassAsync(seconds: 5);

        Assert.Contains("web.service failed for 3 minutes, and no group replaces this host", _host.Said);
    }

    private async Task PassAsync(int seconds = 0)
    {
        if (OperatingSystem.IsWindows()) return;
        _host.Shift += TimeSpan.FromSeconds(seconds);
        var settings = HostSettings.Read(["--first", "web.service", "--then", "haproxy.service", "--linger", "100"]) with { LeavingFile = _temp.File("leaving") };
        _pass ??= new(settings, "i-1", _host.ReadAsync, _host, _host, _host, _host.Said.Add);
        await _pass.RunOnceAsync(CancellationToken.None);
    }

    /// <summary>A host of a group of two, with a time of its own, which writes down what is done to it.</summary>
    private sealed class FakeHost : TimeProvider, ISystemd, IGroup
    {
        private readonly Dictionary<string, UnitState> _units = new[] { "docker.service", "web.service", "haproxy.service" }.ToDictionary(name => name, name => new UnitState(name, "active", "running"));

        public HostNotices? Notices { get; set; } = HostNotices.None;
        public GroupView View { get; set; } = new("web", 2, [new("i-1", "InService", true), new("i-2", "InService", true)]);
        public bool HasGroup { get; set; } = true;
        public List<string> Calls { get; } = [];
        public List<string> Said { get; } = [];
        public TimeSpan Shift { get; set; }
        public DateTimeOffset Now => new DateTimeOffset(2025, 6, 1, 12, 0, 0, TimeSpan.Zero) + Shift;

        public override DateTimeOffset GetUtcNow() => Now;

        public void Fail(string unit) => _units[unit] = new(unit, "activating", "auto-restart");

        public Task<HostNotices> ReadAsync(CancellationToken cancellationToken) => Task.FromResult(Notices ?? throw new ImdsException("no answer"));

        public Task<IReadOnlyList<UnitState>> ShowAsync(IReadOnlyCollection<string> units, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<UnitState>>([.. units.Select(name => _units[name])]);

        public Task StopAsync(IReadOnlyCollection<string> units, CancellationToken cancellationToken) => Change("stop", units, "inactive", "dead");

        public Task StartAsync(IReadOnlyCollection<string> units, CancellationToken cancellationToken) => Change("start", units, "active", "running");

        public Task<GroupView?> FindAsync(string id, CancellationToken cancellationToken) => Task.FromResult(HasGroup ? View : null);

        public Task GiveUpAsync(string id, CancellationToken cancellationToken)
        {
            Calls.Add("give up");
            View = View with { Members = [.. View.Members.Select(member => member.Id == id ? member with { IsHealthy = false } : member)] };
            return Task.CompletedTask;
        }

        private Task Change(string verb, IReadOnlyCollection<string> units, string active, string sub)
        {
            Calls.Add($"{verb} {string.Join(' ', units)}");
            foreach (var name in units) _units[name] = new(name, active, sub);
            return Task.CompletedTask;
        }
    }
}
