namespace Dockerland.Tests.EndToEnd.Stacks;

/// <summary>A first update of parts of a stack: the engine makes up no outputs for what it leaves out.</summary>
public sealed class TargetTests
{
    [SkippableFact]
    public async Task A_Part_Can_Be_Made_First()
    {
        Prerequisite.Engine();
        using var workspace = await InfraProgram.WorkspaceAsync("dev");
        await PlantedSecrets.PlantAsync(workspace);

        var run = (await workspace.UpAsync("--target", "**::webapp")).EnsureSuccess();

        Assert.Contains(run.Changes, step => step.ToString() == "create docker:index/image:Image webapp");
    }

    [SkippableFact]
    public async Task No_Part_Is_Made_Without_What_Its_Inputs_Come_From()
    {
        Prerequisite.Engine();
        using var workspace = await InfraProgram.WorkspaceAsync("dev");
        await PlantedSecrets.PlantAsync(workspace);

        var run = await workspace.UpAsync("--target", "**FleetEvents::fleet-events", "--target", "**aws:sns/topic:Topic::fleet-events");

        Assert.Contains("was not specified in --target list", run.Result.Text, StringComparison.Ordinal);
    }
}
