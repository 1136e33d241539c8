using System.Xml;
using Dockerland.Cli.Testing;

namespace Dockerland.Tests.Stack.Cli.Testing;

public sealed class TrxFileTests
{
    [Fact]
    public void A_Passed_Test_Has_Its_Name() =>
        Assert.Equal(new("P", "A.B", Verdict.Passed), Single("""<UnitTestResult testName="A.B" outcome="Passed" />"""));

    [Fact]
    public void A_Failed_Test_Has_Its_Message_And_Trace() =>
        Assert.Equal(
            new("P", "A.B", Verdict.Failed, "Expected: 1", "   at A.B()"),
            Single("""
                <UnitTestResult testName="A.B" outcome="Failed"><Output><ErrorInfo>
                  <Message>Expected: 1</Message><StackTrace>   at A.B()
                </StackTrace></ErrorInfo></Output></UnitTestResult>
                """));

    [Fact]
    public void A_Skipped_Test_Has_Its_Reason() =>
        Assert.Equal(
            new("P", "A.B", Verdict.Skipped, "Not on PATH: pulumi."),
            Single("""<UnitTestResult testName="A.B" outcome="NotExecuted"><Output><ErrorInfo><Message>Not on PATH: pulumi.</Message></ErrorInfo></Output></UnitTestResult>"""));

    [Theory]
    [InlineData("Timeout")]
    [InlineData("Aborted")]
    [InlineData("")]
    public void Any_Other_Outcome_Is_A_Failure(string outcome) =>
        Assert.Equal(Verdict.Failed, Single($"""<UnitTestResult testName="A.B" outcome="{outcome}" />""").Verdict);

    [Fact]
    public void Control_Characters_In_Messages_Do_Not_Stop_The_Report() =>
        Assert.Equal(
            "\u0001[31m",
            Single("""<UnitTestResult testName="A.B" outcome="Failed"><Output><ErrorInfo><Message>&#x1;[31m</Message></ErrorInfo></Output></UnitTestResult>""").Message);

    [Fact]
    public void A_File_That_Expands_Entities_Is_Refused() =>
        Assert.Throws<XmlException>(() => TrxFile.Parse("P", """<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>"""));

    private static TestOutcome Single(string result) =>
        Assert.Single(TrxFile.Parse("P", $"""<TestRun xmlns="http://microsoft.com/schemas/VisualStudio/TeamTest/2010"><Results>{result}</Results></TestRun>"""));
}
