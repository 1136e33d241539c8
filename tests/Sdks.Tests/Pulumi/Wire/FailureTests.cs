using Dockerland.Tests.Support.Engine;
using Pulumi;
using Pulumi.Grpc;
using Pulumi.Rpc;

namespace Dockerland.Tests.Sdks.Pulumi.Wire;

/// <summary>How a run ends that does not end well.</summary>
public sealed class FailureTests
{
    [Fact]
    public async Task A_Throwing_Program_Is_Reported_Once()
    {
        var engine = await WireProgram.RunAsync((Action)(() => throw new FormatException("no such planet")), expectedExitCode: 32);

        Assert.Matches(
            @"^Running program '.+' failed with an unhandled exception:\nSystem\.FormatException: no such planet\n +at ",
            Assert.Single(engine.Errors()).Message.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task A_Program_That_Throws_After_Its_First_Await_Is_Reported_Once()
    {
        var engine = await WireProgram.RunAsync(
            async () =>
            {
                await Task.Yield();
                throw new FormatException("no such planet");
            },
            expectedExitCode: 32);

        Assert.Single(engine.Errors());
    }

    [Fact]
    public async Task A_Failing_Apply_Is_Reported_Once_However_Many_Outputs_Come_From_It()
    {
        var engine = await WireProgram.RunAsync(
            () =>
            {
                var thing = new Thing("thing", new ThingArgs { Text = "given" });
                var failing = thing.Text.Apply(string (_) => throw new FormatException("no such planet"));
                return new Dictionary<string, object?> { ["a"] = failing, ["b"] = failing.Apply(text => text), ["c"] = new Thing("next", new() { Text = failing }).Text };
            },
            expectedExitCode: 32);

        Assert.Single(engine.Errors());
    }

    [Fact]
    public async Task A_Mistake_In_The_Settings_Is_Reported_Without_A_Stack_Trace()
    {
        var engine = await WireProgram.RunAsync((Action)(() => new Config().Require("zone")), expectedExitCode: 32);

        var error = Assert.Single(engine.Errors()).Message;
        Assert.StartsWith("Missing Required configuration variable 'dockerland:zone'", error, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Mistake_In_A_Resource_Is_Reported_With_Its_Urn()
    {
        var engine = await WireProgram.RunAsync(
            () =>
            {
                var thing = new Thing("thing");
                thing.Address.Apply(string (_) => throw new ResourceException("no such planet", thing, hideStack: true));
            },
            expectedExitCode: 32);

        var error = Assert.Single(engine.Errors());
        Assert.Equal(("no such planet", Wire.ThingUrn("thing")), (error.Message, error.Urn));
    }

    [Fact]
    public async Task What_The_Engine_Refuses_Is_Reported_Once_In_Its_Words()
    {
        var engine = await WireProgram.RunAsync(
            () =>
            {
                var thing = new Thing("thing", new ThingArgs { Text = "given" });
                _ = new Thing("next", new ThingArgs { Text = thing.Text.Apply(text => text!) });
            },
            Refuse("thing", new WireFailure(RpcStatusCode.Unknown, "thing has a problem")),
            expectedExitCode: 32);

        Assert.Contains("thing has a problem", Assert.Single(engine.Errors()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Failed_Program_Does_Not_Signal_The_Engine()
    {
        var engine = await WireProgram.RunAsync((Action)(() => throw new FormatException("no such planet")), expectedExitCode: 32);

        Assert.DoesNotContain(engine.Calls, call => call.Method.EndsWith("SignalAndWaitForShutdown", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_Good_Program_Signals_The_Engine_Once_And_Last()
    {
        var engine = await WireProgram.RunAsync(() => new Dictionary<string, object?> { ["id"] = new Thing("thing").Id });

        var signals = engine.Calls.Select((call, index) => (call, index)).Where(at => at.call.Method.EndsWith("SignalAndWaitForShutdown", StringComparison.Ordinal));
        Assert.Equal(engine.Calls.Count - 1, Assert.Single(signals).index);
    }

    [Fact]
    public async Task An_Error_That_The_Program_Only_Logs_Makes_It_Exit_With_1()
    {
        var engine = await WireProgram.RunAsync(() => Log.Error("bad luck"), expectedExitCode: 1);

        Assert.Equal("bad luck", Assert.Single(engine.Errors()).Message);
    }

    [Fact]
    public async Task A_Deployment_That_The_Engine_Cancels_Ends_Without_A_Word()
    {
        var engine = await WireProgram.RunAsync(
            () =>
            {
                var failing = new Thing("failing");
                _ = new Thing("beside");
                _ = new Thing("after", null, new() { DependsOn = failing });
            },
            Cancel("failing"),
            expectedExitCode: 32);

        Assert.Empty(engine.Errors());
    }

    [Fact]
    public async Task A_Registration_After_The_Cancel_Finds_Nobody_And_Adds_No_Word()
    {
        var gone = new TaskCompletionSource();
        var engine = await WireProgram.RunAsync(
            async () =>
            {
                await gone.Task;
                _ = new Thing("late");
            },
            engine => _ = StopWhenStackIsThereAsync(engine, gone),
            expectedExitCode: 32);

        Assert.Empty(engine.Errors());
    }

    [Fact]
    public async Task A_Cancel_While_The_Engine_Finishes_Adds_No_Word()
    {
        var engine = await WireProgram.RunAsync(
            () => _ = new Thing("thing"),
            engine => engine.SignalAndWaitForShutdown = async signal =>
            {
                _ = engine.CancelAsync();
                return await new TaskCompletionSource<Google.Protobuf.WellKnownTypes.Empty>().Task;
            },
            expectedExitCode: 32);

        Assert.Empty(engine.Errors());
    }

    [Fact]
    public async Task A_Failure_While_The_Engine_Finishes_Is_Reported_Once()
    {
        var engine = await WireProgram.RunAsync(
            () => _ = new Thing("thing"),
            engine => engine.SignalAndWaitForShutdown = _ => throw new WireFailure(RpcStatusCode.Internal, "out of luck"),
            expectedExitCode: 32);

        Assert.Contains("out of luck", Assert.Single(engine.Errors()).Message, StringComparison.Ordinal);
    }

    private static Action<WireEngine> Refuse(string name, WireFailure failure) => engine => engine.RegisterResource = request =>
        request.Name == name ? throw failure : Task.FromResult(engine.Answers.RegisterResource(request));

    // As the engine does when a provider fails: no call under way gets an answer, that of the failed resource neither.
    private static Action<WireEngine> Cancel(string name) => engine => engine.RegisterResource = async request =>
    {
        if (request.Name != name) return engine.Answers.RegisterResource(request);
        _ = engine.CancelAsync();
        return await new TaskCompletionSource<RegisterResourceResponse>().Task;
    };

    private static async Task StopWhenStackIsThereAsync(WireEngine engine, TaskCompletionSource gone)
    {
        await Support.Condition.WaitAsync("the stack is registered", TimeSpan.FromSeconds(30), () => Task.FromResult(engine.Requests<RegisterResourceRequest>().Count > 0));
        await engine.CancelAsync();
        gone.SetResult();
    }
}
