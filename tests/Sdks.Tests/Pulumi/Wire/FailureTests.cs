using System.Collections.Immutable;
using Dockerland.Tests.Support.Engine;
using Pulumi;
using Pulumi.Grpc;

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
    public async Task An_Input_That_Has_No_Form_On_The_Wire_Is_Named()
    {
        var engine = await WireProgram.RunAsync(
            async () =>
            {
                await Deployment.Instance.InvokeAsync("test:index:look", new DictionaryInvokeArgs(
                    ImmutableDictionary<string, object?>.Empty.Add("when", TimeSpan.FromDays(1))));
            },
            expectedExitCode: 32);

        Assert.Contains("error serializing property \"when\"", Assert.Single(engine.Errors()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Throwing_Transformation_Ends_The_Program()
    {
        var engine = await WireProgram.RunAsync(
            (Action)(() => new Things("group", new() { ResourceTransformations = { _ => throw new FormatException("no such planet") } }).Add("child")),
            expectedExitCode: 32);

        Assert.Contains("no such planet", Assert.Single(engine.Errors()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Program_That_Blocks_On_An_Output_Gets_It()
    {
        var id = "";
        await WireProgram.RunAsync(() =>
        {
            var thing = new Thing("thing");
            new Thing("other").Id.Apply(_ => id = thing.Id.ValueAsync().GetAwaiter().GetResult());
        });

        Assert.Equal("thing-id", id);
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
}
