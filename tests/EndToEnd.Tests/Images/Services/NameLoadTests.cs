using System.Globalization;
using Dockerland.Tests.EndToEnd.Images.Losses;
using Xunit.Abstractions;

namespace Dockerland.Tests.EndToEnd.Images.Services;

/// <summary>A name that comes or goes is a reload, and those who ask for another notice nothing. <see cref="CarelessServiceTests"/> has what a restart costs.</summary>
[Collection(QuietDockerTestGroup.Name)]
public sealed class NameLoadTests(NameLoadRun run, ITestOutputHelper output) : IClassFixture<NameLoadRun>
{
    [SkippableFact]
    public void Visitors_Of_Another_Name_Lose_No_Request()
    {
        DockerFixture.Require();

        output.WriteLine(run.Load.ToString());
        LoadAssert.LosesNone(run.Load);
    }

    [SkippableFact]
    public void A_Name_That_Comes_And_One_That_Goes_Are_A_Reload_Each()
    {
        DockerFixture.Require();

        Assert.Equal((1, 2, 3), (run.Reloads.First, run.Reloads.Come, run.Reloads.Gone));
    }

    [SkippableFact]
    public void A_Container_That_Is_Replaced_Costs_No_Reload()
    {
        DockerFixture.Require();

        Assert.Equal(run.Reloads.Come, run.Reloads.Replaced);
    }

    [SkippableFact]
    public void A_Name_Outlives_Its_Last_Container_As_Long_As_The_Setting_Says()
    {
        DockerFixture.Require();

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{run.Kept.TotalSeconds:0.0} s"));
        // It was last seen up to two seconds before, and is looked for every two.
        Assert.InRange(run.Kept.TotalSeconds, NameLoadRun.NameSeconds - 3, NameLoadRun.NameSeconds + 12);
    }
}
