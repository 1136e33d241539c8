using System.Collections.Immutable;
using Dockerland.Tests.Sdks.Pulumi.Fakes;
using Pulumi;

namespace Dockerland.Tests.Sdks.Pulumi;

public sealed class StackTests
{
    private sealed class GoodStack : Stack
    {
        public GoodStack()
        {
            var thing = new Thing("a", new() { Value = "v" });
            Value = thing.Value!;
            Secret = Output.CreateSecret(1);
        }

        [Output("value")]
        public Output<string> Value { get; set; }

        [Output]
        public Output<int> Secret { get; set; }
    }

    private sealed class ForgetfulStack : Stack
    {
        [Output("one")]
        public Output<string> One { get; set; } = null!;

        [Output]
        public Output<string> Two { get; set; } = null!;
    }

    private sealed class MistypedStack : Stack
    {
        [Output("one")]
        public string One { get; set; } = "a";
    }

    private sealed class EagerStack : Stack
    {
        public EagerStack() => RegisterOutputs(ImmutableDictionary<string, object?>.Empty);
    }

    private sealed class FailingStack : Stack
    {
        public FailingStack() => throw new RunException("no stack");
    }

    private sealed class NoServices : IServiceProvider
    {
        public object? GetService(Type serviceType) => null;
    }

    [Fact]
    public async Task Its_Outputs_Are_Registered_Once()
    {
        var run = await RunAsync(() => new GoodStack());

        var request = Assert.Single(run.Succeeded().Monitor.Outputs);
        Assert.Equal("urn:pulumi:stack::project::pulumi:pulumi:Stack::project-stack", request.Urn);
        WireValue.Same($$"""{"value":"v","Secret":{"{{WireValue.Key}}":"{{WireValue.SecretMark}}","value":1} }""", request.Outputs);
    }

    [Fact]
    public async Task A_Programs_Outputs_May_Be_Anything_The_Wire_Has_A_Form_For()
    {
        var run = await new Run().ExecuteAsync(() => new Dictionary<string, object?>
        {
            ["plain"] = 1,
            ["output"] = Output.Create("a"),
            ["input"] = (Input<string>)"b",
            ["list"] = new[] { Output.Create("c") },
            ["type"] = new Serialization.Address("Main", 7),
            ["null"] = null,
        });

        WireValue.Same(
            """{"plain":1,"output":"a","input":"b","list":["c"],"type":{"street":"Main","number":7,"hidden":"hidden"} }""",
            Assert.Single(run.Succeeded().Monitor.Outputs).Outputs);
    }

    [Fact]
    public async Task Outputs_Without_A_Value_Are_Named() => Assert.Equal(
        ["Output(s) 'one, Two' have no value assigned. [Output] attributed properties must be assigned inside Stack constructor."],
        (await RunAsync(() => new ForgetfulStack())).Errors);

    [Fact]
    public async Task Outputs_Of_Another_Type_Are_Named() => Assert.Equal(
        ["Output(s) 'one' have incorrect type. [Output] attributed properties must be instances of Output<T>."],
        (await RunAsync(() => new MistypedStack())).Errors);

    [Fact]
    public async Task Outputs_Are_Not_Registered_Twice()
    {
        var run = await RunAsync(() => new EagerStack());

        Assert.Contains("are registered already", Assert.Single(run.Errors), StringComparison.Ordinal);
        Assert.Equal(32, run.ExitCode);
    }

    [Fact]
    public async Task What_Its_Constructor_Throws_Is_Reported_Without_Wrapping()
    {
        var failure = await Assert.ThrowsAsync<RunException>(() => Deployment.TestAsync<FailingStack>(new FakeMocks()).WaitAsync(Run.Deadline));

        Assert.Equal("no stack", failure.Message);
    }

    [Fact]
    public async Task Tests_Of_A_Stack_Class_Return_It_Too()
    {
        var resources = await Deployment.TestAsync<GoodStack>(new FakeMocks()).WaitAsync(Run.Deadline);

        Assert.Equal(["project-stack", "a"], resources.Select(resource => resource.GetResourceName()));
        Assert.IsType<GoodStack>(resources[0]);
    }

    [Fact]
    public async Task A_Stack_May_Come_From_Services()
    {
        var failure = await Assert.ThrowsAsync<RunException>(
            () => Deployment.TestWithServiceProviderAsync<GoodStack>(new FakeMocks(), new NoServices()).WaitAsync(Run.Deadline));

        Assert.Contains(nameof(GoodStack), failure.Message, StringComparison.Ordinal);
        var resources = await Deployment.TestWithServiceProviderAsync<GoodStack>(new FakeMocks(), new LateServices()).WaitAsync(Run.Deadline);
        Assert.Equal(2, resources.Length);
    }

    [Fact]
    public async Task A_Resource_Before_The_Stack_Is_Refused()
    {
        var run = await RunAsync(() =>
        {
            _ = new Thing("a");
            return new GoodStack();
        });

        Assert.Contains("before 'Run' was called", Assert.Single(run.Errors), StringComparison.Ordinal);
    }

    private static Task<Run> RunAsync(Func<Stack> create) => new Run().ExecuteAsync(create);

    private sealed class LateServices : IServiceProvider
    {
        public object? GetService(Type serviceType) => Activator.CreateInstance(serviceType);
    }
}
