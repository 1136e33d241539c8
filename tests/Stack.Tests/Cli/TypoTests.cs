using Dockerland.Cli;

namespace Dockerland.Tests.Stack.Cli;

public sealed class TypoTests
{
    private static readonly string[] Verbs = ["plan", "test", "bench"];

    [Theory]
    [InlineData("plna", "plan")]
    [InlineData("tests", "test")]
    [InlineData("bnch", "bench")]
    public void A_Near_Miss_Is_Recognised(string typed, string meant) =>
        Assert.Equal($"There is no verb '{typed}'. Did you mean '{meant}'?", Typo.Describe(typed, Verbs));

    [Fact]
    public void Anything_Else_Gets_The_List() =>
        Assert.Equal("There is no verb 'kubernetes'. There are: plan, test, bench.", Typo.Describe("kubernetes", Verbs));

    [Theory]
    [InlineData("plan")]
    [InlineData("--debug")]
    public void What_Is_No_Mistyped_Verb_Is_Left_Alone(string typed) => Assert.Null(Typo.Describe(typed, Verbs));

    [Theory]
    [InlineData("", "", 0)]
    [InlineData("", "abc", 3)]
    [InlineData("abc", "", 3)]
    [InlineData("kitten", "sitting", 3)]
    public void Distance_Counts_Single_Letter_Edits(string left, string right, int edits) => Assert.Equal(edits, Typo.Distance(left, right));
}
