using System.Collections.Immutable;
using Dockerland.Tests.Sdks.Pulumi.Fakes;
using Pulumi;
using static Dockerland.Tests.Sdks.Pulumi.Fakes.OutputAssertions;

namespace Dockerland.Tests.Sdks.Pulumi.Resources;

public sealed class ComponentResourceTests
{
    private const string UrnOfG = "urn:pulumi:stack::project::test:index:Group::g";

    private sealed class Site : ComponentResource
    {
        public Site(string name)
            : base("test:index:Site", name)
        {
            Address = Output.CreateSecret("http://a");
            RegisterOutputs();
        }

        [Output("address")]
        public Output<string> Address { get; private set; }

        [Output]
        public Output<int> Port { get; } = Output.Create(80);

        public string NotAnOutput { get; } = "not sent";
    }

    private sealed class LateGroup : ComponentResource
    {
        public LateGroup(Task<IDictionary<string, object?>> outputs)
            : base("test:index:Group", "g") => RegisterOutputs(outputs);
    }

    [Fact]
    public async Task Its_Output_Properties_Are_Registered_By_Their_Names()
    {
        var run = (await Run.UpdateAsync(() => _ = new Site("s"))).Succeeded();

        var request = run.Monitor.Outputs.Single(outputs => outputs.Urn.EndsWith("::s", StringComparison.Ordinal));
        WireValue.Same($$"""{"address":{"{{WireValue.Key}}":"{{WireValue.SecretMark}}","value":"http://a"},"Port":80}""", request.Outputs);
    }

    [Fact]
    public async Task Its_Own_Outputs_Are_Left_To_The_Program()
    {
        Site? site = null;
        (await Run.PreviewAsync(() => { site = new Site("s"); })).Succeeded();

        Assert.Equal("http://a", await site!.Address.ValueAsync());
        Assert.Equal(80, await site.Port.ValueAsync());
    }

    [Fact]
    public async Task Outputs_May_Be_A_Dictionary_Of_Anything() => WireValue.Same(
        $$"""{"plain":1,"list":["a"],"unknown":"{{WireValue.UnknownMark}}","nested":{"b":2},"id":"kept"}""",
        await OutputsAsync(new Dictionary<string, object?>
        {
            ["plain"] = 1,
            ["list"] = new InputList<string> { "a" },
            ["unknown"] = Unknown<int>(),
            ["nested"] = new Dictionary<string, object> { ["b"] = Output.Create(2) },
            ["null"] = null,
            ["id"] = "kept",
        }));

    [Fact]
    public async Task Outputs_May_Come_Later()
    {
        var later = new TaskCompletionSource<IDictionary<string, object?>>(TaskCreationOptions.RunContinuationsAsynchronously);
        var run = Run.UpdateAsync(() => _ = new LateGroup(later.Task));
        Assert.False(run.IsCompleted);

        later.SetResult(new Dictionary<string, object?> { ["a"] = 1 });

        WireValue.Same("""{"a":1}""", OutputsOfG((await run).Succeeded()));
    }

    [Fact]
    public async Task Outputs_Are_Registered_Once()
    {
        Exception? thrown = null;
        var run = (await Run.UpdateAsync(() =>
        {
            var group = new Group("g");
            group.RegisterOutputs();
            thrown = Record.Exception(group.RegisterOutputs);
        })).Succeeded();

        Assert.Contains("'g'", Assert.IsType<InvalidOperationException>(thrown).Message, StringComparison.Ordinal);
        Assert.Single(run.Monitor.Outputs, outputs => outputs.Urn == UrnOfG);
    }

    [Fact]
    public async Task Depending_On_A_Component_Is_Depending_On_What_Is_In_It()
    {
        var run = (await Run.UpdateAsync(() =>
        {
            var group = new Group("g");
            _ = new Thing("in", options: new() { Parent = group });
            _ = new Thing("a", options: new() { DependsOn = group });
        })).Succeeded();

        Assert.Equal(["urn:pulumi:stack::project::test:index:Thing::in"], run.Monitor.Registration("a").Dependencies);
    }

    [Fact]
    public async Task A_Child_That_Depends_On_Its_Own_Component_Does_Not_Wait_For_Itself()
    {
        var run = (await Run.UpdateAsync(() =>
        {
            var group = new Group("g");
            _ = new Thing("first", options: new() { Parent = group });
            _ = new Thing("a", new() { Value = group.Urn! }, new() { Parent = group, DependsOn = group });
            _ = new Thing("last", options: new() { Parent = group, DependsOn = group });
        })).Succeeded();

        Assert.Equal(["urn:pulumi:stack::project::test:index:Thing::first"], run.Monitor.Registration("a").Dependencies);
        Assert.Equal(2, run.Monitor.Registration("last").Dependencies.Count);
    }

    [Fact]
    public async Task Unknown_Dependencies_Count_As_None()
    {
        var run = (await Run.PreviewAsync(() => _ = new Thing("a", options: new()
        {
            DependsOn = Unknown<ImmutableArray<Resource>>(),
        }))).Succeeded();

        Assert.Empty(run.Monitor.Registration("a").Dependencies);
    }

    [Fact]
    public async Task A_Component_Cannot_Be_Read_By_Id()
    {
        var run = await Run.UpdateAsync(() => _ = new Group("g", new() { Id = "some" }));

        Assert.Contains("Remove the Id", Assert.Single(run.Errors), StringComparison.Ordinal);
    }

    private static async Task<Google.Protobuf.WellKnownTypes.Struct> OutputsAsync(IDictionary<string, object?> outputs) =>
        OutputsOfG((await Run.PreviewAsync(() => new Group("g").RegisterOutputs(outputs))).Succeeded());

    private static Google.Protobuf.WellKnownTypes.Struct OutputsOfG(Run run) =>
        run.Monitor.Outputs.Single(outputs => outputs.Urn == UrnOfG).Outputs;
}
