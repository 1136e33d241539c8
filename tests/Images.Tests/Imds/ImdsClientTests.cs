using System.Net;
using System.Net.Sockets;
using Dockerland.Imds;
using Dockerland.Tests.Support;
using Dockerland.Tests.Support.Aws;
using Dockerland.Tests.Support.Clouds;

namespace Dockerland.Tests.Images.Imds;

public sealed class ImdsClientTests : IAsyncLifetime
{
    private readonly ShiftedTime _time = new();
    private FakeImds _imds = null!;

    public async Task InitializeAsync() => _imds = await FakeImds.StartAsync();

    public async Task DisposeAsync() => await _imds.DisposeAsync();

    [Fact]
    public async Task One_Token_Does_For_Many_Questions()
    {
        using var client = Client();

        await client.ReadInstanceIdAsync();
        await client.ReadRegionAsync();

        Assert.Equal(["PUT /latest/api/token", "GET /latest/meta-data/instance-id", "GET /latest/meta-data/placement/region"], _imds.Asked);
    }

    [Fact]
    public async Task A_Token_Is_Renewed_Before_It_Expires()
    {
        using var client = Client();
        await client.ReadInstanceIdAsync();

        _time.Shift = TimeSpan.FromHours(5.5);
        await client.ReadInstanceIdAsync();

        Assert.Equal(2, TokensAsked);
    }

    [Fact]
    public async Task A_Token_That_Is_Not_Taken_Any_More_Is_Renewed()
    {
        using var client = Client();
        await client.ReadInstanceIdAsync();
        _imds.ForgetTokens();

        Assert.Equal("i-0123456789abcdef0", await client.ReadInstanceIdAsync());
    }

    [Fact]
    public async Task What_The_Service_Does_Not_Have_Is_Null()
    {
        using var client = Client();

        Assert.Null(await client.FindAsync("spot/instance-action"));
    }

    [Fact]
    public async Task A_Path_That_Must_Be_There_Is_Named()
    {
        using var client = Client();

        var error = await Assert.ThrowsAsync<ImdsException>(() => client.ReadAsync("no/such"));

        Assert.Equal($"The metadata service at {_imds.Endpoint}/ has no 'no/such'.", error.Message);
    }

    [Fact]
    public async Task A_Service_That_Fails_For_A_While_Is_Asked_Again()
    {
        using var client = Client();
        _imds.Failures = 3;

        Assert.Equal("eu-central-1", await client.ReadRegionAsync());
    }

    [Fact]
    public async Task A_Service_That_Goes_On_Failing_Is_Given_Up_At_The_Deadline()
    {
        using var client = HastyClient(_imds.Endpoint, patience: 10);
        _imds.Failures = int.MaxValue;

        var error = await Assert.ThrowsAsync<ImdsException>(() => client.ReadRegionAsync());

        Assert.StartsWith($"The metadata service at {_imds.Endpoint}/ answers 503 when asked for a session token. Asked for ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tries_Go_On_Until_Less_Than_A_Pause_Is_Left()
    {
        using var client = new ImdsClient(new() { Endpoint = new(_imds.Endpoint), Deadline = TimeSpan.FromSeconds(0.5), FirstPause = TimeSpan.FromMilliseconds(20), MostPause = TimeSpan.FromMilliseconds(20) }, _time);
        _imds.Failures = int.MaxValue;
        var begin = _time.GetTimestamp();

        await Assert.ThrowsAsync<ImdsException>(() => client.ReadRegionAsync());

        Assert.InRange(_time.GetElapsedTime(begin).TotalSeconds, 0.48, double.MaxValue);
    }

    [Fact]
    public async Task A_Token_Request_That_Is_Never_Answered_Is_The_Hop_Limit()
    {
        using var client = HastyClient(_imds.Endpoint, patience: 1);
        _imds.GivesTokens = false;

        var error = await Assert.ThrowsAsync<ImdsException>(() => client.ReadRegionAsync());

        Assert.Contains("set http_put_response_hop_limit to 2 in the instance's metadata options, or run the container on the host's network", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Machine_Without_The_Service_Is_Not_Taken_For_A_Hop_Too_Far()
    {
        using var client = HastyClient($"http://127.0.0.1:{FreePort.Next()}", patience: 10);

        var error = await Assert.ThrowsAsync<ImdsException>(() => client.ReadRegionAsync());

        Assert.Contains("can't be reached (ConnectionRefused): this is no EC2 instance, its metadata endpoint is disabled, or there is no network yet.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Connection_That_Is_Not_Made_Is_Not_Taken_For_A_Hop_Too_Far()
    {
        // Nobody takes what waits in a full queue.
        using var listener = new Socket(SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen(0);
        using var queued = new Socket(SocketType.Stream, ProtocolType.Tcp);
        using var further = new Socket(SocketType.Stream, ProtocolType.Tcp);
        queued.Connect(listener.LocalEndPoint!);
        _ = further.BeginConnect(listener.LocalEndPoint!, null, null);
        using var client = HastyClient($"http://{listener.LocalEndPoint}", patience: 2);

        var error = await Assert.ThrowsAsync<ImdsException>(() => client.ReadRegionAsync());

        Assert.Contains("can't be reached (TimedOut)", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Disabled_Service_Is_Said_To_Be_So_At_Once()
    {
        await using var server = await CannedServer.StartAsync();
        server.Answer = new(403, "text/plain", "");
        using var client = HastyClient(server.Endpoint.OriginalString, patience: 10);

        var error = await Assert.ThrowsAsync<ImdsException>(() => client.ReadRegionAsync());

        Assert.Contains("refuses a session token (403): it is disabled in the instance's metadata options", error.Message, StringComparison.Ordinal);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Tags_Are_Read_As_They_Are()
    {
        _imds.Tags = new Dictionary<string, string> { ["docker.role"] = "web", ["a=b:c@d,e+f"] = "ü \"$x\" %n\n", ["empty"] = "" };
        using var client = Client();

        Assert.Equal(_imds.Tags.OrderBy(tag => tag.Key, StringComparer.Ordinal), await client.FindTagsAsync());
    }

    [Fact]
    public async Task Tags_That_The_Instance_May_Not_See_Are_Not_No_Tags()
    {
        using var client = Client();
        Assert.Empty((await client.FindTagsAsync())!);

        _imds.Tags = null;

        Assert.Null(await client.FindTagsAsync());
    }

    [Fact]
    public async Task The_Region_Of_A_Local_Zone_Is_Its_Own()
    {
        _imds.Metadata["placement/availability-zone"] = "us-west-2-lax-1a";
        _imds.Metadata["placement/region"] = "us-west-2";
        using var client = Client();

        Assert.Equal("us-west-2", await client.ReadRegionAsync());
    }

    private int TokensAsked => _imds.Asked.Count(question => question.StartsWith("PUT", StringComparison.Ordinal));

    private ImdsClient Client() => new(new() { Endpoint = new(_imds.Endpoint), FirstPause = TimeSpan.FromMilliseconds(5) }, _time);

    private ImdsClient HastyClient(string endpoint, double patience) =>
        new(new() { Endpoint = new(endpoint), Patience = TimeSpan.FromSeconds(patience), Deadline = TimeSpan.FromSeconds(0.5), FirstPause = TimeSpan.FromMilliseconds(20) }, _time);

    private sealed class ShiftedTime : TimeProvider
    {
        public TimeSpan Shift { get; set; }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Shift;
    }
}
