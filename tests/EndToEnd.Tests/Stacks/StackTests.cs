using System.Text.Json;
using Dockerland.Cli.GitHub;
using Dockerland.Contracts;
using Dockerland.Tests.EndToEnd.Plans;
using Dockerland.Tests.Support.Deployments;

namespace Dockerland.Tests.EndToEnd.Stacks;

/// <summary>What every checked-in stack does on the real engine with the real provider's planning.</summary>
public abstract class StackTests(StackRuns runs)
{
    [SkippableFact]
    public void A_Preview_Would_Create_Everything()
    {
        runs.Require();

        Assert.Equal(["create"], Operations(runs.Preview));
    }

    [SkippableFact]
    public void A_Plan_Shows_What_The_Preview_Registers()
    {
        runs.Require();

        var differences = PlanComparison.Differences(runs.Plan, runs.Preview.EnsureSuccess()).ToArray();

        Assert.True(differences.Length == 0, string.Join('\n', differences));
    }

    [SkippableFact]
    public void Up_Creates_What_The_Preview_Showed()
    {
        runs.Require();

        Assert.Equal(Changes(runs.Preview), Changes(runs.Up));
    }

    [SkippableFact]
    public void Up_Again_Has_Nothing_To_Do()
    {
        runs.Require();

        Assert.Empty(Changes(runs.Again));
    }

    [SkippableFact]
    public void A_Changed_Size_Is_Told()
    {
        runs.Require();

        var told = PreviewResult.OfEvents(runs.ChangedSize.EnsureSuccess().EventLog, runs.ChangedSize.Result.ExitCode);

        Assert.Equal("update aws:autoscaling/group:Group spare", Assert.Single(told.Steps).ToString());
    }

    [SkippableFact]
    public void Changed_User_Data_Updates_The_Template_And_The_Group_Alone()
    {
        runs.Require();

        Assert.Equal(
            ["update aws:autoscaling/group:Group spare", "update aws:ec2/launchTemplate:LaunchTemplate spare"],
            Changes(runs.ChangedUserData));
    }

    /// <summary>In one update: a tag that followed by itself would be a second reason to replace all hosts.</summary>
    [SkippableFact]
    public void A_Changed_Template_Is_In_The_Groups_Tag_At_Once()
    {
        runs.Require();

        var group = runs.ChangedUserData.EnsureSuccess().Registered("aws:autoscaling/group:Group", "spare");

        Assert.Equal("2 2", $"{WireValue.Unwrap(group.GetProperty("launchTemplate")).GetProperty("version")} {TagOf(group, TagKeys.TemplateVersion)}");
    }

    [SkippableFact]
    public void A_Changed_Tag_Updates_The_Group_Alone()
    {
        runs.Require();

        Assert.Equal(["update aws:autoscaling/group:Group spare"], Changes(runs.ChangedTag));
    }

    [SkippableFact]
    public void A_Changed_Tag_Reaches_The_Group()
    {
        runs.Require();

        Assert.Equal("blue", TagOf(runs.ChangedTag.EnsureSuccess().Registered("aws:autoscaling/group:Group", "spare"), "docker.colour"));
    }

    [SkippableFact]
    public void A_Removed_Fleet_Takes_Nothing_Of_Others_Along()
    {
        runs.Require();

        var changes = runs.RemovedFleet.EnsureSuccess().Changes.ToArray();

        Assert.Contains(changes, step => step.Type == "aws:autoscaling/group:Group");
        Assert.All(changes, step => Assert.Equal("delete", step.Operation));
        Assert.All(changes, step => Assert.Contains("spare", step.Name, StringComparison.Ordinal));
    }

    [SkippableFact]
    public void A_Refresh_Finds_No_Drift()
    {
        runs.Require();

        Assert.Equal(["refresh"], Operations(runs.Refresh));
    }

    [SkippableFact]
    public void Destroy_Leaves_Nothing()
    {
        runs.Require();

        Assert.Equal(["delete"], Operations(runs.Destroy));
        Assert.False(JsonElement.Parse(runs.LastState).GetProperty("deployment").TryGetProperty("resources", out _));
    }

    /// <summary>A host that goes waits for its hook until the updater has answered; and the last packet of all leaves by the routes.</summary>
    [SkippableTheory]
    [InlineData("aws:lambda/function:Function")]
    [InlineData("aws:lambda/permission:Permission")]
    [InlineData("aws:sns/topicSubscription:TopicSubscription")]
    [InlineData("aws:sns/topicPolicy:TopicPolicy")]
    [InlineData("aws:cloudwatch/eventTarget:EventTarget")]
    [InlineData("aws:iam/rolePolicy:RolePolicy")]
    [InlineData("aws:ec2/route:Route")]
    [InlineData("aws:ec2/routeTableAssociation:RouteTableAssociation")]
    [InlineData("aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule")]
    public void Groups_Go_Before(string type)
    {
        runs.Require();

        var gone = runs.Destroy.EnsureSuccess().Steps.Select(step => step.Type).ToList();
        if (!runs.MakesNetwork && type is ("aws:ec2/route:Route" or "aws:ec2/routeTableAssociation:RouteTableAssociation"))
        {
            Assert.DoesNotContain(type, gone);
            return;
        }

        Assert.InRange(gone.LastIndexOf("aws:autoscaling/group:Group"), 0, gone.IndexOf(type));
    }

    [SkippableFact]
    public void Hooks_Go_With_Their_Groups_And_Not_Before()
    {
        runs.Require();

        Assert.DoesNotContain(
            runs.Destroy.EnsureSuccess().Calls,
            call => call.Method == "/pulumirpc.ResourceProvider/Delete" && call.Request.GetProperty("urn").GetString()!.Contains("LifecycleHook", StringComparison.Ordinal));
    }

    [SkippableFact]
    public void No_Secret_Is_In_The_State()
    {
        runs.Require();

        Assert.Contains("\"ciphertext\"", runs.State, StringComparison.Ordinal);
        AssertNoSecret(runs.State);
    }

    [SkippableFact]
    public void No_Secret_Is_Printed()
    {
        runs.Require();

        Assert.All(
            [runs.Preview, runs.Up, runs.Again, runs.ChangedUserData, runs.ChangedTag, runs.RemovedFleet, runs.Refresh, runs.Destroy],
            run => AssertNoSecret(run.EnsureSuccess().Result.Text));
        AssertNoSecret(runs.Outputs);
    }

    [SkippableFact]
    public void No_Secret_Is_In_User_Data()
    {
        runs.Require();

        var userData = Registrations.Of(runs.Up.EnsureSuccess())
            .Where(request => request.GetProperty("type").GetString() == "aws:ec2/launchTemplate:LaunchTemplate")
            .Select(request => WireValue.Decode(WireValue.Unwrap(request.GetProperty("object").GetProperty("userData")).GetString()!))
            .ToArray();

        Assert.NotEmpty(userData);
        Assert.All(userData, text =>
        {
            Assert.StartsWith("#", text, StringComparison.Ordinal);
            AssertNoSecret(text!);
        });
    }

    private static string? TagOf(JsonElement group, string key) => group.GetProperty("tags").EnumerateArray()
        .Where(tag => tag.GetProperty("key").GetString() == key)
        .Select(tag => WireValue.Unwrap(tag.GetProperty("value")).GetString())
        .SingleOrDefault();

    private static void AssertNoSecret(string text) => Assert.All(PlantedSecrets.Traces, trace => Assert.DoesNotContain(trace, text, StringComparison.Ordinal));

    private static IEnumerable<string> Operations(PulumiRun run) => run.EnsureSuccess().Changes.Select(step => step.Operation).Distinct();

    private static IEnumerable<string> Changes(PulumiRun run) => run.EnsureSuccess().Changes.Select(step => step.ToString()).Order(StringComparer.Ordinal);
}

public sealed class DevStackTests(DevRuns runs) : StackTests(runs), IClassFixture<DevRuns>;

public sealed class ProdStackTests(ProdRuns runs) : StackTests(runs), IClassFixture<ProdRuns>
{
    private readonly ProdRuns _runs = runs;

    [SkippableFact]
    public void A_Destroy_Stops_At_The_Zones_And_Takes_Nothing()
    {
        Prerequisite.Engine();

        Assert.NotEqual(0, _runs.Refused!.Result.ExitCode);
        Assert.Contains(_runs.Refused.Errors, error => error.Message.Contains("protected", StringComparison.Ordinal));
        Assert.True(_runs.RefusedTookNothing);
    }
}

public sealed class FullStackTests(FullRuns runs) : StackTests(runs), IClassFixture<FullRuns>;

public sealed class ExistingStackTests(ExistingStackRuns runs) : StackTests(runs), IClassFixture<ExistingStackRuns>;
