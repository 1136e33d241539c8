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
    }

    [SkippableFact]
    public void Balancers_Stand_In_The_Public_Subnets_And_Others_In_The_Private_Ones()
    {
        Require();

        runs.Up.EnsureSuccess();
        var subnets = runs.Seen.GetProperty("subnets");
        Assert.Equal(Strings(runs.Made, "subnets").Order(StringComparer.Ordinal), Strings(subnets, "balancer"));
        Assert.Equal([runs.Made.GetProperty("privateSubnet").GetString()], Strings(subnets, "web"));
    }

    [SkippableFact]
    public void The_Function_Runs_On_The_Processors_Of_The_Stack()
    {
        Require();

        runs.Up.EnsureSuccess();
        Assert.Equal(["arm64"], Strings(runs.Seen, "architectures"));
    }

    [SkippableFact]
    public void A_Zone_Is_The_Same_By_Its_Name_And_By_Its_Id()
    {
        Require();

        Assert.DoesNotContain(runs.ById.EnsureSuccess().Changes, step => step.Type is "aws:route53/record:Record");
    }

    [SkippableFact]
    public void The_Zone_Above_Delegates()
    {
        Require();

        runs.Up.EnsureSuccess();
        Assert.Contains("existing.example.com.", Strings(runs.Seen, "delegated"));
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
    public void What_It_Calls_Is_Written_Down()
    {
        Require();

        runs.Destroy.EnsureSuccess();
        RecordedCalls.AssertWritten("existing", runs.Calls);
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
