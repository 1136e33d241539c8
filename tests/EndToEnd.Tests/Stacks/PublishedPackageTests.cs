namespace Dockerland.Tests.EndToEnd.Stacks;

/// <summary>The function's package on a machine that hasn't made it: made again from the same sources in another folder, it is the same.</summary>
public sealed class PublishedPackageTests
{
    [SkippableFact]
    public async Task A_Package_That_Was_Deleted_Is_Published_Again_Without_A_Difference()
    {
        Prerequisite.Engine();
        using var workspace = await InfraProgram.WorkspaceAsync("dev");
        // Building the commands and compiling natively, on a machine that does other things too.
        workspace.Deadline = TimeSpan.FromMinutes(15);
        (await workspace.UpAsync()).EnsureSuccess();

        InfraProgram.DeletePackages(workspace);
        (await workspace.PreviewAsync("--expect-no-changes")).EnsureSuccess();
        InfraProgram.DeletePackages(workspace);
        (await workspace.UpAsync("--expect-no-changes")).EnsureSuccess();
    }
}
