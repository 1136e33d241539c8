using Dockerland.HaproxyAgent;
using Dockerland.HaproxyAgent.Records;
using Dockerland.Imds;
using Dockerland.Tests.EndToEnd.AwsSdk;
using Dockerland.Tests.EndToEnd.Dns;
using Dockerland.Tests.Support;

namespace Dockerland.Tests.EndToEnd.Images.Records;

/// <summary>What hosts' agents make of a zone, each for itself.</summary>
[Collection(MotoClients.Name)]
public sealed class RecordKeeperTests(MotoFixture moto) : IDisposable
{
    private readonly TempFolder _temp = new();
    private readonly StringWriter _output = new();
    private readonly ShiftedTime _time = new();
    private int _connections;

    public void Dispose()
    {
        _output.Dispose();
        _temp.Dispose();
    }

    [SkippableFact]
    public async Task Hosts_Share_A_Name_And_Each_Leaves_For_Itself()
    {
        var zone = await MotoZone.CreateAsync(moto, "share.example");
        var (one, two) = (Host(zone, "i-1", "10.0.0.1"), Host(zone, "i-2", "10.0.0.2"));
        await RunAsync(one, "login");
        await RunAsync(two, "login", "publish");
        var both = await zone.SeenAsync();

        await one.LeaveAsync(default);

        Assert.Equal(["A login [i-1] 300: 10.0.0.1", "A login [i-2] 300: 10.0.0.2", "A publish [i-2] 300: 10.0.0.2"], both.Where(line => line[0] is 'A'));
        Assert.Equal(["A login [i-2] 300: 10.0.0.2", "A publish [i-2] 300: 10.0.0.2"], (await zone.SeenAsync()).Where(line => line[0] is 'A'));
    }

    [SkippableFact]
    public async Task A_Record_Says_Whose_It_Is()
    {
        var zone = await MotoZone.CreateAsync(moto, "owner.example");

        await RunAsync(Host(zone, "i-1", "10.0.0.1"), "login");

        Assert.Contains("TXT _dockerland.login [i-1] 300: \"heritage=dockerland,owner=web-dev,group=app,instance=i-1\"", await zone.SeenAsync());
    }

    [SkippableFact]
    public async Task A_Foreign_Record_Is_Left_Alone_And_The_Others_Come()
    {
        var zone = await MotoZone.CreateAsync(moto, "foreign.example");
        await zone.PutAsync(1);

        await RunAsync(Host(zone, "i-1", "10.0.0.1"), "login", "other0");

        Assert.Equal(["A login [i-1] 300: 10.0.0.1", "A other0 [] 60: 192.0.2.1"], (await zone.SeenAsync()).Where(line => line[0] is 'A'));
        Assert.Contains("agent: error: record other0.foreign.example: ", _output.ToString(), StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Route53_Is_Not_Asked_While_Nothing_Changes()
    {
        var zone = await MotoZone.CreateAsync(moto, "quiet.example");
        var keeper = Host(zone, "i-1", "10.0.0.1");
        await RunAsync(keeper, "login");
        _time.Pass(15);
        await RunAsync(keeper, "login");
        var before = _connections;

        for (var second = 0; second < 60; second += 2)
        {
            _time.Pass(2);
            await RunAsync(keeper, "login");
        }

        Assert.Equal((2, 2), (before, _connections));
    }

    [SkippableFact]
    public async Task What_Somebody_Removed_Comes_Back()
    {
        var zone = await MotoZone.CreateAsync(moto, "back.example");
        var keeper = Host(zone, "i-1", "10.0.0.1");
        await RunAsync(keeper, "login");
        _time.Pass(15);
        await RunAsync(keeper, "login");
        await Host(zone, "i-1", "10.0.0.1").LeaveAsync(default);
        File.Delete(_temp.File("leaving"));

        _time.Pass(330);
        await RunAsync(keeper, "login");

        Assert.Contains("A login [i-1] 300: 10.0.0.1", await zone.SeenAsync());
    }

    [SkippableTheory]
    [InlineData(14, true)]
    [InlineData(15, false)]
    public async Task A_Name_Goes_When_Its_Last_Container_Is_Gone_For_A_While(int seconds, bool stays)
    {
        var zone = await MotoZone.CreateAsync(moto, $"gone{seconds}.example");
        var keeper = Host(zone, "i-1", "10.0.0.1");
        await RunAsync(keeper, "login");
        _time.Pass(60);
        await RunAsync(keeper, "login");

        _time.Pass(seconds);
        await RunAsync(keeper);

        Assert.Equal(stays, (await zone.SeenAsync()).Contains("A login [i-1] 300: 10.0.0.1"));
    }

    [SkippableFact]
    public async Task What_Was_There_Before_Stays_While_Containers_Start()
    {
        var zone = await MotoZone.CreateAsync(moto, "start.example");
        await RunAsync(Host(zone, "i-1", "10.0.0.1"), "login");
        var restarted = Host(zone, "i-1", "10.0.0.1");

        await RunAsync(restarted);
        var early = await zone.SeenAsync();
        _time.Pass(15);
        await RunAsync(restarted);

        Assert.Equal((2, 0), (early.Length, (await zone.SeenAsync()).Length));
    }

    [SkippableFact]
    public async Task Unknown_Is_Not_Empty()
    {
        var zone = await MotoZone.CreateAsync(moto, "unknown.example");
        await RunAsync(Host(zone, "i-1", "10.0.0.1"), "login");
        var restarted = Host(zone, "i-1", "10.0.0.1");
        _time.Pass(600);

        await restarted.RunOnceAsync(default);

        Assert.Contains("A login [i-1] 300: 10.0.0.1", await zone.SeenAsync());
    }

    private RecordKeeper Host(MotoZone zone, string instance, string address) => new(
        new() { ZoneId = zone.Id, Zone = zone.Name, Stack = "web-dev", Group = "app", Instance = instance, Address = address, LeavingFile = _temp.File("leaving") },
        new ImdsOptions { Endpoint = new("http://127.0.0.1:9") },
        () =>
        {
            _connections++;
            return zone.Client();
        },
        _time,
        new Log(_output));

    private static Task RunAsync(RecordKeeper keeper, params string[] names)
    {
        keeper.Set(names);
        return keeper.RunOnceAsync(default);
    }

    private sealed class ShiftedTime : TimeProvider
    {
        private TimeSpan _shift;

        public void Pass(int seconds) => _shift += TimeSpan.FromSeconds(seconds);

        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + _shift;
    }
}
