using Dockerland.Tests.Sdks.Pulumi.Fakes;
using Pulumi;

namespace Dockerland.Tests.Sdks.Pulumi.Core;

public sealed class UnionTests
{
    private readonly Union<int, string> _number = 1;
    private readonly Union<int, string> _text = "b";

    [Fact]
    public void It_Is_One_Of_Two()
    {
        Assert.Equal((true, false, 1), (_number.IsT0, _number.IsT1, _number.AsT0));
        Assert.Equal((false, true, "b"), (_text.IsT0, _text.IsT1, _text.AsT1));
        Assert.Equal<object>([1, "b"], [_number.Value, _text.Value]);
        Assert.Throws<InvalidOperationException>(() => _number.AsT1);
        Assert.Throws<InvalidOperationException>(() => _text.AsT0);
    }

    [Fact]
    public void Each_Case_Has_Its_Function()
    {
        Assert.Equal("1", _number.Match(number => $"{number}", text => text));
        Assert.Equal("b", _text.Match(number => $"{number}", text => text));
        Assert.Equal(2, _number.MapT0(number => number + 1).AsT0);
        Assert.Equal("b", _text.MapT0(number => number + 1).AsT1);
        Assert.Equal("bb", _text.MapT1(text => text + text).AsT1);
        Assert.Equal(1, _number.MapT1(text => text + text).AsT0);
        Assert.Equal(1.5, _number.Bimap(number => number + 0.5, text => text.Length).AsT0);
        Assert.Equal(1, _text.Bimap(number => number + 0.5, text => text.Length).AsT1);
    }

    [Fact]
    public void A_Switch_Calls_One_Side()
    {
        var calls = new List<string>();
        _number.Switch(number => calls.Add("number"), text => calls.Add("text"));
        _text.Switch(number => calls.Add("number"), text => calls.Add("text"));

        Assert.Equal(["number", "text"], calls);
    }

    [Fact]
    public void A_Case_Can_Be_Picked()
    {
        Assert.True(_number.TryPickT0(out var number, out _));
        Assert.Equal(1, number);
        Assert.False(_number.TryPickT1(out _, out var rest));
        Assert.Equal(1, rest);
        Assert.True(_text.TryPickT1(out var text, out _));
        Assert.Equal("b", text);
    }

    [Fact]
    public void Equality_Is_Of_Case_And_Value()
    {
        Assert.Equal(_number, Union<int, string>.FromT0(1));
        Assert.True(_number == Union<int, string>.FromT0(1));
        Assert.True(_number != Union<int, string>.FromT0(2));
        Assert.Equal(_number.GetHashCode(), Union<int, string>.FromT0(1).GetHashCode());
        Assert.NotEqual(Union<string, string>.FromT0("a"), Union<string, string>.FromT1("a"));
    }

    public static TheoryData<string, InputUnion<int, string>, object> Inputs => new()
    {
        { "T0", 1, 1 },
        { "T1", "b", "b" },
        { "input of T0", (Input<int>)1, 1 },
        { "input of T1", (Input<string>)"b", "b" },
        { "output of T0", Output.Create(1), 1 },
        { "output of T1", Output.Create("b"), "b" },
        { "union", (Union<int, string>)"b", "b" },
        { "output of union", Output.Create((Union<int, string>)1), 1 },
    };

    [Theory]
    [MemberData(nameof(Inputs))]
    public async Task An_Input_Comes_From_Either_Type(string what, InputUnion<int, string> input, object expected)
    {
        Assert.NotEmpty(what);
        Assert.Equal(expected, (await input.ValueAsync()).Value);
    }

    [Fact]
    public async Task An_Input_Keeps_Its_Secret()
    {
        InputUnion<int, string> input = Output.CreateSecret("b");

        Assert.True((await input.DataAsync()).IsSecret);
    }
}
