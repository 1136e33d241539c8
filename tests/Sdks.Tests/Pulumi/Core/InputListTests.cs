using System.Collections;
using System.Collections.Immutable;
using Dockerland.Tests.Sdks.Pulumi.Fakes;
using Pulumi;
using static Dockerland.Tests.Sdks.Pulumi.Fakes.OutputAssertions;

namespace Dockerland.Tests.Sdks.Pulumi.Core;

public sealed class InputListTests
{
    private static readonly int[] s_array = [1, 2];

    public static TheoryData<string, InputList<int>> Lists => new()
    {
        { "array", s_array },
        { "outputs", new[] { Output.Create(1), Output.Create(2) } },
        { "inputs", new Input<int>[] { 1, 2 } },
        { "list", new List<int> { 1, 2 } },
        { "list of outputs", new List<Output<int>> { Output.Create(1), Output.Create(2) } },
        { "list of inputs", new List<Input<int>> { 1, 2 } },
        { "immutable", s_array.ToImmutableArray() },
        { "immutable outputs", ImmutableArray.Create(Output.Create(1), Output.Create(2)) },
        { "immutable inputs", ImmutableArray.Create<Input<int>>(1, 2) },
        { "output of array", Output.Create(s_array) },
        { "output of list", Output.Create(new List<int> { 1, 2 }) },
        { "output of any", Output.Create<IEnumerable<int>>(s_array) },
        { "output of immutable", Output.Create(s_array.ToImmutableArray()) },
        { "initializer", new() { 1, Output.Create(2) } },
        { "several at once", new() { { 1, 2 } } },
        { "initializer of lists", new() { (InputList<int>)1, (InputList<int>)Output.Create(s_array[1..]) } },
    };

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task A_List_Comes_From_Many_Things(string what, InputList<int> list)
    {
        Assert.NotEmpty(what);
        Assert.Equal<int>([1, 2], await list.ValueAsync());
    }

    [Fact]
    public async Task A_List_Comes_From_One_Element()
    {
        Assert.Equal<int>([1], await ((InputList<int>)1).ValueAsync());
        Assert.Equal<int>([1], await ((InputList<int>)Output.Create(1)).ValueAsync());
        Assert.Equal<int>([1], await ((InputList<int>)(Input<int>)1).ValueAsync());
    }

    public static TheoryData<string, InputList<int>> Unset => new()
    {
        { "value", default(ImmutableArray<int>) },
        { "outputs", default(ImmutableArray<Output<int>>) },
        { "inputs", default(ImmutableArray<Input<int>>) },
        { "inside an output", Output.Create(default(ImmutableArray<int>)) },
        { "null inside an output", Make<int[]>(null!) },
    };

    [Theory]
    [MemberData(nameof(Unset))]
    public async Task A_Default_Array_Stays_One(string what, InputList<int> list)
    {
        Assert.NotEmpty(what);
        Assert.True((await list.ValueAsync()).IsDefault);
    }

    [Fact]
    public async Task Nothing_Added_Is_An_Empty_List() => Assert.Empty(await new InputList<int>().ValueAsync());

    [Fact]
    public async Task One_Unknown_Element_Makes_The_Value_Unknown_But_Not_The_Other_Elements()
    {
        InputList<string> list = ["a", Unknown<string>(), Output.CreateSecret("c")];

        Assert.False((await list.DataAsync()).IsKnown);
        var elements = await list.Elements.ValueAsync();
        Assert.Equal("a", await elements[0].ValueAsync());
        Assert.False((await elements[1].DataAsync()).IsKnown);
        Assert.True((await elements[2].DataAsync()).IsSecret);
    }

    [Fact]
    public async Task Ranges_Are_Added_In_Order()
    {
        InputList<int> list = [1];
        list.AddRange(Output.Create(new[] { 2, 3 }));
        list.Add(4);
        list.AddRange(list);

        Assert.Equal<int>([1, 2, 3, 4, 1, 2, 3, 4], await list.ValueAsync());
    }

    [Fact]
    public async Task What_Is_Added_After_A_Reading_Is_There_At_The_Next()
    {
        InputList<int> list = [1];
        await list.ValueAsync();

        list.Add(2);

        Assert.Equal<int>([1, 2], await list.ValueAsync());
    }

    [Fact]
    public async Task Concat_Makes_A_New_List()
    {
        InputList<int> first = [1];
        InputList<int> second = [2];

        var both = first.Concat(second);
        first.Add(9);

        Assert.Equal<int>([1, 2], await both.ValueAsync());
        Assert.Equal<int>([2], await second.ValueAsync());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_Null_Element_Stays_In_Its_Place(bool withOutput)
    {
        InputList<string?> list = new Input<string?>[] { null!, "b" };
        if (withOutput)
        {
            list.AddRange(Output.Create(new string?[] { "c" }));
        }

        Assert.Equal<string?>(withOutput ? [null, "b", "c"] : [null, "b"], await list.ValueAsync());
    }

    [Fact]
    public async Task A_List_Is_Enumerated_Asynchronously()
    {
        var values = new List<int>();
        await foreach (var item in new InputList<int> { 1, Output.Create(2) })
        {
            values.Add(await item.ValueAsync());
        }

        Assert.Equal([1, 2], values);
        Assert.Throws<NotSupportedException>(() => ((IEnumerable)new InputList<int>()).GetEnumerator());
    }

    [Fact]
    public async Task Elements_Of_A_Union_Are_Given_As_Either_Type()
    {
        InputList<Union<int, string>> list = [];
        InputListExtensions.Add(list, (Input<int>)1);
        InputListExtensions.Add(list, (Input<string>)"b");

        Assert.Equal<object>([1, "b"], (await list.ValueAsync()).Select(union => union.Value));
    }
}
