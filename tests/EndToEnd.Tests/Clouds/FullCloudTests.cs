using Dockerland.Tests.EndToEnd.Plans;
using Dockerland.Tests.EndToEnd.Stacks;
using Dockerland.Tests.Support.Clouds;

namespace Dockerland.Tests.EndToEnd.Clouds;

public sealed class FullCloudTests(FullCloudRuns runs) : IClassFixture<FullCloudRuns>
{
    [SkippableFact]
    public void Up_Creates_The_Stack()
    {
        Require();

        Assert.Contains(runs.Up.EnsureSuccess().Changes, step => step is { Operation: "create", Type: "aws:autoscaling/schedule:Schedule" });
    }

    [SkippableTheory]
    [InlineData("update", "aws:lambda/function:Function")]
    [InlineData("update", "aws:iam/role:Role")]
    [InlineData("update", "aws:autoscaling/group:Group")]
    [InlineData("delete", "aws:ec2/natGateway:NatGateway")]
    public void Changes_Reach(string operation, string type)
    {
        Require();

        Assert.Contains(runs.Change.EnsureSuccess().Changes, step => step.Operation == operation && step.Type == type);
    }

    // The other images of its system have theirs at /dev/sda1.
    [SkippableFact]
    public void The_Root_Volume_Is_Where_An_Image_Has_It()
    {
        Require();

        var template = runs.Up.EnsureSuccess().Registered("aws:ec2/launchTemplate:LaunchTemplate", "fixed");

        Assert.Equal("/dev/xvda", WireValue.Unwrap(Assert.Single(template.GetProperty("blockDeviceMappings").EnumerateArray()).GetProperty("deviceName")).GetString());
    }

    [SkippableFact]
    public void What_It_Calls_Is_Written_Down()
    {
        Require();

        runs.Destroy.EnsureSuccess();
        RecordedCalls.AssertWritten("full", runs.Calls);
    }

    private static void Require()
    {
        Prerequisite.Engine();
        Prerequisite.Programs(Moto.Programs);
    }
}
