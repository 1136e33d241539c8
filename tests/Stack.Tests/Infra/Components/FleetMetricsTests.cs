using Dockerland.Infra.Components;
using Dockerland.Infra.Settings;

namespace Dockerland.Tests.Infra.Components;

public sealed class FleetMetricsTests
{
    [Fact]
    public void Settings_Take_The_Metrics_That_There_Are() => Assert.Equal(FleetMetrics.Names, GroupReader.Metrics.Order(StringComparer.Ordinal));

    [Fact]
    public void An_Unknown_Metric_Is_Told_With_Those_That_There_Are()
    {
        var error = Assert.Throws<ArgumentException>(() => FleetMetrics.Find("GroupSize"));

        Assert.StartsWith("'GroupSize' is no metric of a group; there are GroupAndWarmPoolDesiredCapacity, ", error.Message, StringComparison.Ordinal);
    }
}
