using Dockerland.Tests.Support.Deployments;

namespace Dockerland.Tests.EndToEnd.Failures;

public sealed class SourceTests(SourceRuns runs) : IClassFixture<SourceRuns>
{
    [SkippableFact]
    public void The_Language_Host_Builds_And_Runs_The_Stack()
    {
        Prerequisite.Engine();

        Assert.Contains(runs.Stack.EnsureSuccess().Changes, step => step.Type == "aws:autoscaling/group:Group");
    }

    [SkippableFact]
    public void A_Preview_Of_A_Stack_That_Breaks_A_Rule_Is_Refused_By_The_Rules_Name() => AssertRuleIsNamed(() => runs.RuleBreakingPreview);

    [SkippableFact]
    public void An_Update_Without_A_Preview_Is_Refused_As_Well() => AssertRuleIsNamed(() => runs.RuleBreakingUp);

    [SkippableFact]
    public void What_Breaks_A_Rule_Is_Never_Made()
    {
        Prerequisite.Engine();

        Assert.Contains(runs.RuleBreakingUp.Steps, step => step.Type == "pulumi:pulumi:Stack");
        Assert.DoesNotContain(runs.RuleBreakingUp.Steps, step => step.Type is "aws:ec2/launchTemplate:LaunchTemplate" or "aws:autoscaling/group:Group");
    }

    [SkippableFact]
    public void A_Throwing_Program_Is_Reported_Once()
    {
        Prerequisite.Engine();

        AssertReportedOnce(runs.Throwing);
    }

    [SkippableFact]
    public void A_Program_That_Throws_In_An_Apply_Is_Reported_Once()
    {
        Prerequisite.Engine();

        AssertReportedOnce(runs.ThrowingLater);
    }

    [SkippableFact]
    public void A_Resource_That_The_Provider_Refuses_Is_One_Error_Of_That_Resource()
    {
        Prerequisite.Engine();

        var error = FailureAssert.OneError(runs.Refused);

        Assert.EndsWith("aws:route53/zone:Zone::nameless", error.Urn, StringComparison.Ordinal);
        FailureAssert.NoStackTrace(runs.Refused);
    }

    private static void AssertRuleIsNamed(Func<PulumiRun> refused)
    {
        Prerequisite.Engine();

        var run = refused();
        Assert.NotEqual(0, run.Result.ExitCode);
        Assert.Contains(run.Errors, error =>
            error.Message.StartsWith("Rule imdsv2: aws:ec2/launchTemplate:LaunchTemplate '", StringComparison.Ordinal)
            && error.Message.Contains("' has metadataOptions.httpTokens 'optional'", StringComparison.Ordinal));
        FailureAssert.NoStackTrace(run);
    }

    private static void AssertReportedOnce(PulumiRun run)
    {
        var error = FailureAssert.OneError(run);

        Assert.Matches(@"^Running program '.*Faulty\.dll' failed with an unhandled exception:\nSystem\.InvalidOperationException: the program's own fault\n", error.Message);
        Assert.Single(run.Diagnostics, diagnostic => diagnostic.Message.Contains("the program's own fault", StringComparison.Ordinal));
    }
}
