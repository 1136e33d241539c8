using System.Collections;
using System.Collections.Immutable;
using Dockerland.Tests.Sdks.Pulumi.Fakes;
using Pulumi;
using static Dockerland.Tests.Sdks.Pulumi.Fakes.OutputAssertions;

namespace Dockerland.Tests.Sdks.Pulumi.Core;

public sealed class InputMapTests
{
    private static readonly Dictionary<string, int> s_values = new() { ["a"] = 1, ["b"] = 2 };

    public static TheoryData<string, InputMap<int>> Maps => new()
    {
        { "dictionary", s_values },
        { "immutable", s_values.ToImmutableDictionary() },
        { "output of dictionary", Output.Create(s_values) },
        { "output of any", Output.Create<IDictionary<string, int>>(s_values) },
        { "output of immutable", Output.Create(s_values.ToImmutableDictionary()) },
        { "initializer", new() { { "a", 1 }, { "b", Output.Create(2) } } },
        { "indexer", new() { ["a"] = 1, ["b"] = Output.Create(2) } },
        { "maps", new() { new InputMap<int> { ["a"] = 1 }, Output.Create(new Dictionary<string, int> { ["b"] = 2 }) } },
    };

    [Theory]
    [MemberData(nameof(Maps))]
    public async Task A_Map_Comes_From_Many_Things(string what, InputMap<int> map)
    {
        Assert.NotEmpty(what);
        var value = await map.ValueAsync();
        Assert.Equal((2, 1, 2), (value.Count, value["a"], value["b"]));
    }

    [Fact]
    public async Task Nothing_Added_Is_An_Empty_Map() => Assert.Empty(await new InputMap<int>().ValueAsync());

    [Fact]
    public async Task A_Null_Map_In_An_Output_Stays_Null()
    {
        InputMap<int> map = Make<ImmutableDictionary<string, int>>(null!);

        Assert.Null(await map.ValueAsync());
    }

    [Fact]
    public async Task One_Unknown_Entry_Makes_The_Value_Unknown_But_Not_The_Other_Entries()
    {
        InputMap<string> map = new() { ["a"] = "a", ["b"] = Unknown<string>(), ["c"] = Output.CreateSecret("c") };

        Assert.False((await map.DataAsync()).IsKnown);
        var entries = (await map.Entries.ValueAsync())!;
        Assert.Equal("a", await entries["a"].ValueAsync());
        Assert.False((await entries["b"].DataAsync()).IsKnown);
        Assert.True((await entries["c"].DataAsync()).IsSecret);
    }

    [Fact]
    public async Task The_Same_Value_May_Be_Added_Again()
    {
        InputMap<int> map = new() { { "a", 1 }, { "a", Output.CreateSecret(1) } };

        var data = await map.DataAsync();
        Assert.Equal(1, Assert.Single(data.Value).Value);
        Assert.True(data.IsSecret);
    }

    [Fact]
    public async Task Another_Value_Of_A_Key_Fails_That_Entry_Only()
    {
        InputMap<int> map = new() { { "a", 1 }, { "b", 2 }, { "a", 3 } };

        var entries = (await map.Entries.ValueAsync())!;
        Assert.Equal(2, await entries["b"].ValueAsync());
        var failure = await Assert.ThrowsAsync<ArgumentException>(() => entries["a"].DataAsync());
        Assert.Contains("'a'", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Range_With_A_Known_Key_Is_Held_To_The_Same_Value()
    {
        InputMap<int> map = new() { ["a"] = 1 };
        map.AddRange(s_values);
        Assert.Equal(2, (await map.ValueAsync()).Count);

        map.AddRange(new Dictionary<string, int> { ["b"] = 9 });
        await Assert.ThrowsAsync<ArgumentException>(() => map.DataAsync());
    }

    [Fact]
    public async Task A_Merge_Lets_The_Second_Win_And_Leaves_Both_As_They_Were()
    {
        InputMap<int> first = new() { ["a"] = 1, ["b"] = 1 };
        InputMap<int> second = new() { ["b"] = 2, ["c"] = 2 };

        var merged = await InputMap<int>.Merge(first, second).ValueAsync();

        Assert.Equal((3, 1, 2, 2), (merged.Count, merged["a"], merged["b"], merged["c"]));
        Assert.Equal(1, (await first.ValueAsync())["b"]);
        Assert.Equal(2, (await second.ValueAsync()).Count);
    }

    [Fact]
    public async Task A_Merge_With_A_Null_Map_Is_The_Other()
    {
        InputMap<int> nothing = Make<ImmutableDictionary<string, int>>(null!);

        Assert.Equal(2, (await InputMap<int>.Merge(nothing, s_values).ValueAsync()).Count);
        Assert.Equal(2, (await InputMap<int>.Merge(s_values, nothing).ValueAsync()).Count);
    }

    [Fact]
    public async Task What_Is_Added_After_A_Reading_Is_There_At_The_Next()
    {
        InputMap<int> map = new() { ["a"] = 1 };
        await map.ValueAsync();

        map["b"] = 2;

        Assert.Equal(2, (await map.ValueAsync()).Count);
    }

    [Fact]
    public async Task A_Map_Is_Enumerated_Asynchronously()
    {
        var entries = new Dictionary<string, int>();
        await foreach (var input in new InputMap<int> { ["a"] = 1, ["b"] = Output.Create(2) })
        {
            var (key, value) = await input.ValueAsync();
            entries[key] = value;
        }

        Assert.Equal(s_values, entries);
        Assert.Throws<NotSupportedException>(() => ((IEnumerable)new InputMap<int>()).GetEnumerator());
    }

    [Fact]
    public async Task Entries_Of_A_Union_Are_Given_As_Either_Type()
    {
        InputMap<Union<int, string>> map = [];
        InputMapExtensions.Add(map, "a", (Input<int>)1);
        InputMapExtensions.Add(map, "b", (Input<string>)"b");

        var value = await map.ValueAsync();
        Assert.Equal((1, "b"), (value["a"].AsT0, value["b"].AsT1));
    }
}
