using Dockerland.Cli.Testing;

namespace Dockerland.Tests.Stack.Cli.Testing;

public sealed class TestReportTests
{
    private static readonly TestOutcome Passed = new("Sdks.Tests", "A", Verdict.Passed);
    private static readonly TestOutcome Failed = new("Stack.Tests", "B", Verdict.Failed, "Expected: 1\r\nActual: 2", "   at B()");
    private static readonly TestOutcome Skipped = new("EndToEnd.Tests", "C", Verdict.Skipped, "Not on PATH: pulumi.");

    [Fact]
    public void The_Last_Line_Counts_Over_All_Projects() =>
        Assert.Equal("2 passed, 1 failed, 1 skipped", TestReport.Render([Passed, Failed, Skipped, Passed], skipsFail: false).Last());

    [Fact]
    public void A_Failure_Is_Shown_Whole() =>
        Assert.Equal(
            ["FAILED Stack.Tests: B", "    Expected: 1", "    Actual: 2", "       at B()", "0 passed, 1 failed, 0 skipped"],
            TestReport.Render([Failed], skipsFail: false));

    [Fact]
    public void Each_Skipped_Test_Gives_Its_Reason() =>
        Assert.Equal(
            ["SKIPPED EndToEnd.Tests: C: Not on PATH: pulumi.", "0 passed, 0 failed, 1 skipped"],
            TestReport.Render([Skipped], skipsFail: false));

    [Fact]
    public void A_Skip_Without_A_Reason_Says_So() =>
        Assert.Contains("SKIPPED EndToEnd.Tests: C: (no reason given)", TestReport.Render([Skipped with { Message = "" }], skipsFail: false));

    [Fact]
    public void A_Failure_Fails_The_Run() => Assert.False(TestReport.Succeeded([Passed, Failed], skipsFail: false));

    [Fact]
    public void A_Skip_Is_Fine_Where_It_Is_Allowed() => Assert.True(TestReport.Succeeded([Passed, Skipped], skipsFail: false));

    [Fact]
    public void A_Skip_Fails_The_Run_Where_It_Is_Not() => Assert.False(TestReport.Succeeded([Passed, Skipped], skipsFail: true));

    [Fact]
    public void The_Run_That_A_Skip_Failed_Says_Why() =>
        Assert.StartsWith("DOCKERLAND_REQUIRE_ENGINE=true allows no skipping, ", TestReport.Render([Skipped], skipsFail: true).ElementAt(1), StringComparison.Ordinal);
}
