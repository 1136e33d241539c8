using System.Collections.Immutable;
using System.Text.Json;
using Dockerland.Tests.Sdks.Pulumi.Fakes;
using Google.Protobuf.WellKnownTypes;
using Pulumi;
using Pulumi.Serialization;
using static Dockerland.Tests.Sdks.Pulumi.Fakes.WireValue;

namespace Dockerland.Tests.Sdks.Pulumi.Serialization;

public sealed class ConverterTests
{
    private readonly List<string> _warnings = [];

    public enum Size
    {
        None,
        Small = 3,
    }

    [Fact]
    public void A_Plain_Value_Becomes_The_Declared_Type()
    {
        Assert.Equal("a", Convert<string>("\"a\""));
        Assert.True(Convert<bool>("true"));
        Assert.Equal(1.5, Convert<double>("1.5"));
        Assert.Equal(3, Convert<int>("3"));
        Assert.Equal(3, Convert<int>("3.9"));
        Assert.Equal(-3, Convert<int>("-3.9"));
        Assert.Equal(Size.Small, Convert<Size>("3"));
        Assert.Equal(1.0, Convert<object>("1"));
        Assert.Equal(3, Convert<int?>("3"));
        Assert.Null(Convert<int?>("null"));
        Assert.Null(Convert<string>("null"));
        Assert.Equal(0, Convert<int>("null"));
        Assert.Empty(_warnings);
    }

    [Fact]
    public void Collections_Become_Immutable()
    {
        Assert.Equal<int>([1, 2], Convert<ImmutableArray<int>>("[1,2]"));
        Assert.Equal(1, Convert<ImmutableDictionary<string, int>>("""{"a":1}""")["a"]);
        Assert.Equal<string?>(["a", null], Convert<ImmutableArray<string?>>("""["a",null]"""));
        Assert.Equal<int>([1], Convert<ImmutableDictionary<string, ImmutableArray<int>>>("""{"a":[1]}""")["a"]);
        Assert.True(Convert<ImmutableArray<int>>("null").IsDefault);
        Assert.Null(Convert<ImmutableDictionary<string, int>>("null"));
        Assert.Equal(1.0, Convert<ImmutableDictionary<string, object>>("""{"a":1}""")["a"]);
        Assert.Empty(_warnings);
    }

    [Fact]
    public void Enum_Structs_Are_Made_By_Their_Private_Constructors()
    {
        Assert.Equal(Color.Red, Convert<Color>("\"red\""));
        Assert.Equal(Level.High, Convert<Level>("2.5"));
        Assert.Null(Convert<Color?>("null"));
    }

    [Fact]
    public void A_Union_Is_The_First_That_Fits()
    {
        Assert.Equal(1, Convert<Union<int, string>>("1").AsT0);
        Assert.Equal("a", Convert<Union<int, string>>("\"a\"").AsT1);
        Assert.Equal<int>([1], Convert<Union<string, ImmutableArray<int>>>("[1]").AsT1);
        Assert.Equal<string>(["a"], Convert<Union<ImmutableArray<int>, ImmutableArray<string>>>("[\"a\"]").AsT1);
        Assert.Empty(_warnings);
    }

    [Fact]
    public void A_Json_Element_Is_Written_Again()
    {
        Assert.Equal("""[1,"a",true,null,{"b":0.5}]""", Convert<JsonElement>("""[1,"a",true,null,{"b":0.5}]""").GetRawText());
    }

    [Fact]
    public void A_Json_Element_May_Be_Deep()
    {
        var json = string.Concat(Enumerable.Repeat("[", 200)) + string.Concat(Enumerable.Repeat("]", 200));

        var value = Enumerable.Range(0, 200).Aggregate(Value.ForNumber(1), (inner, _) => Value.ForList(inner));

        Assert.Equal(json.Insert(200, "1"), Converter.Convert<JsonElement>(_warnings.Add, "prop", value).Value.GetRawText());
    }

    [Fact]
    public async Task A_Nested_Output_Is_Known() =>
        Assert.Equal<int>([1], await Convert<ImmutableArray<Output<ImmutableArray<int>>>>("[[1]]")[0].ValueAsync());

    [Fact]
    public void Assets_Are_Told_From_Archives()
    {
        var asset = $$"""{"{{Key}}":"{{AssetMark}}","text":"t"}""";

        Assert.IsType<StringAsset>(Convert<Asset>(asset));
        Assert.IsType<StringAsset>(Convert<AssetOrArchive>(asset));
        Assert.IsType<InvalidArchive>(Convert<Archive>(asset));
        Assert.IsType<InvalidAsset>(Convert<Asset>("1"));
        Assert.IsType<InvalidAsset>(Convert<AssetOrArchive>("1"));
    }

    public static TheoryData<string, Func<ConverterTests, object?>, object?> Mismatches => new()
    {
        { "string", test => test.Convert<string>("1"), null },
        { "bool", test => test.Convert<bool>("1"), false },
        { "double", test => test.Convert<double>("\"1\""), 0.0 },
        { "int", test => test.Convert<int>("\"1\""), 0 },
        { "nullable", test => test.Convert<int?>("\"1\""), null },
        { "enum", test => test.Convert<Size>("\"Small\""), Size.None },
        { "enum struct", test => test.Convert<Color>("1"), default(Color) },
        { "enum struct of another kind", test => test.Convert<Level>("true"), default(Level) },
        { "array", test => test.Convert<ImmutableArray<int>>("{}").IsDefault, true },
        { "dictionary", test => test.Convert<ImmutableDictionary<string, int>>("[]"), null },
        { "output type", test => test.Convert<Place>("1"), null },
        { "union", test => test.Convert<Union<int, string>>("true").IsT0, true },
        { "resource", test => test.Convert<Thing>("1"), null },
    };

    [Theory]
    [MemberData(nameof(Mismatches))]
    public void Another_Type_Is_The_Default_And_A_Warning(string what, Func<ConverterTests, object?> convert, object? expected)
    {
        Assert.Equal(expected, convert(this));

        var warning = Assert.Single(_warnings);
        Assert.Contains("prop", warning, StringComparison.Ordinal);
        Assert.NotEmpty(what);
    }

    [Fact]
    public void A_Warning_Names_Both_Types_And_The_Place()
    {
        Convert<string>("1");

        Assert.Equal(["Expected System.String but got System.Double deserializing prop"], _warnings);
    }

    [Fact]
    public void Only_The_Wrong_Element_Is_Lost()
    {
        Assert.Equal<int>([1, 0, 3], Convert<ImmutableArray<int>>("""[1,"a",3]"""));

        Assert.Single(_warnings);
    }

    [Fact]
    public void The_State_Of_The_Value_Is_Kept()
    {
        var data = Converter.Convert<int>(_warnings.Add, "prop", Parse($$"""{"{{Key}}":"{{SecretMark}}","value":"{{UnknownMark}}"}"""));

        Assert.Equal((0, false, true), (data.Value, data.IsKnown, data.IsSecret));
    }

    private T Convert<T>(string json) => Converter.Convert<T>(_warnings.Add, "prop", Parse(json)).Value;
}
