using System.Collections.Immutable;
using Dockerland.Tests.Support.Engine;
using Google.Protobuf.WellKnownTypes;
using Pulumi;
using Pulumi.Rpc;
using Pulumi.Utilities;

namespace Dockerland.Tests.Sdks.Pulumi.Wire;

/// <summary>What an engine's answer makes of a resource's outputs.</summary>
public sealed class OutputsTests
{
    [Fact]
    public async Task In_A_Preview_The_Id_Of_A_New_Resource_Is_Unknown()
    {
        var thing = await CreateAsync(isDryRun: true);

        Assert.False(await OutputUtilities.GetIsKnownAsync(thing.Id));
    }

    [Fact]
    public async Task In_A_Preview_An_Output_That_The_Engine_Does_Not_Tell_Is_Unknown()
    {
        var thing = await CreateAsync(isDryRun: true);

        Assert.False(await OutputUtilities.GetIsKnownAsync(thing.Address));
    }

    [Fact]
    public async Task In_A_Preview_An_Output_That_The_Engine_Tells_Is_Known()
    {
        var thing = await CreateAsync(isDryRun: true);

        Assert.Equal((true, "given"), (await OutputUtilities.GetIsKnownAsync(thing.Text), await thing.Text.ValueAsync()));
    }

    [Fact]
    public async Task In_An_Update_An_Output_That_The_Engine_Does_Not_Tell_Is_Null()
    {
        var thing = await CreateAsync(isDryRun: false);

        Assert.Equal((true, null), (await OutputUtilities.GetIsKnownAsync(thing.Address), await thing.Address.ValueAsync()));
    }

    [Theory]
    [InlineData("SKIP", false)]
    [InlineData("FAIL", false)]
    [InlineData("SUCCESS", true)]
    public async Task In_An_Update_The_Outputs_Of_What_Was_Not_Made_Are_Unknown(string result, bool unknown)
    {
        var thing = await CreateAsync(isDryRun: false, response =>
        {
            response.Result = System.Enum.Parse<Result>(result, ignoreCase: true);
            response.Unknown = unknown;
            response.Id = "";
        });

        Assert.Equal((false, false), (await OutputUtilities.GetIsKnownAsync(thing.Address), await OutputUtilities.GetIsKnownAsync(thing.Id)));
    }

    [Fact]
    public async Task One_Unknown_Element_Makes_The_Whole_Output_Unknown()
    {
        var thing = await CreateAsync(isDryRun: true, response => response.Object.Fields["list"] = Value.ForList(Value.ForString("a"), Value.ForString(Wire.Unknown)));

        Assert.False(await OutputUtilities.GetIsKnownAsync(thing.List));
    }

    [Fact]
    public async Task One_Secret_Element_Makes_The_Whole_Output_Secret()
    {
        var secret = Value.Parser.ParseJson(Wire.Secret("\"b\""));
        var thing = await CreateAsync(isDryRun: false, response => response.Object.Fields["list"] = Value.ForList(Value.ForString("a"), secret));

        Assert.Equal((true, "a,b"), (await Output.IsSecretAsync(thing.List), string.Join(',', await thing.List.ValueAsync())));
    }

    [Fact]
    public async Task A_Value_Of_Another_Type_Is_Dropped_With_A_Warning()
    {
        Thing thing = null!;
        var engine = await WireProgram.RunAsync(
            () => thing = new Thing("thing"),
            engine => Change(engine, response => response.Object.Fields["count"] = Value.ForString("many")));

        Assert.Equal(
            (0, true),
            (await thing.Count.ValueAsync(), engine.Requests<LogRequest>().Any(log => log is { Severity: LogSeverity.Warning } && log.Message.Contains("count", StringComparison.Ordinal))));
    }

    [Fact]
    public async Task Keys_Of_The_Engine_Itself_Are_Not_Seen()
    {
        Output<ImmutableDictionary<string, string>> tags = null!;
        await WireProgram.RunAsync(
            () => tags = Deployment.Instance.Invoke<ImmutableDictionary<string, string>>("test:index:tags", InvokeArgs.Empty),
            engine => engine.Invoke = _ => Task.FromResult(new ResourceInvokeResponse
            {
                Return = Struct.Parser.ParseJson("""{ "__defaults": "x", "name": "y" }"""),
            }));

        Assert.Equal(["name"], (await tags.ValueAsync()).Keys);
    }

    private static async Task<Thing> CreateAsync(bool isDryRun, Action<RegisterResourceResponse>? change = null)
    {
        Thing thing = null!;
        void Program() => thing = new Thing("thing", new ThingArgs { Text = "given" });
        void Prepare(WireEngine engine) => Change(engine, change ?? (_ => { }));
        _ = isDryRun ? await WireProgram.PreviewAsync(Program, Prepare) : await WireProgram.RunAsync(Program, Prepare);
        return thing;
    }

    private static void Change(WireEngine engine, Action<RegisterResourceResponse> change) => engine.RegisterResource = request =>
    {
        var response = engine.Answers.RegisterResource(request);
        if (request.Custom) change(response);
        return Task.FromResult(response);
    };
}
