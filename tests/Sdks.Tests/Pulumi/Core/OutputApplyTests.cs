using Dockerland.Tests.Sdks.Pulumi.Fakes;
using Pulumi;
using static Dockerland.Tests.Sdks.Pulumi.Fakes.OutputAssertions;

namespace Dockerland.Tests.Sdks.Pulumi.Core;

public sealed class OutputApplyTests
{
    private readonly Resource _outer = Dependency("outer");
    private readonly Resource _inner = Dependency("inner");

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_Function_Is_Not_Called_On_An_Unknown_Value(bool isSecret)
    {
        var called = false;
        var output = Make(1, isKnown: false, isSecret, _outer).Apply(value =>
        {
            called = true;
            return "text";
        });

        var data = await output.DataAsync();
        Assert.False(called);
        Assert.Null(data.Value);
        Assert.False(data.IsKnown);
        Assert.Equal(isSecret, data.IsSecret);
        Assert.Equal([_outer], data.Resources);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Whether_It_Is_Called_Does_Not_Depend_On_The_Kind_Of_Run(bool isPreview)
    {
        var called = new List<string>();
        void Program()
        {
            Unknown<int>().Apply(_ => Note("unknown"));
            Output.Create(1).Apply(_ => Note("known"));
        }

        await (isPreview ? Run.PreviewAsync(Program) : Run.UpdateAsync(Program));
        Assert.Equal(["known"], called);

        int Note(string what)
        {
            called.Add(what);
            return 0;
        }
    }

    [Fact]
    public async Task A_Plain_Result_Keeps_The_State_Of_The_Value()
    {
        var data = await Make(1, isSecret: true, resources: _outer).Apply(value => value + 1).DataAsync();

        Assert.Equal((2, true, true), (data.Value, data.IsKnown, data.IsSecret));
        Assert.Equal([_outer], data.Resources);
    }

    [Fact]
    public async Task The_Result_Of_A_Task_Is_Awaited()
    {
        var data = await Make(1, resources: _outer).Apply(async value =>
        {
            await Task.Yield();
            return value + 1;
        }).DataAsync();

        Assert.Equal((2, true, false), (data.Value, data.IsKnown, data.IsSecret));
        Assert.Equal([_outer], data.Resources);
    }

    [Theory]
    [InlineData(false, false, false)]
    [InlineData(true, false, true)]
    [InlineData(false, true, true)]
    [InlineData(true, true, true)]
    public async Task An_Inner_Output_Is_Secret_If_Either_Is(bool outer, bool inner, bool expected)
    {
        var data = await Make(1, isSecret: outer, resources: _outer)
            .Apply(_ => Make(2, isSecret: inner, resources: _inner)).DataAsync();

        Assert.Equal((2, true, expected), (data.Value, data.IsKnown, data.IsSecret));
        Assert.Equal([_outer, _inner], data.Resources.OrderByDescending(resource => resource == _outer));
    }

    [Fact]
    public async Task An_Unknown_Inner_Output_Passes_Its_Placeholder_On()
    {
        var data = await Output.Create(1).Apply(_ => Make("later", isKnown: false)).DataAsync();

        Assert.Equal(("later", false), (data.Value, data.IsKnown));
    }

    [Fact]
    public async Task An_Inner_Input_Is_Flattened()
    {
        Input<string> inner = Output.CreateSecret("text");

        var data = await Output.Create(1).Apply(_ => inner).DataAsync();

        Assert.Equal(("text", true, true), (data.Value, data.IsKnown, data.IsSecret));
    }

    [Fact]
    public async Task A_Null_Inner_Output_Is_A_Known_Default()
    {
        var data = await Make(1, isSecret: true, resources: _outer).Apply(_ => (Output<string>?)null).DataAsync();

        Assert.Equal((null, true, true), (data.Value, data.IsKnown, data.IsSecret));
        Assert.Equal([_outer], data.Resources);
    }

    [Fact]
    public async Task A_Null_Inner_Input_Is_A_Known_Default()
    {
        var data = await Output.Create(1).Apply(_ => (Input<string>?)null).DataAsync();

        Assert.Equal((null, true), (data.Value, data.IsKnown));
    }

    [Fact]
    public async Task The_Deployment_Waits_For_An_Effect()
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var done = false;
        var run = Run.UpdateAsync(() =>
        {
            Output.Create(1).Apply(async _ =>
            {
                await gate.Task;
                done = true;
            });
        });

        Assert.False(run.IsCompleted);
        gate.SetResult();
        (await run).Succeeded();
        Assert.True(done);
    }

    [Fact]
    public async Task A_Failing_Effect_Fails_The_Deployment()
    {
        var run = await Run.UpdateAsync(() =>
        {
            Output.Create(1).Apply((Func<int, Task>)(_ => Task.FromException(new RunException("no effect"))));
        });

        Assert.Equal(["no effect"], run.Errors);
        Assert.Equal(32, run.ExitCode);
    }

    [Fact]
    public async Task Every_Derived_Output_Fails_With_The_Same_Exception()
    {
        var failure = new InvalidOperationException("broken");
        var first = Output.Create(1).Apply(Fail);
        var outputs = new IOutput[] { first, first.Apply(v => v), Output.All(first, first), Output.Format($"{first}"), Output.JsonSerialize(first) };

        foreach (var output in outputs)
        {
            Assert.Same(failure, await Assert.ThrowsAsync<InvalidOperationException>(() => output.GetDataAsync()));
        }

        int Fail(int value) => throw failure;
    }

    [Fact]
    public async Task One_Failure_Is_Reported_Once_However_Many_Outputs_It_Reaches()
    {
        var run = await Run.UpdateAsync(() =>
        {
            var failing = Output.Create(1).Apply(Fail);
            _ = new Thing("a", new() { Value = failing.Apply(v => "") });
            _ = new Thing("b", new() { Value = Output.Format($"{failing}") });
        });

        Assert.Equal(["broken"], run.Errors);

        static int Fail(int value) => throw new RunException("broken");
    }
}
