using Dockerland.Tests.Support;
using Dockerland.Tests.Support.Engine;
using Google.Protobuf.WellKnownTypes;
using Pulumi.Rpc;

namespace Dockerland.Tests.Sdks.Pulumi.Wire;

/// <summary>The engine ends a deployment on its own, and has said why.</summary>
public sealed class CancelTests
{
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
                return await new TaskCompletionSource<Empty>().Task;
            },
            expectedExitCode: 32);

        Assert.Empty(engine.Errors());
    }

    [Fact]
    public async Task A_Program_That_Blocks_On_The_Failed_Resource_Adds_No_Word()
    {
        var engine = await WireProgram.RunAsync(() => new Thing("failing").Id.ValueAsync().Wait(), Cancel("failing"), expectedExitCode: 32);

        Assert.Empty(engine.Errors());
    }

    // As the engine does when a provider fails: no call under way gets an answer, that of the failed resource neither.
    private static Action<WireEngine> Cancel(string name) => engine => engine.RegisterResource = async request =>
    {
        if (request.Name != name) return engine.Answers.RegisterResource(request);
        _ = engine.CancelAsync();
        return await new TaskCompletionSource<RegisterResourceResponse>().Task;
    };

    private static async Task StopWhenStackIsThereAsync(WireEngine engine, TaskCompletionSource gone)
    {
        await Condition.WaitAsync("the stack is registered", TimeSpan.FromSeconds(30), () => Task.FromResult(engine.Requests<RegisterResourceRequest>().Count > 0));
        await engine.CancelAsync();
        gone.SetResult();
    }
}
