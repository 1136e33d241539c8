using System.Collections.Immutable;
using Dockerland.Tests.Sdks.Pulumi.Fakes;
using Pulumi;
using Pulumi.Testing;

namespace Dockerland.Tests.Sdks.Pulumi.Testing;

/// <summary>What becomes of the state that mocks give a resource.</summary>
public sealed class MockStateTests
{
    private readonly FakeMocks _mocks = new();

    public static TheoryData<object> States => new()
    {
        new Dictionary<string, object> { ["value"] = "v" },
        ImmutableDictionary<string, object>.Empty.Add("value", "v"),
        new Dictionary<string, string> { ["value"] = "v" },
        new ThingArgs { Value = "v" },
        new State("v"),
    };

    [OutputType]
    internal sealed class State(string value)
    {
        private readonly string value = value;

        public override string ToString() => value;
    }

    [Theory]
    [MemberData(nameof(States))]
    public async Task State_Is_A_Dictionary_Args_Or_An_Output_Type(object state)
    {
        _mocks.OnResource = args => ("id", state);

        Assert.Equal("v", await (await ThingAsync()).Value.ValueAsync());
    }

    [Fact]
    public async Task Any_Other_State_Is_Refused()
    {
        _mocks.OnResource = args => ("id", new { value = "v" });

        var failure = await Assert.ThrowsAsync<RunException>(ThingAsync);

        Assert.Contains("is not a supported argument type", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task State_May_Be_Secret()
    {
        _mocks.OnResource = args => ("id", new Dictionary<string, object> { ["value"] = Output.CreateSecret("v") });

        var data = await (await ThingAsync()).Value.DataAsync();
        Assert.Equal(("v", true), (data.Value, data.IsSecret));
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task Outputs_Left_Out_Are_Unknown_In_A_Preview_Which_Is_The_Default(bool? isPreview, bool isKnown)
    {
        var thing = await ThingAsync(new() { IsPreview = isPreview });

        Assert.Equal(isKnown, (await thing.Value.DataAsync()).IsKnown);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task No_Id_Is_Unknown_In_Any_Run(bool isPreview)
    {
        _mocks.OnResource = args => (null, args.Inputs);

        Assert.False((await (await ThingAsync(new() { IsPreview = isPreview })).Id.DataAsync()).IsKnown);
    }

    private Task<Thing> ThingAsync() => ThingAsync(new());

    private async Task<Thing> ThingAsync(TestOptions options) =>
        Assert.IsType<Thing>(Assert.Single(await _mocks.TestAsync(() => _ = new Thing("a"), options)));
}
