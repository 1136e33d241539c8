using Dockerland.Cli.Bench.Dns;

namespace Dockerland.Tests.Stack.Cli.Bench.Dns;

public sealed class DnsGoalsTests
{
    [Fact]
    public void Good_Measures_Meet_Every_Goal() => Assert.Empty(Missed(DnsMeasures.Good));

    [Fact]
    public void A_Slow_First_Invocation_Misses_Its_Time_And_Both_Ratios() => Assert.Equal(
        [
            "MISSED: 3 instances, cold, ms: 40.0, at most 25",
            "MISSED: 3 instances, cold, times as fast as SDK 2: 4.5, at least 6",
            "MISSED: 3 instances, cold, times as fast as SDK 3: 2.5, at least 4",
        ],
        Missed(DnsMeasures.With(DnsMeasures.Of(DnsWay.Native, cold: 40))));

    [Fact]
    public void A_Quick_Baseline_Misses_Its_Ratio_Alone() => Assert.Equal(
        ["MISSED: 3 instances, cold, times as fast as SDK 3: 3.0, at least 4"],
        Missed(DnsMeasures.With(DnsMeasures.Of(DnsWay.NodeV3, cold: 60))));

    [Fact]
    public void A_Slow_Later_Invocation_Is_Missed() =>
        Assert.Equal(["MISSED: 3 instances, warm, ms: 2.1, at most 2"], Missed(DnsMeasures.With(DnsMeasures.Of(DnsWay.Native, cold: 20, warm: 2.1))));

    [Fact]
    public void Too_Much_Memory_Is_Missed() =>
        Assert.Equal(["MISSED: 3 instances, resident, MiB: 25.0, at most 24"], Missed(DnsMeasures.With(DnsMeasures.Of(DnsWay.Native, cold: 20, mebibytes: 25))));

    [Fact]
    public void The_Ready_To_Run_Way_Has_No_Goal() => Assert.Empty(Missed(DnsMeasures.With(DnsMeasures.Of(DnsWay.ReadyToRun, cold: 500))));

    [Theory]
    [InlineData(false, 3)]
    [InlineData(true, 0)]
    public void On_A_Busy_Machine_The_Fastest_Run_Counts(bool isBusy, int missed) => Assert.Equal(
        missed,
        Missed(DnsMeasures.With(DnsMeasures.Of(DnsWay.Native, DnsMeasures.Sample(20), DnsMeasures.Sample(50), DnsMeasures.Sample(60))), isBusy).Length);

    [Fact]
    public void Each_Number_Of_Instances_Is_Judged() =>
        Assert.Equal(10, DnsGoals.Judge([.. DnsMeasures.Good, .. DnsMeasures.Good.Select(measure => measure with { Instances = 400 })], isBusy: false).Count);

    private static string[] Missed(DnsMeasure[] measures, bool isBusy = false) =>
        [.. DnsGoals.Judge(measures, isBusy).Where(goal => !goal.IsMet).Select(goal => goal.Text)];
}
