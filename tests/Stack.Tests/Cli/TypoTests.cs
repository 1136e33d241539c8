using Dockerland.Cli;

namespace Dockerland.Tests.Stack.Cli;

public sealed class TypoTests
{
    private static readonly string[] Verbs = ["plan", "test", "bench"];

    [Theory]
    [InlineData("plna", "plan")]
    [InlineData("tests", "test")]
    [InlineData("bnch", "bench")]
    [InlineData("kubernetes", null)]
    public void A_Near_Miss_Is_Recognised(string typed, string? meant) => Assert.Equal(meant, Typo.Guess(typed, Verbs));

    [Theory]
    [InlineData("", "", 0)]
    [InlineData("", "abc", 3)]
    [InlineData("abc", "", 3)]
    [InlineData("kitten", "sitting", 3)]
    public void Distance_Counts_Single_Letter_Edits(string left, string right, int edits) => Assert.Equal(edits, Typo.Distance(left, right));
}
