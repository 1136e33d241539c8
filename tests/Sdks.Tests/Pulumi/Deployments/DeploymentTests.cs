using Dockerland.Tests.Sdks.Pulumi.Fakes;
using Pulumi;

namespace Dockerland.Tests.Sdks.Pulumi.Deployments;

public sealed class DeploymentTests
{
    [Fact]
    public async Task A_Good_Program_Signals_Once_And_Exits_With_0()
    {
        var run = await Run.UpdateAsync(() => _ = new Thing("a"));

        Assert.Equal((0, 1), (run.ExitCode, run.Monitor.Signals));
    }

    [Fact]
    public async Task A_Failed_Program_Does_Not_Signal()
    {
        var run = await Run.UpdateAsync(() => throw new RunException("broken"));

        Assert.Equal((32, 0), (run.ExitCode, run.Monitor.Signals));
        Assert.Equal(["broken"], run.Errors);
    }

    [Fact]
    public async Task An_Unexpected_Exception_Is_Told_With_Its_Trace()
    {
        var run = await Run.UpdateAsync(async () =>
        {
            await Task.Yield();
            throw new InvalidOperationException("broken");
        });

        var error = Assert.Single(run.Errors);
        Assert.Contains("failed with an unhandled exception:\nSystem.InvalidOperationException: broken", error, StringComparison.Ordinal);
        Assert.Contains("   at ", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_Resources_Exception_Names_It_And_May_Hide_Its_Trace(bool hideStack)
    {
        var run = await Run.UpdateAsync(() =>
        {
            var thing = new Thing("a");
            thing.Urn.Apply((Func<string, Task>)(_ => throw new ResourceException("broken", thing, hideStack)));
        });

        var log = Assert.Single(run.Engine.Logged);
        Assert.EndsWith("::a", log.Urn, StringComparison.Ordinal);
        Assert.Equal(hideStack, log.Message == "broken");
    }

    [Fact]
    public async Task Several_Failures_Are_All_Told()
    {
        var run = await Run.UpdateAsync(() =>
        {
            Output.Create(Task.FromException<int>(new RunException("one")));
            Output.Create(Task.FromException<int>(new RunException("two")));
        });

        Assert.Equal(["one", "two"], run.Errors.Order());
    }

    [Fact]
    public async Task Work_After_An_Await_Is_Waited_For()
    {
        var run = await Run.UpdateAsync(async () =>
        {
            var id = await new Thing("a").Id.DataAsync();
            await Task.Yield();
            _ = new Thing("b", new() { Value = id.Value });
        });

        Assert.Equal("a", run.Succeeded().Monitor.Registration("b").Object.Fields["value"].StringValue);
    }

    [Fact]
    public async Task A_Resource_Made_In_Apply_Is_Waited_For()
    {
        var run = await Run.UpdateAsync(() => new Thing("a").Id.Apply(id => new Thing("b", new() { Value = id })));

        Assert.Equal("a", run.Succeeded().Monitor.Registration("b").Object.Fields["value"].StringValue);
    }

    [Fact]
    public async Task A_Program_May_Block_On_An_Output()
    {
        string? id = null;
#pragma warning disable xUnit1031 // That it may block is what is tested.
        (await Run.UpdateAsync(() => new Thing("a").Id.Apply(_ => id = new Thing("b").Id.DataTask.GetAwaiter().GetResult().Value))).Succeeded();
#pragma warning restore xUnit1031

        Assert.Equal("b", id);
    }

    [Fact]
    public async Task The_Instance_Tells_What_Is_Run()
    {
        var run = new Run { Settings = new() { Project = "web", Stack = "dev", Organization = "acme", RootDirectory = "/root", IsDryRun = true } };
        (await run.ExecuteAsync(() =>
        {
            var instance = Deployment.Instance;
            Assert.Equal(
                ("web", "dev", "acme", "/root", true),
                (instance.ProjectName, instance.StackName, instance.OrganizationName, instance.RootDirectory, instance.IsDryRun));
        })).Succeeded();
    }

    [Fact]
    public async Task An_Unknown_Root_Directory_Is_Said_To_Be()
    {
        var run = await Run.UpdateAsync(() => _ = Deployment.Instance.RootDirectory);

        Assert.Contains("root directory isn't known", Assert.Single(run.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Program_Does_Not_Run_Inside_Another()
    {
        Exception? thrown = null;
        (await Run.UpdateAsync(async () => { thrown = await Record.ExceptionAsync(() => Deployment.RunAsync(() => { })); })).Succeeded();

        Assert.Contains("already set", Assert.IsType<InvalidOperationException>(thrown).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_Instance_Does_Not_Outlive_Its_Run()
    {
        (await Run.UpdateAsync(() => _ = Deployment.Instance)).Succeeded();

        var failure = Assert.Throws<InvalidOperationException>(() => Deployment.Instance);
        Assert.Equal("Trying to acquire Deployment.Instance before 'Run' was called.", failure.Message);
    }
}
