using System.Collections.Immutable;
using System.Text.Json;
using Dockerland.DnsUpdater.Telemetry;
using Dockerland.Tests.Updater.Dns;

namespace Dockerland.Tests.Updater.DnsUpdater.Telemetry;

public sealed class MetricsTests
{
    private static readonly RunSummary Summary = new(["web"], 2, ["create A www.example.com"], ImmutableSortedDictionary<string, int>.Empty.Add("Unhealthy", 3), [], [], [], ["a problem"], [])
    {
        Latency = TimeSpan.FromMilliseconds(1500),
    };

    [Fact]
    public void Every_Metric_Has_A_Value_And_A_Dimension() => Assert.All(Lines(Summary), line =>
    {
        var directive = line.GetProperty("_aws").GetProperty("CloudWatchMetrics")[0];
        Assert.Equal("Dockerland/DnsUpdater", directive.GetProperty("Namespace").GetString());
        Assert.All(directive.GetProperty("Metrics").EnumerateArray(), metric => Assert.Equal(JsonValueKind.Number, line.GetProperty(metric.GetProperty("Name").GetString()!).ValueKind));
        Assert.All(directive.GetProperty("Dimensions")[0].EnumerateArray(), dimension => Assert.Equal(JsonValueKind.String, line.GetProperty(dimension.GetString()!).ValueKind));
    });

    [Theory]
    [InlineData("Changes", 1)]
    [InlineData("NoOpRuns", 0)]
    [InlineData("Problems", 1)]
    [InlineData("OldestDifferenceSeconds", 42)]
    [InlineData("EventToChangeMilliseconds", 1500)]
    public void A_Run_Is_Counted(string metric, double value) => Assert.Equal(value, Lines(Summary)[0].GetProperty(metric).GetDouble());

    [Fact]
    public void What_Is_Left_Out_Is_Counted_By_Reason()
    {
        var line = Lines(Summary)[1];

        Assert.Equal(("Unhealthy", 3), (line.GetProperty("Reason").GetString(), line.GetProperty("Skipped").GetInt32()));
    }

    [Fact]
    public void A_Run_Without_An_Event_Has_No_Latency() =>
        Assert.False(Lines(Summary with { Latency = null })[0].TryGetProperty("EventToChangeMilliseconds", out _));

    private static JsonElement[] Lines(RunSummary summary)
    {
        using var output = new StringWriter();
        var time = new SkippingTime();
        new Metrics(new Log(output, time), time, "demo-dev").Write(summary, TimeSpan.FromSeconds(42));
        return [.. output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonElement.Parse(line))];
    }
}
