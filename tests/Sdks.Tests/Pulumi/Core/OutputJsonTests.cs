using System.Collections.Immutable;
using System.Text.Json;
using Dockerland.Tests.Sdks.Pulumi.Fakes;
using Pulumi;
using static Dockerland.Tests.Sdks.Pulumi.Fakes.OutputAssertions;

namespace Dockerland.Tests.Sdks.Pulumi.Core;

public sealed class OutputJsonTests
{
    private sealed record Policy(string Name, Output<int>? Number = null)
    {
        public Input<string>? Text { get; init; }

        public InputList<int>? List { get; init; }

        public InputMap<int>? Map { get; init; }
    }

    [Fact]
    public async Task Nested_Inputs_And_Outputs_Are_Written_As_Their_Values()
    {
        var policy = new Policy("a", Output.Create(1)) { Text = "b", List = [2, Output.Create(3)], Map = new() { ["c"] = 4 } };

        var json = await Output.JsonSerialize(Output.Create(policy)).ValueAsync();

        Assert.Equal("""{"Name":"a","Number":1,"Text":"b","List":[2,3],"Map":{"c":4}}""", json);
    }

    [Fact]
    public async Task One_Unknown_Inside_Makes_The_Text_Unknown()
    {
        var data = await Output.JsonSerialize(Output.Create(new Policy("a", Unknown<int>(isSecret: true)))).DataAsync();

        Assert.Equal(("", false, true), (data.Value, data.IsKnown, data.IsSecret));
    }

    [Fact]
    public async Task One_Secret_Inside_Makes_The_Text_Secret()
    {
        var data = await Output.JsonSerialize(Output.Create(new Policy("a") { List = [Output.CreateSecret(1)] })).DataAsync();

        Assert.Equal((true, true), (data.IsKnown, data.IsSecret));
    }

    [Fact]
    public async Task The_Text_Depends_On_What_Is_Inside()
    {
        var (a, b) = (Dependency("a"), Dependency("b"));

        var data = await Output.JsonSerialize(Make(new Policy("a", Make(1, resources: b)), resources: a)).DataAsync();

        Assert.True(data.Resources.SetEquals([a, b]));
    }

    [Fact]
    public async Task An_Unknown_Value_Has_An_Unknown_Text()
    {
        var data = await Output.JsonSerialize(Unknown<Policy>(isSecret: true)).DataAsync();

        Assert.Equal(("", false, true), (data.Value, data.IsKnown, data.IsSecret));
    }

    [Fact]
    public async Task A_Nested_Output_That_Comes_Later_Is_Waited_For()
    {
        var later = new TaskCompletionSource<int>();
        var json = Output.JsonSerialize(Output.Create(new[] { Output.Create(later.Task) }));
        later.SetResult(1);

        Assert.Equal("[1]", await json.ValueAsync());
    }

    [Fact]
    public async Task Options_Are_Taken_And_Left_As_They_Were()
    {
        var options = new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

        var json = await Output.JsonSerialize(Output.Create(new Dictionary<string, Policy?> { ["k"] = new("a", Output.Create(1)) }), options).ValueAsync();

        Assert.Equal("""{"k":{"name":"a","number":1,"text":null,"list":null,"map":null}}""", json);
        Assert.Empty(options.Converters);
    }

    [Fact]
    public async Task A_Text_Is_Read_With_Its_State()
    {
        var resource = Dependency("a");

        var data = await Output.JsonDeserialize<ImmutableArray<int>>(Make("[1,2]", isSecret: true, resources: resource)).DataAsync();

        Assert.Equal<int>([1, 2], data.Value);
        Assert.Equal((true, true), (data.IsKnown, data.IsSecret));
        Assert.Equal([resource], data.Resources);
    }

    [Fact]
    public async Task An_Unknown_Text_Is_Not_Read()
    {
        var data = await Output.JsonDeserialize<Policy>(Make("not json", isKnown: false, isSecret: true)).DataAsync();

        Assert.Equal((null, false, true), (data.Value, data.IsKnown, data.IsSecret));
    }

    [Fact]
    public async Task Outputs_Inside_A_Read_Value_Have_The_Texts_State()
    {
        var value = await Output.JsonDeserialize<Policy>(
            Output.CreateSecret("""{"Name":"a","Number":1,"Text":"b","List":[2],"Map":{"c":4}}""")).ValueAsync();

        Assert.True((await value.Number!.DataAsync()).IsSecret);
        Assert.Equal(1, await value.Number!.ValueAsync());
        Assert.Equal("b", await value.Text!.ValueAsync());
        Assert.Equal<int>([2], await value.List!.ValueAsync());
        Assert.Equal(4, (await value.Map!.ValueAsync())["c"]);
        Assert.True((await value.Map!.DataAsync()).IsSecret);
    }

    [Fact]
    public async Task A_Text_That_Is_No_Json_Fails_The_Output() =>
        await Assert.ThrowsAsync<JsonException>(() => Output.JsonDeserialize<int>(Output.Create("{")).DataAsync());
}
