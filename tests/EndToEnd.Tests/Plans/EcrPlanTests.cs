using Dockerland.Tests.EndToEnd.Stacks;

namespace Dockerland.Tests.EndToEnd.Plans;

/// <summary>The scenario of <see cref="StackRuns"/> has a registry of its own; this is the other branch, as dev is checked in.</summary>
public sealed class EcrPlanTests
{
    [SkippableFact]
    public async Task A_Plan_With_Ecr_Shows_What_The_Preview_Registers()
    {
        Prerequisite.Engine();
        using var workspace = await InfraProgram.WorkspaceAsync("dev");
        await workspace.SetSecretAsync("gossipKey", Convert.ToBase64String(new byte[32]));
        await workspace.SetSecretAsync("cookieSecret", "cookie-secret");

        var plan = await InfraProgram.PlanAsync(workspace);
        var preview = await workspace.PreviewAsync();

        var differences = PlanComparison.Differences(plan, preview.EnsureSuccess()).ToArray();
        Assert.True(differences.Length == 0, string.Join('\n', differences));
    }
}
