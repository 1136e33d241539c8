using Dockerland.Cli;
using Dockerland.Cli.Bench.Dns;

namespace Dockerland.Tests.Stack.Cli.Bench.Dns;

public sealed class DnsTableTests
{
    [Fact]
    public void A_Row_Has_Median_Fastest_And_Memory() => Assert.Contains(
        "|3|native|20.0|10.0|10.0|1.0|1.0|20.0|",
        Cells(DnsMeasures.With(DnsMeasures.Of(DnsWay.Native, DnsMeasures.Sample(10), DnsMeasures.Sample(20), DnsMeasures.Sample(30)))),
        StringComparison.Ordinal);

    [Fact]
    public void Time_After_All_Pages_Of_A_Call_Is_One_Phase() =>
        Assert.Contains("|3|native|4.0|6.0|0.0|0.0|5.0|0.0|0.0|", Cells(DnsMeasures.Good), StringComparison.Ordinal);

    [Fact]
    public void Goals_Are_Told_With_The_Load()
    {
        var text = Text(DnsMeasures.Good);

        Assert.Contains("Load 0.1\nmet: 3 instances, cold, ms: 20.0, at most 25\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_Missed_Ratio_Is_A_Failure() =>
        Assert.Equal(CommandLine.Failure, Write(DnsMeasures.With(DnsMeasures.Of(DnsWay.NodeV3, cold: 60)), new StringWriter()));

    [Fact]
    public void What_Depends_On_The_Machine_Is_Told_Only()
    {
        var output = new StringWriter();

        var code = Write(DnsMeasures.With(DnsMeasures.Of(DnsWay.Native, cold: 20, mebibytes: 25)), output);

        Assert.Equal(CommandLine.Success, code);
        Assert.Contains("MISSED: 3 instances, resident", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Goals_That_Are_Met_Are_A_Success() => Assert.Equal(CommandLine.Success, Write(DnsMeasures.Good, new StringWriter()));

    private static string Cells(DnsMeasure[] measures) => Text(measures).Replace(" ", "", StringComparison.Ordinal);

    private static string Text(DnsMeasure[] measures)
    {
        var output = new StringWriter();
        Write(measures, output);
        return output.ToString();
    }

    private static int Write(DnsMeasure[] measures, StringWriter output) =>
        DnsTable.Write(new(output, TextWriter.Null, Interactive: false), measures, DnsGoals.Judge(measures, isBusy: false), "Load 0.1");
}
