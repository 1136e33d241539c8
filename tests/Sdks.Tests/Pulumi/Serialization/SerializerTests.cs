using System.Collections.Immutable;
using System.Text.Json;
using Pulumi;
using Pulumi.Serialization;
using static Dockerland.Tests.Sdks.Pulumi.Fakes.OutputAssertions;
using static Dockerland.Tests.Sdks.Pulumi.Fakes.WireValue;

namespace Dockerland.Tests.Sdks.Pulumi.Serialization;

public sealed class SerializerTests
{
    public enum Size
    {
        Small = 3,
    }

    public enum LongSize : long
    {
        Small = 3,
    }

    public static TheoryData<object?, string> Values => new()
    {
        { null, "null" },
        { true, "true" },
        { 3, "3" },
        { 1.5, "1.5" },
        { "text", "\"text\"" },
        { Size.Small, "3" },
        { default(ValueTuple), "null" },
        { (Union<int, string>)"text", "\"text\"" },
        { Color.Red, "\"red\"" },
        { Level.High, "2.5" },
        { default(Color), "null" },
        { new object?[] { 1, null, "a" }, """[1, null, "a"]""" },
        { new List<int> { 1 }, "[1]" },
        { ImmutableArray.Create("a"), """["a"]""" },
        { default(ImmutableArray<string>), "[]" },
        { new Dictionary<string, object?> { ["a"] = 1, ["b"] = null }, """{"a":1}""" },
        { ImmutableDictionary<string, int>.Empty.Add("a", 1), """{"a":1}""" },
        { JsonElement.Parse("""{"a":[1,"b",true,null,{"c":0.5}]}"""), """{"a":[1,"b",true,null,{"c":0.5}]}""" },
        { default(JsonElement), "null" },
        { new Address("Main", 7), """{"street":"Main","number":7,"hidden":"hidden"}""" },
        { (Input<string>)"text", "\"text\"" },
        { Output.Create(new[] { Output.Create(1) }), "[1]" },
        { (InputUnion<int, string>)3, "3" },
        { (InputJson)"{\"a\":1}", """{"a":1}""" },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public async Task Every_Kind_Of_Value_Has_Its_Form(object? value, string json) => Same(json, await SerializeAsync(value));

    [Fact]
    public async Task Args_Go_By_Their_Attributes_Without_What_Is_Missing() => Same(
        """{"one":1,"nested":{"one":2}}""",
        await SerializeAsync(new NestedArgs { One = 1, Nested = new NestedArgs { One = 2 } }));

    public static TheoryData<AssetOrArchive, string> Assets => new()
    {
        { new FileAsset("a.txt"), $$"""{"{{Key}}":"{{AssetMark}}","path":"a.txt"}""" },
        { new StringAsset("hi"), $$"""{"{{Key}}":"{{AssetMark}}","text":"hi"}""" },
        { new RemoteAsset("http://a"), $$"""{"{{Key}}":"{{AssetMark}}","uri":"http://a"}""" },
        { new FileArchive("a.zip"), $$"""{"{{Key}}":"{{ArchiveMark}}","path":"a.zip"}""" },
        { new RemoteArchive("http://a"), $$"""{"{{Key}}":"{{ArchiveMark}}","uri":"http://a"}""" },
        {
            new AssetArchive(new Dictionary<string, AssetOrArchive>
            {
                ["a"] = new StringAsset("hi"),
                ["b"] = new AssetArchive(new Dictionary<string, AssetOrArchive> { ["c"] = new FileArchive("d") }),
            }),
            $$"""
            {
              "{{Key}}":"{{ArchiveMark}}",
              "assets":{
                "a":{"{{Key}}":"{{AssetMark}}","text":"hi"},
                "b":{"{{Key}}":"{{ArchiveMark}}","assets":{"c":{"{{Key}}":"{{ArchiveMark}}","path":"d"} } }
              }
            }
            """
        },
    };

    [Theory]
    [MemberData(nameof(Assets))]
    public async Task Assets_And_Archives_Are_Signed(AssetOrArchive asset, string json) => Same(json, await SerializeAsync(asset));

    public static TheoryData<object, string> Refused => new()
    {
        { Task.FromResult(1), "Please wrap your Task in an Output" },
        { 1L, "System.Int64 is not a supported argument type" },
        { 1f, "System.Single is not a supported argument type" },
        { 1m, "System.Decimal is not a supported argument type" },
        { LongSize.Small, "is not a supported argument type" },
        { new Uri("http://a"), "System.Uri is not a supported argument type" },
        { new Dictionary<int, string> { [1] = "a" }, "Dictionaries are only supported with string keys" },
        { new[] { new Dictionary<string, object> { ["x"] = 1L } }, "prop[0].x" },
        { new InvalidAsset(), "Cannot serialize invalid asset" },
        { new InvalidArchive(), "Cannot serialize invalid archive" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task What_Has_No_Form_Is_Refused_With_Its_Place(object value, string message)
    {
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => SerializeAsync(value));

        Assert.Contains(message, failure.Message, StringComparison.Ordinal);
        Assert.Contains("prop", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Refused_Property_Is_Named()
    {
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(
            () => Serializer.SerializePropertiesAsync([new("size", 1L)], keepResources: true));

        Assert.StartsWith("error serializing property \"size\": ", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Properties_Without_A_Value_Are_Left_Out()
    {
        var properties = await Serializer.SerializePropertiesAsync(
            [new("a", 1), new("b", null), new("c", Output.Create<string?>((string?)null))], keepResources: true);

        Assert.Equal(["a"], properties.Object.Fields.Keys);
        Assert.Equal(["a"], properties.Dependencies.Keys);
    }

    [Fact]
    public async Task Each_Property_Has_Its_Own_Dependencies()
    {
        var (a, b) = (Dependency("a"), Dependency("b"));

        var properties = await Serializer.SerializePropertiesAsync(
        [
            new("plain", 1),
            new("direct", Make(1, resources: a)),
            new("nested", new Dictionary<string, object> { ["x"] = Make(new[] { Make(1, resources: b) }, resources: a) }),
        ], keepResources: true);

        Assert.Empty(properties.Dependencies["plain"]);
        Assert.Equal([a], properties.Dependencies["direct"]);
        Assert.True(properties.Dependencies["nested"].SetEquals([a, b]));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Unknowns_Anywhere_Are_Noticed(bool hasUnknown)
    {
        var properties = await Serializer.SerializePropertiesAsync(
            [new("a", new object[] { 1, Output.Create(hasUnknown ? (object)Unknown<int>() : 2) })], keepResources: true);

        Assert.Equal(hasUnknown, properties.ContainsUnknowns);
    }

    [Fact]
    public async Task Three_Thousand_Levels_Are_Written()
    {
        object value = "bottom";
        for (var i = 0; i < 3000; i++)
        {
            value = (i % 3) switch
            {
                0 => new List<object> { value },
                1 => new Dictionary<string, object> { ["a"] = value },
                _ => Output.Create(value),
            };
        }

        var wire = await SerializeAsync(value);

        Assert.Equal(2000, DepthOf(wire));
    }
}
