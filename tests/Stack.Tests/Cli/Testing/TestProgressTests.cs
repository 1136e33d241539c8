using Dockerland.Cli.Testing;

namespace Dockerland.Tests.Stack.Cli.Testing;

public sealed class TestProgressTests
{
    [Theory]
    [InlineData("  Passed Some.Test(x: \"a b\") [3 ms]", true)]
    [InlineData("  Failed Some.Test [1 s]", true)]
    [InlineData("  Skipped Some.Test [1 ms]", true)]
    [InlineData("     Passed: 12", false)]
    [InlineData("  Error Message:", false)]
    [InlineData("Passed!  - Failed: 0", false)]
    [InlineData("", false)]
    public void A_Line_Is_Counted_When_It_Reports_One_Test(string line, bool counts) => Assert.Equal(counts, TestProgress.IsResult(line));
}
