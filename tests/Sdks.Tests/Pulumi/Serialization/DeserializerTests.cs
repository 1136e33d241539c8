using System.Collections.Immutable;
using Dockerland.Tests.Sdks.Pulumi.Fakes;
using Google.Protobuf.WellKnownTypes;
using Pulumi;
using Pulumi.Serialization;
using static Dockerland.Tests.Sdks.Pulumi.Fakes.WireValue;

namespace Dockerland.Tests.Sdks.Pulumi.Serialization;

public sealed class DeserializerTests
{
    public static TheoryData<string, object?> Plain => new()
    {
        { "1", 1.0 },
        { "\"a\"", "a" },
        { "true", true },
        { "null", null },
    };

    [Theory]
    [MemberData(nameof(Plain))]
    public void A_Plain_Value_Is_Itself(string json, object? expected)
    {
        var data = Read(json);

        Assert.Equal((expected, true, false), (data.Value, data.IsKnown, data.IsSecret));
        Assert.Empty(data.Resources);
    }

    [Fact]
    public void Lists_And_Objects_Are_Immutable()
    {
        var value = Assert.IsType<ImmutableDictionary<string, object?>>(Read("""{"a":[1,null,{"b":"c"}]}""").Value);

        var list = Assert.IsType<ImmutableArray<object?>>(value["a"]);
        Assert.Equal<object?>([1.0, null], list.Take(2));
        Assert.Equal("c", Assert.IsType<ImmutableDictionary<string, object?>>(list[2])["b"]);
    }

    [Fact]
    public void A_Secret_In_A_Secret_Is_A_Secret()
    {
        var data = Read($$"""{"{{Key}}":"{{SecretMark}}","value":{"{{Key}}":"{{SecretMark}}","value":[1]} }""");

        Assert.Equal<object?>([1.0], Assert.IsType<ImmutableArray<object?>>(data.Value));
        Assert.Equal((true, true), (data.IsKnown, data.IsSecret));
    }

    [Theory]
    [InlineData("""{"a":[1,{"b":SECRET}]}""")]
    [InlineData("""[SECRET,1]""")]
    [InlineData("""{"a":SECRET,"b":1}""")]
    public void One_Secret_Anywhere_Makes_All_Secret(string json) => Assert.True(
        Read(json.Replace("SECRET", $$"""{"{{Key}}":"{{SecretMark}}","value":1}""", StringComparison.Ordinal)).IsSecret);

    [Theory]
    [InlineData("04da6b54-80e4-46f7-96ec-b56ff0331ba9")]
    [InlineData("1c4a061d-8072-4f0a-a4cb-0ff528b18fe7")]
    [InlineData("3eeb2bf0-c639-47a8-9e75-3b44932eb421")]
    [InlineData("6a19a0b0-7e62-4c92-b797-7f8e31da9cc2")]
    [InlineData("030794c1-ac77-496b-92df-f27374a8bd58")]
    [InlineData("e48ece36-62e2-4504-bad9-02848725956a")]
    [InlineData("dd056dcd-154b-4c76-9bd3-c8f88648b5ff")]
    public void Every_Sentinel_Is_Unknown(string sentinel)
    {
        var data = Read($"\"{sentinel}\"");

        Assert.Equal((null, false, false), (data.Value, data.IsKnown, data.IsSecret));
    }

    [Theory]
    [InlineData("""{"a":[1,"UNKNOWN"]}""")]
    [InlineData("""["UNKNOWN",1]""")]
    [InlineData("""{"a":"UNKNOWN","b":1}""")]
    public void One_Unknown_Anywhere_Makes_All_Unknown(string json) =>
        Assert.False(Read(json.Replace("UNKNOWN", UnknownMark, StringComparison.Ordinal)).IsKnown);

    [Fact]
    public void An_Unknown_Secret_Is_Both()
    {
        var data = Read($$"""{"{{Key}}":"{{SecretMark}}","value":"{{UnknownMark}}"}""");

        Assert.Equal((false, true), (data.IsKnown, data.IsSecret));
    }

    [Fact]
    public void Keys_Of_The_Engine_Are_Skipped_And_What_They_Hold_Too()
    {
        var data = Read($$"""{"a":{"b":1,"__defaults":["{{UnknownMark}}"],"__x":{"{{Key}}":"{{SecretMark}}","value":1} } }""");

        Assert.Equal((true, false), (data.IsKnown, data.IsSecret));
        var inner = (ImmutableDictionary<string, object?>)((ImmutableDictionary<string, object?>)data.Value!)["a"]!;
        Assert.Equal(["b"], inner.Keys);
    }

    [Fact]
    public void Assets_Are_Read_Whatever_Their_Hash()
    {
        Assert.Equal("p", Assert.IsType<FileAsset>(ReadSigned(AssetMark, "\"path\":\"p\",\"hash\":\"h\"")).Value);
        Assert.Equal("t", Assert.IsType<StringAsset>(ReadSigned(AssetMark, "\"text\":\"t\",\"hash\":\"h\"")).Value);
        Assert.Equal("u", Assert.IsType<RemoteAsset>(ReadSigned(AssetMark, "\"uri\":\"u\"")).Value);
        Assert.Equal("p", Assert.IsType<FileArchive>(ReadSigned(ArchiveMark, "\"path\":\"p\",\"hash\":\"h\"")).Value);
        Assert.Equal("u", Assert.IsType<RemoteArchive>(ReadSigned(ArchiveMark, "\"uri\":\"u\"")).Value);
    }

    [Fact]
    public void An_Archive_Of_Assets_Is_Read()
    {
        var archive = Assert.IsType<AssetArchive>(ReadSigned(
            ArchiveMark, $$"""
            "hash":"h","assets":{"a":{"{{Key}}":"{{AssetMark}}","text":"t"} }
            """));

        var assets = Assert.IsType<Dictionary<string, AssetOrArchive>>(archive.Value);
        Assert.Equal("t", Assert.IsType<StringAsset>(assets["a"]).Value);
    }

    [Theory]
    [InlineData(AssetMark, "")]
    [InlineData(ArchiveMark, "")]
    [InlineData(ArchiveMark, ",\"assets\":{\"a\":1}")]
    [InlineData(SecretMark, "")]
    [InlineData(ResourceMark, "")]
    [InlineData("unheard-of", "")]
    public void A_Signed_Object_Of_Another_Shape_Is_Refused(string mark, string rest) =>
        Assert.Throws<InvalidOperationException>(() => Read($$"""{"{{Key}}":"{{mark}}"{{rest}}}"""));

    [Fact]
    public async Task A_Reference_To_An_Unheard_Of_Type_Knows_Its_Urn()
    {
        const string urn = "urn:pulumi:stack::project::un:heard:Of::a";

        var resource = Assert.IsType<DependencyResource>(ReadSigned(ResourceMark, $"\"urn\":\"{urn}\",\"id\":\"i\""));

        Assert.Equal(urn, await resource.Urn.ValueAsync());
        Assert.Null(resource.Id);
    }

    [Theory]
    [InlineData("\"value\":1", true, false)]
    [InlineData("\"value\":1,\"secret\":true", true, true)]
    [InlineData("\"secret\":true", false, true)]
    [InlineData("\"value\":\"04da6b54-80e4-46f7-96ec-b56ff0331ba9\"", false, false)]
    public void An_Output_Value_Has_Its_State(string rest, bool isKnown, bool isSecret)
    {
        var data = Read($$"""{"{{Key}}":"{{OutputMark}}",{{rest}},"dependencies":["urn:pulumi:s::p::un:heard:Of::a"]}""");

        Assert.Equal((isKnown ? 1.0 : null, isKnown, isSecret), ((double?)data.Value, data.IsKnown, data.IsSecret));
        Assert.Single(data.Resources);
    }

    [Fact]
    public void Three_Thousand_Levels_Are_Read_Even_On_A_Small_Stack()
    {
        var value = Value.ForString("bottom");
        for (var i = 0; i < 3000; i++)
        {
            value = i % 2 == 0 ? Value.ForList(value) : Value.ForStruct(new() { Fields = { ["a"] = value } });
        }

        object? read = null;
        var thread = new Thread(() => read = Converter.Convert<object>(_ => { }, "deep", value).Value, maxStackSize: 256 * 1024);
        thread.Start();
        thread.Join();

        Assert.Same(typeof(ImmutableDictionary<string, object?>), read?.GetType());
    }

    private static OutputData<object?> Read(string json) => Deserializer.Deserialize(Parse(json));

    private static object? ReadSigned(string mark, string rest) => Read($$"""{"{{Key}}":"{{mark}}",{{rest}}}""").Value;
}
