using System.Collections.Immutable;
using Dockerland.Tests.Support.Engine;
using Google.Protobuf.WellKnownTypes;
using Pulumi;
using Pulumi.Rpc;
using Pulumi.Utilities;

namespace Dockerland.Tests.Sdks.Pulumi.Wire;

public sealed class InvokeTests
{
    private const string Token = "test:index:look";

    [Fact]
    public async Task A_Function_Is_Asked_With_Its_Arguments_And_Version()
    {
        var engine = await WireProgram.RunAsync(
            async () => { await Deployment.Instance.InvokeAsync(Token, new LookArgs { Key = "k" }, new InvokeOptions { Version = "1.2.3" }); },
            Answer("{}"));

        Wire.Equal(
            $$"""{ "tok": "{{Token}}", "args": { "key": "k" }, "version": "1.2.3", "acceptResources": true }""",
            engine.Json<ResourceInvokeRequest>());
    }

    [Fact]
    public async Task A_Plain_Call_Returns_The_Result()
    {
        ImmutableDictionary<string, string> result = null!;
        await WireProgram.RunAsync(
            async () => { result = await Deployment.Instance.InvokeAsync<ImmutableDictionary<string, string>>(Token, InvokeArgs.Empty); },
            Answer("""{ "value": "v" }"""));

        Assert.Equal("v", result["value"]);
    }

    [Fact]
    public async Task A_Plain_Call_Runs_In_A_Preview_Too()
    {
        var engine = await WireProgram.PreviewAsync(async () => { await Deployment.Instance.InvokeAsync(Token, InvokeArgs.Empty); }, Answer("{}"));

        Assert.Single(engine.Requests<ResourceInvokeRequest>());
    }

    [Fact]
    public async Task An_Unknown_Argument_Makes_The_Output_Unknown_Without_A_Call()
    {
        Output<ImmutableDictionary<string, string>> result = null!;
        var engine = await WireProgram.PreviewAsync(() => result = Look(new LookArgs { Key = new Thing("thing").Address.Apply(address => address!) }), Answer("{}"));

        Assert.Equal((false, 0), (await OutputUtilities.GetIsKnownAsync(result), engine.Requests<ResourceInvokeRequest>().Count));
    }

    [Fact]
    public async Task An_Argument_Of_A_Resource_Yet_To_Be_Made_Makes_The_Output_Unknown_Even_If_Known_Itself()
    {
        Output<ImmutableDictionary<string, string>> result = null!;
        var engine = await WireProgram.PreviewAsync(
            () => result = Look(new LookArgs { Key = new Thing("thing", new ThingArgs { Text = "given" }).Text.Apply(text => text!) }), Answer("{}"));

        Assert.Equal((false, 0), (await OutputUtilities.GetIsKnownAsync(result), engine.Requests<ResourceInvokeRequest>().Count));
    }

    [Fact]
    public async Task An_Output_Call_Waits_For_What_It_Depends_On()
    {
        Output<ImmutableDictionary<string, string>> result = null!;
        var engine = await WireProgram.PreviewAsync(
            () => result = Deployment.Instance.Invoke<ImmutableDictionary<string, string>>(
                Token, InvokeArgs.Empty, new InvokeOutputOptions { DependsOn = new Thing("thing") }),
            Answer("{}"));

        Assert.Equal((false, 0), (await OutputUtilities.GetIsKnownAsync(result), engine.Requests<ResourceInvokeRequest>().Count));
    }

    [Fact]
    public async Task The_Output_Of_A_Call_Depends_On_What_Its_Arguments_Depend_On()
    {
        Output<ImmutableDictionary<string, string>> result = null!;
        await WireProgram.RunAsync(
            () => result = Look(new LookArgs { Key = new Thing("thing", new ThingArgs { Text = "given" }).Text.Apply(text => text!) }),
            Answer("""{ "value": "v" }"""));

        var dependency = Assert.Single(await OutputUtilities.GetDependenciesAsync(result));
        Assert.Equal("thing", dependency.GetResourceName());
    }

    [Fact]
    public async Task A_Secret_Result_Is_A_Secret_Output()
    {
        Output<ImmutableDictionary<string, string>> result = null!;
        await WireProgram.RunAsync(() => result = Look(new LookArgs()), Answer($$"""{ "value": {{Wire.Secret("\"hush\"")}} }"""));

        Assert.Equal((true, "hush"), (await Output.IsSecretAsync(result), (await result.ValueAsync())["value"]));
    }

    [Fact]
    public async Task A_Secret_Argument_Stays_Secret_On_The_Wire()
    {
        var engine = await WireProgram.RunAsync(() => Look(new LookArgs { Key = Output.CreateSecret("hush") }), Answer("{}"));

        Wire.Equal($$"""{ "tok": "{{Token}}", "args": { "key": {{Wire.Secret("\"hush\"")}} }, "acceptResources": true }""", engine.Json<ResourceInvokeRequest>());
    }

    [Fact]
    public async Task A_Single_Value_Is_Taken_Out_Of_Its_Envelope()
    {
        var result = 0;
        await WireProgram.RunAsync(
            async () => { result = await Deployment.Instance.InvokeSingleAsync<int>(Token, InvokeArgs.Empty); },
            Answer("""{ "value": 7 }"""));

        Assert.Equal(7, result);
    }

    [Fact]
    public async Task What_The_Function_Refuses_Is_Reported_With_Its_Property()
    {
        var engine = await WireProgram.RunAsync(
            async () => { await Deployment.Instance.InvokeAsync(Token, InvokeArgs.Empty); },
            engine => engine.Invoke = _ => Task.FromResult(new ResourceInvokeResponse { Failures = { new CheckFailure { Property = "key", Reason = "is missing" } } }),
            expectedExitCode: 32);

        Assert.Contains($"Invoke of '{Token}' failed: is missing (key)", Assert.Single(engine.Errors()).Message, StringComparison.Ordinal);
    }

    private static Output<ImmutableDictionary<string, string>> Look(LookArgs args) =>
        Deployment.Instance.Invoke<ImmutableDictionary<string, string>>(Token, args);

    private static Action<WireEngine> Answer(string json) => engine =>
        engine.Invoke = _ => Task.FromResult(new ResourceInvokeResponse { Return = Struct.Parser.ParseJson(json) });

    private sealed class LookArgs : InvokeArgs
    {
        [Input("key")]
        public Input<string>? Key { get; set; }
    }
}
