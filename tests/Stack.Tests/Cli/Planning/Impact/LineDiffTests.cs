using Dockerland.Cli.Planning.Impact;

namespace Dockerland.Tests.Stack.Cli.Planning.Impact;

public sealed class LineDiffTests
{
    [Theory]
    [InlineData("a b c", "a x c", "  a|- b|+ x|  c")]
    [InlineData("a", "a b", "  a|+ b")]
    [InlineData("1 2 3 4 5 6 7", "1 2 3 x 5 6 7", "...|  2|  3|- 4|+ x|  5|  6|...")]
    [InlineData("x 1 2 3 4 5 6 y", "X 1 2 3 4 5 6 Y", "- x|+ X|  1|  2|...|  5|  6|- y|+ Y")]
    public void Changed_Lines_Stand_Among_Those_Around_Them(string before, string after, string lines) =>
        Assert.Equal(lines.Split('|'), LineDiff.Between(before.Replace(' ', '\n'), after.Replace(' ', '\n')));

    [Fact]
    public void A_Line_Hides_No_Terminal_Codes() => Assert.Equal(["- a", @"+ \u001b[2J"], LineDiff.Between("a", "\u001b[2J"));
}
