using Dockerland.Imds;
using Dockerland.MetadataAgent.Host.Notices;
using Dockerland.Tests.Support.Clouds;

namespace Dockerland.Tests.Images.MetadataAgent.Host.Notices;

public sealed class NoticeReaderTests : IAsyncLifetime
{
    private FakeImds _imds = null!;

    public async Task InitializeAsync() => _imds = await FakeImds.StartAsync();

    public async Task DisposeAsync() => await _imds.DisposeAsync();

    [Fact]
    public async Task Without_Any_There_Is_Nothing_To_Do()
    {
        var notices = await ReadAsync();

        Assert.Equal((HostNotices.None, null), (notices, notices.MustGo));
    }

    [Fact]
    public async Task A_Spot_Notice_Is_A_Must()
    {
        _imds.Metadata["spot/instance-action"] = """{"action": "terminate", "time": "2025-09-18T08:22:00Z"}""";

        Assert.Equal("EC2 will terminate it at 08:22:00", (await ReadAsync()).MustGo);
    }

    [Fact]
    public async Task A_Recommendation_Is_None()
    {
        _imds.Metadata["events/recommendations/rebalance"] = """{"noticeTime": "2025-10-26T08:22:00Z"}""";

        var notices = await ReadAsync();

        Assert.Equal((true, null), (notices.Rebalance, notices.MustGo));
    }

    [Theory]
    [InlineData("Terminated", true)]
    [InlineData("Terminated\n", true)]
    [InlineData("Warmed:Terminated", true)]
    [InlineData("InService", false)]
    [InlineData("Standby", false)]
    [InlineData("Detached", false)]
    [InlineData("Warmed:Stopped", false)]
    public async Task Only_The_End_Of_A_Lifecycle_Is_A_Must(string target, bool must)
    {
        _imds.Metadata["autoscaling/target-lifecycle-state"] = target;

        Assert.Equal(must, (await ReadAsync()).MustGo is not null);
    }

    [Theory]
    [InlineData("soon")]
    [InlineData("{}")]
    [InlineData("""{"action":"terminate","time":"soon"}""")]
    public void What_Cannot_Be_Read_Is_Not_Taken_For_Nothing(string text) => Assert.Throws<ImdsException>(() => NoticeReader.Parse(text));

    private async Task<HostNotices> ReadAsync()
    {
        using var imds = new ImdsClient(new() { Endpoint = new(_imds.Endpoint) }, TimeProvider.System);
        return await new NoticeReader(imds).ReadAsync(CancellationToken.None);
    }
}
