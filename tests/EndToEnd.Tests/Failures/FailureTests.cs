using Dockerland.Tests.Support.Deployments;

namespace Dockerland.Tests.EndToEnd.Failures;

public sealed class FailureTests(FailureRuns runs) : IClassFixture<FailureRuns>
{
    [SkippableFact]
    public void A_Failed_Create_Is_One_Error_Of_Its_Resource()
    {
        Prerequisite.Engine();

        var error = FailureAssert.OneError(runs.FailedCreate);

        Assert.EndsWith("aws:ec2/launchTemplate:LaunchTemplate::web", error.Urn, StringComparison.Ordinal);
        Assert.Contains("create of web failed", error.Message, StringComparison.Ordinal);
        FailureAssert.NoStackTrace(runs.FailedCreate);
    }

    [SkippableFact]
    public void The_Next_Up_Makes_Good_What_Failed()
    {
        Prerequisite.Engine();

        var created = runs.Recovered.EnsureSuccess().Changes.Select(step => step.ToString()).ToArray();

        Assert.Contains("create aws:ec2/launchTemplate:LaunchTemplate web", created);
        Assert.Contains("create aws:autoscaling/group:Group web", created);
    }

    [SkippableFact]
    public void A_Failed_Delete_Is_One_Error_Of_Its_Resource()
    {
        Prerequisite.Engine();

        var error = FailureAssert.OneError(runs.FailedDelete);

        Assert.EndsWith("aws:ec2/launchTemplate:LaunchTemplate::web", error.Urn, StringComparison.Ordinal);
        Assert.Contains("delete of web failed", error.Message, StringComparison.Ordinal);
        FailureAssert.NoStackTrace(runs.FailedDelete);
    }

    [SkippableFact]
    public void The_Next_Destroy_Removes_What_Was_Left()
    {
        Prerequisite.Engine();

        Assert.Contains("delete aws:ec2/launchTemplate:LaunchTemplate web", runs.Destroyed.EnsureSuccess().Changes.Select(step => step.ToString()));
    }

    [SkippableFact]
    public void A_Bad_Setting_Is_One_Error_With_Its_Key()
    {
        Prerequisite.Engine();

        var error = FailureAssert.OneError(runs.BadSetting);

        Assert.Contains("dockerland:networkCidr '10.0.0.0/33'", error.Message, StringComparison.Ordinal);
        FailureAssert.NoStackTrace(runs.BadSetting);
    }

    [SkippableFact]
    public void A_Bad_Setting_Registers_No_Resource()
    {
        Prerequisite.Engine();

        Assert.All(runs.BadSetting.Steps, step => Assert.Equal("pulumi:pulumi:Stack", step.Type));
    }

    [SkippableFact]
    public void A_Preview_Of_Prod_Refuses_To_Go_Without_Secrets() => AssertSecretsAreDemanded(() => runs.ProdPreviewWithoutSecrets);

    [SkippableFact]
    public void Up_Of_Prod_Refuses_To_Go_Without_Secrets() => AssertSecretsAreDemanded(() => runs.ProdUpWithoutSecrets);

    [SkippableFact]
    public void Dev_Warns_Of_A_Missing_Secret_And_Goes_On()
    {
        Prerequisite.Engine();

        Assert.Contains(runs.DevPreviewWithoutSecrets.EnsureSuccess().Warnings, warning => warning.Message.Contains("dockerland:gossipKey", StringComparison.Ordinal));
    }

    private static void AssertSecretsAreDemanded(Func<PulumiRun> refused)
    {
        Prerequisite.Engine();

        var run = refused();
        var error = FailureAssert.OneError(run);

        Assert.All(
            ["registryPassword", "nodeRegistryKey", "gossipKey", "cookieSecret"],
            key => Assert.Contains($"pulumi config set --secret dockerland:{key}", error.Message, StringComparison.Ordinal));
        Assert.DoesNotContain(run.Steps, step => step.Type != "pulumi:pulumi:Stack");
        FailureAssert.NoStackTrace(run);
    }
}
