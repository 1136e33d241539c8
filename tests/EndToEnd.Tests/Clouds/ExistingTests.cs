using System.Text.Json;
using Dockerland.Cli.GitHub;
using Dockerland.Tests.Support.Clouds;

namespace Dockerland.Tests.EndToEnd.Clouds;

public sealed class ExistingTests(ExistingRuns runs) : IClassFixture<ExistingRuns>
{
    [SkippableFact]
    public void Hosts_Stand_In_The_Network_That_Is_There()
    {
        Require();

        runs.Up.EnsureSuccess();
        Assert.Equal([runs.Made.GetProperty("vpc").GetString()], Strings(runs.Seen, "vpcs"));
        Assert.Equal(Strings(runs.Seen, "vpcs"), Strings(runs.Seen, "groupVpcs"));
        Assert.Equal(Strings(runs.Made, "subnets").Order(StringComparer.Ordinal), Strings(runs.Seen, "subnets"));
    }

    [SkippableFact]
    public void The_Zone_Above_Delegates()
    {
        Require();

        runs.Up.EnsureSuccess();
        Assert.Contains("dev.example.com.", Strings(runs.Seen, "delegated"));
    }

    [SkippableFact]
    public void Zones_Of_Others_Stay()
    {
        Require();

        runs.Destroy.EnsureSuccess();
        Assert.Equal(
            new[] { runs.Made.GetProperty("zone").GetString()!, runs.Made.GetProperty("parent").GetString()! }.Order(StringComparer.Ordinal),
            runs.Left.EnumerateArray().Select(zone => zone.GetString()!).Order(StringComparer.Ordinal));
    }

    [SkippableFact]
    public void Drift_Ends_With_Its_Own_Exit_Code()
    {
        Require();

        Assert.Equal(PreviewResult.Changed, runs.Drift.Result.ExitCode);
    }

    [SkippableFact]
    public void What_Drifted_Is_Told_By_Name()
    {
        Require();

        Assert.Contains(new PreviewStep("update", "aws:sns/topic:Topic", "fleet-events"), PreviewResult.OfEvents(runs.Drift.EventLog, runs.Drift.Result.ExitCode).Steps);
    }

    private static void Require()
    {
        Prerequisite.Engine();
        Prerequisite.Programs(Moto.Programs);
    }

    private static IEnumerable<string> Strings(JsonElement from, string name) => from.GetProperty(name).EnumerateArray().Select(item => item.GetString()!);
}
