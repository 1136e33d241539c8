using Dockerland.Cli;
using Dockerland.Cli.Bench.Images;

namespace Dockerland.Tests.Stack.Cli.Bench.Images;

public sealed class MeasurementTableTests
{
    [Theory]
    [InlineData(1500, 0)]
    [InlineData(1501, 1)]
    public void A_Missed_Bound_Is_A_Failure(double value, int code) => Assert.Equal(code, Write(new Measurement("join", "ms", value, Most: 1500)).Code);

    [Fact]
    public void What_Has_No_Bound_Is_Never_Missed() => Assert.Equal(0, Write(new Measurement("size", "MiB", double.MaxValue)).Code);

    [Fact]
    public void A_Row_Has_What_The_Documents_Did_Beside_Ours() =>
        Assert.Contains("|killed|of1000|0.24|270|0|MISSED|", Write(new Measurement("killed", "of 1000", 0.24, Seed: 270.4, Most: 0)).Text.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);

    [Fact]
    public void The_Last_Line_Counts_What_Is_Missed() => Assert.StartsWith(
        "1 of 2 bounds are missed; it took 1.5 minutes at a load of 2.0 on ",
        Write(new Measurement("a", "ms", 1, Most: 2), new Measurement("b", "ms", 3, Most: 2), new Measurement("c", "ms", 3)).Text.TrimEnd().Split('\n')[^1],
        StringComparison.Ordinal);

    private static (int Code, string Text) Write(params Measurement[] rows)
    {
        var output = new StringWriter();
        return (MeasurementTable.Write(new Terminal(output, TextWriter.Null, Interactive: false), rows, TimeSpan.FromSeconds(90), load: 2), output.ToString());
    }
}
