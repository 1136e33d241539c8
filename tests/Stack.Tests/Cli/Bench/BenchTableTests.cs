using Dockerland.Cli.Bench;

namespace Dockerland.Tests.Stack.Cli.Bench;

public sealed class BenchTableTests
{
    [Fact]
    public void Time_That_Grows_With_The_Resources_Is_Fine() => Assert.True(BenchTable.IsLinear(Rows(few: 10, many: 1000)));

    [Theory]
    [InlineData(1499, true)]
    [InlineData(1500, true)]
    [InlineData(1501, false)]
    public void A_Resource_May_Take_Half_As_Long_Again_Among_Many(int many, bool isLinear) => Assert.Equal(isLinear, BenchTable.IsLinear(Rows(few: 10, many)));

    [Fact]
    public void The_Verdict_Says_By_How_Much() =>
        Assert.Equal("A resource among 1000 fleets takes 2.00 times as long as among 10: above the limit of 1.5.", BenchTable.Verdict(Rows(few: 10, many: 2000)));

    [Fact]
    public void The_Table_Has_The_Ratio_To_Node() =>
        Assert.Contains("|10|100|10.0|100|50.0|500|5.00|", Cells([.. Rows(few: 10, many: 1000).Select(row => row with { Node = 5 * row.Dotnet })]), StringComparison.Ordinal);

    [Fact]
    public void Without_Node_Its_Columns_Are_Dashes() =>
        Assert.Contains("|10|100|10.0|100|-|-|-|", Cells(Rows(few: 10, many: 1000)), StringComparison.Ordinal);

    private static string Cells(BenchRow[] rows)
    {
        var output = new StringWriter();
        BenchTable.Write(new(output, TextWriter.Null, Interactive: false), rows);
        return output.ToString().Replace(" ", "", StringComparison.Ordinal);
    }

    private static BenchRow[] Rows(int few, int many) =>
        [new(10, 100, TimeSpan.FromMilliseconds(few), null), new(1000, 10_000, TimeSpan.FromMilliseconds(many), null)];
}
