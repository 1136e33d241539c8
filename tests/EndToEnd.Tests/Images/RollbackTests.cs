using Dockerland.Tests.EndToEnd.Stacks;
using Dockerland.Tests.Support.Clouds;
using Dockerland.Tests.Support.Deployments;

namespace Dockerland.Tests.EndToEnd.Images;

/// <summary>ECR takes no tag twice, and a tag is the hash of the sources: what goes back to an earlier version finds its own there.</summary>
public sealed class RollbackTests(RollbackRuns runs) : IClassFixture<RollbackRuns>
{
    [SkippableFact]
    public void A_Repository_And_Its_First_Image_Come_In_One_Up()
    {
        Require();

        Assert.Contains("create", Operations(runs.Up));
        Assert.Contains(TagOf(runs.Up), runs.Pushed);
    }

    [SkippableFact]
    public void Once_Pushed_It_Is_The_Same()
    {
        Require();

        Assert.Equal(["same"], Operations(runs.Again));
    }

    [SkippableFact]
    public void A_Change_Is_Pushed_Beside_It()
    {
        Require();

        Assert.Equal(new[] { TagOf(runs.Up), TagOf(runs.Change) }.Order(StringComparer.Ordinal), runs.Pushed);
    }

    [SkippableFact]
    public void A_Preview_Tells_That_The_Image_Is_Another()
    {
        Require();

        Assert.Contains("replace", Operations(runs.Preview));
    }

    [SkippableFact]
    public void Going_Back_Pushes_Nothing()
    {
        Require();

        Assert.Contains("create-replacement", Operations(runs.Back));
        Assert.Equal(TagOf(runs.Up), TagOf(runs.Back));
        Assert.Equal(runs.Pushed, runs.Left);
    }

    [SkippableFact]
    public void After_That_It_Is_The_Same()
    {
        Require();

        Assert.Equal(["same"], Operations(runs.BackAgain));
    }

    [SkippableFact]
    public void What_Is_Not_There_Yet_Is_No_Reason_To_Warn()
    {
        Require();

        Assert.DoesNotContain(new[] { runs.Up, runs.Change, runs.Back }.SelectMany(run => run.Warnings), warning => warning.Message.Contains("ECR", StringComparison.Ordinal));
    }

    private static string[] Operations(PulumiRun run) => [.. run.EnsureSuccess().Steps.Where(step => step is { Type: Image, Name: "webapp" }).Select(step => step.Operation)];

    private static string TagOf(PulumiRun run) => run.EnsureSuccess().Registered(Image, "webapp").GetProperty("imageName").GetString()!.Split(':')[^1];

    private const string Image = "docker:index/image:Image";

    private static void Require()
    {
        Prerequisite.Engine();
        Prerequisite.Programs(Moto.Programs);
    }
}
