using System.Collections.Immutable;
using Dockerland.Tests.Sdks.Pulumi.Fakes;
using Pulumi;
using static Dockerland.Tests.Sdks.Pulumi.Fakes.OutputAssertions;

namespace Dockerland.Tests.Sdks.Pulumi.Deployments;

public sealed class InvokeTests
{
    private readonly FakeMocks _mocks = new() { OnCall = args => new Dictionary<string, object> { ["Result"] = "r" } };

    private sealed class FindArgs : InvokeArgs
    {
        [Input("name")]
        public Input<string>? Name { get; set; }
    }

    [OutputType]
    internal sealed record FindResult(string Result);

    [Fact]
    public async Task A_Plain_Call_Gives_The_Answer() => await _mocks.TestAsync(async () =>
    {
        var answer = await Deployment.Instance.InvokeAsync<FindResult>("test:index:find", Named("n"));

        Assert.Equal("r", answer.Result);
        Assert.Equal(("test:index:find", "n"), (_mocks.Calls.Single().Token, _mocks.Calls.Single().Args["name"]));
    });

    [Fact]
    public async Task A_Plain_Call_Loses_What_Is_Secret()
    {
        _mocks.OnCall = args => new Dictionary<string, object> { ["Result"] = Output.CreateSecret("r") };
        await _mocks.TestAsync(async () =>
            Assert.Equal("r", (await Deployment.Instance.InvokeAsync<FindResult>("test:index:find", Named("n"))).Result));
    }

    [Fact]
    public async Task A_Call_For_Its_Effect_Ignores_The_Answer() => await _mocks.TestAsync(async () =>
    {
        await Deployment.Instance.InvokeAsync("test:index:find", InvokeArgs.Empty);
        Assert.Single(_mocks.Calls);
    });

    [Fact]
    public async Task A_Single_Value_Is_Taken_Out_Of_The_Answer() => await _mocks.TestAsync(async () =>
    {
        Assert.Equal("r", await Deployment.Instance.InvokeSingleAsync<string>("test:index:find", Named("n")));
        Assert.Equal("r", await Deployment.Instance.InvokeSingle<string>("test:index:find", Named("n")).ValueAsync());
        Assert.Equal("r", await Deployment.Instance.InvokeSingle<string>("test:index:find", Named("n"), new InvokeOutputOptions()).ValueAsync());
    });

    [Fact]
    public async Task Args_May_Be_A_Dictionary_Or_Missing() => await _mocks.TestAsync(async () =>
    {
        var args = new DictionaryInvokeArgs(ImmutableDictionary<string, object?>.Empty.Add("name", "n"));
        await Deployment.Instance.InvokeAsync<FindResult>("test:index:find", args);
        await Deployment.Instance.Invoke<FindResult>("test:index:find", null!).ValueAsync();

        Assert.Equal([1, 0], _mocks.Calls.Select(call => call.Args.Count));
    });

    [Theory]
    [InlineData(true, true)]
    [InlineData(false, false)]
    public async Task An_Output_Is_Secret_If_The_Answer_Is(bool isSecret, bool expected)
    {
        _mocks.OnCall = args => new Dictionary<string, object> { ["Result"] = isSecret ? Output.CreateSecret("r") : "r" };
        await _mocks.TestAsync(async () =>
        {
            var data = await Find(Named("n")).DataAsync();
            Assert.Equal(("r", true, expected), (data.Value.Result, data.IsKnown, data.IsSecret));
        });
    }

    [Fact]
    public async Task An_Unknown_Argument_Makes_The_Output_Unknown_Without_A_Call() => await _mocks.TestAsync(async () =>
    {
        Assert.False((await Find(Named(Unknown<string>())).DataAsync()).IsKnown);
        Assert.False((await Deployment.Instance.InvokeSingle<string>("test:index:find", Named(Unknown<string>())).DataAsync()).IsKnown);
        Assert.Empty(_mocks.Calls);
    });

    [Fact]
    public async Task The_Output_Depends_On_Its_Arguments_And_More() => await _mocks.TestAsync(async () =>
    {
        var (a, b) = (new Thing("a", new() { Value = "n" }), new Thing("b"));

        var data = await Find(Named(a.Value!), new InvokeOutputOptions { DependsOn = { b } }).DataAsync();

        Assert.True(data.IsKnown);
        Assert.True(data.Resources.SetEquals([a, b]));
    });

    [Fact]
    public async Task A_Dependency_Yet_To_Be_Made_Makes_The_Output_Unknown_Without_A_Call()
    {
        _mocks.OnResource = args => (null, args.Inputs);
        await _mocks.TestAsync(async () =>
        {
            var group = new Group("g");
            _ = new Thing("a", options: new() { Parent = group });

            Assert.False((await Find(Named("n"), new InvokeOutputOptions { DependsOn = { group } }).DataAsync()).IsKnown);
            Assert.Empty(_mocks.Calls);
        });
    }

    [Fact]
    public async Task The_Provider_Is_Given_Or_The_Parents() => await _mocks.TestAsync(async () =>
    {
        var (p, q) = (new ThingProvider("p"), new ThingProvider("q"));
        var group = new Group("g", new() { Provider = p });
        await Deployment.Instance.InvokeAsync<FindResult>("test:index:find", Named("n"), new() { Parent = group });
        await Deployment.Instance.InvokeAsync<FindResult>("test:index:find", Named("n"), new() { Parent = group, Provider = q });
        await Deployment.Instance.InvokeAsync<FindResult>("other:index:find", Named("n"), new() { Parent = group });

        Assert.Equal(["p-id", "q-id", ""], _mocks.Calls.Select(call => call.Provider!.Split("::")[^1]));
    });

    [Fact]
    public async Task Refusals_Are_Told_With_Their_Properties()
    {
        var run = new Run();
        run.Monitor.OnInvoke = request => Task.FromResult(new global::Pulumi.Rpc.ResourceInvokeResponse
        {
            Failures = { new global::Pulumi.Rpc.CheckFailure { Property = "name", Reason = "too long" } },
        });
        await run.ExecuteAsync(() => { Find(Named("n")); });

        Assert.Equal(["Invoke of 'test:index:find' failed: too long (name)"], run.Errors);
    }

    [Fact]
    public async Task A_Method_Is_Called_With_Its_Resource()
    {
        Output<FindResult>? answer = null;
        var run = new Run();
        run.Monitor.Supports = feature => feature != "outputValues";
        run.Monitor.OnCall = request => new()
        {
            Return = WireValue.Parse("""{"Result":"r"}""").StructValue,
            ReturnDependencies = { ["Result"] = new() { Urns = { "urn:pulumi:stack::project::test:index:Thing::other" } } },
        };
        (await run.ExecuteAsync(() =>
        {
            answer = Deployment.Instance.Call<FindResult>("test:index:Thing/find", CallArgs.Empty, new Thing("self"));
        })).Succeeded();

        var request = Assert.Single(run.Monitor.Called);
        Assert.Equal("self", request.Args.Fields["__self__"].StructValue.Fields["id"].StringValue);
        var data = await answer!.DataAsync();
        Assert.Equal("r", data.Value.Result);
        Assert.IsType<DependencyResource>(Assert.Single(data.Resources));
    }

    private static FindArgs Named(Input<string> name) => new() { Name = name };

    private static Output<FindResult> Find(InvokeArgs args) => Deployment.Instance.Invoke<FindResult>("test:index:find", args);

    private static Output<FindResult> Find(InvokeArgs args, InvokeOutputOptions options) =>
        Deployment.Instance.Invoke<FindResult>("test:index:find", args, options);
}
