using Dockerland.Tests.Sdks.Pulumi.Fakes;
using Pulumi;
using static Dockerland.Tests.Sdks.Pulumi.Fakes.OutputAssertions;

namespace Dockerland.Tests.Sdks.Pulumi.Resources;

public sealed class CustomResourceTests
{
    private sealed class IdArgs : ResourceArgs
    {
        [Input("id")]
        public Input<string>? Id { get; set; }

        [Input("urn")]
        public Input<string>? Urn { get; set; }

        [Input("value")]
        public Input<string>? Value { get; set; }
    }

    private class Base(string name) : CustomResource("test:index:Thing", name, new ThingArgs { Value = "v" }, null, null)
    {
        [Output("value")]
        public Output<string> Value { get; private set; } = null!;
    }

    private sealed class Derived(string name) : Base(name);

    [Fact]
    public async Task An_Inherited_Output_With_A_Private_Setter_Is_Filled()
    {
        Derived? a = null;
        (await Run.UpdateAsync(() => { a = new Derived("a"); })).Succeeded();

        Assert.Equal("v", await a!.Value.ValueAsync());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public async Task Without_An_Id_It_Is_Registered(string? id)
    {
        var run = await WithIdAsync(id is null ? null : (Input<string>)id);

        Assert.Contains(run.Monitor.Registered, request => request.Name == "a");
        Assert.Empty(run.Monitor.Read);
    }

    [Fact]
    public async Task With_An_Unknown_Id_It_Is_Registered() =>
        Assert.Contains((await WithIdAsync(Unknown<string>())).Monitor.Registered, request => request.Name == "a");

    [Fact]
    public async Task With_An_Id_It_Is_Read()
    {
        var run = await WithIdAsync(Output.Create("some-id"));

        Assert.Equal("some-id", Assert.Single(run.Monitor.Read).Id);
        Assert.DoesNotContain(run.Monitor.Registered, request => request.Name == "a");
    }

    [Fact]
    public async Task What_Is_Read_Has_The_Id_It_Was_Read_By()
    {
        Thing? a = null;
        (await Run.PreviewAsync(() => { a = new Thing("a", new() { Value = "v" }, new() { Id = "some-id" }); })).Succeeded();

        Assert.Equal("some-id", await a!.Id.ValueAsync());
        Assert.Equal("v", await a.Value.ValueAsync());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("some-id")]
    public async Task Id_And_Urn_Are_Never_Inputs(string? id)
    {
        var run = (await Run.UpdateAsync(() => _ = new CustomResource(
            "test:index:Thing", "a", new IdArgs { Id = "x", Urn = "y", Value = "v" }, new() { Id = id! }, null))).Succeeded();

        var inputs = id is null ? run.Monitor.Registration("a").Object : Assert.Single(run.Monitor.Read).Properties;
        Assert.Equal(["value"], inputs.Fields.Keys);
    }

    [Fact]
    public async Task With_A_Urn_It_Is_Asked_For_And_Not_Registered()
    {
        Thing? a = null;
        var run = new Run();
        run.Monitor.OnInvoke = request => Task.FromResult(new global::Pulumi.Rpc.ResourceInvokeResponse
        {
            Return = WireValue.Parse("""{"urn":"urn:the:one","id":"its-id","state":{"value":"v"} }""").StructValue,
        });
        (await run.ExecuteAsync(() => { a = new Thing("a", options: new() { Urn = "urn:the:one" }); })).Succeeded();

        Assert.Equal(("urn:the:one", "its-id", "v"), (await a!.Urn.ValueAsync(), await a.Id.ValueAsync(), await a.Value.ValueAsync()));
        Assert.Equal("urn:the:one", Assert.Single(run.Monitor.Invoked).Args.Fields["urn"].StringValue);
        Assert.DoesNotContain(run.Monitor.Registered, request => request.Name == "a");
    }

    [Fact]
    public async Task Args_May_Be_A_Dictionary()
    {
        var run = (await Run.UpdateAsync(() => _ = new CustomResource(
            "test:index:Thing",
            "a",
            new DictionaryResourceArgs(System.Collections.Immutable.ImmutableDictionary<string, object?>.Empty.Add("b", Output.Create(1))),
            null,
            null))).Succeeded();

        Assert.Equal(1, run.Monitor.Registration("a").Object.Fields["b"].NumberValue);
    }

    [Fact]
    public async Task A_Package_With_Parameters_Is_Registered_Once()
    {
        var package = new RegisterPackageRequest("p", "1.0.0", null);
        var run = (await Run.UpdateAsync(() =>
        {
            _ = new CustomResource("test:index:Thing", "a", null, null, package);
            _ = new CustomResource("test:index:Thing", "b", null, null, package);
        })).Succeeded();

        Assert.Equal(["p"], run.Monitor.PackagesRegistered);
        Assert.Equal("p-1.0.0", run.Monitor.Registration("b").PackageRef);
    }

    private static async Task<Run> WithIdAsync(Input<string>? id) =>
        (await Run.UpdateAsync(() => _ = new Thing("a", options: new() { Id = id }))).Succeeded();
}
