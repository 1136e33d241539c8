using System.Text.Json;
using Dockerland.Tests.Sdks.Pulumi.Fakes;
using Pulumi;
using static Dockerland.Tests.Sdks.Pulumi.Fakes.OutputAssertions;

namespace Dockerland.Tests.Sdks.Pulumi.Core;

public sealed class InputJsonTests
{
    private const string Text = """{"a":1}""";

    public static TheoryData<string, InputJson> Inputs => new()
    {
        { "text", Text },
        { "document", JsonDocument.Parse(Text) },
        { "element", JsonElement.Parse(Text) },
        { "output of text", Output.Create(Text) },
        { "output of document", Output.Create(JsonDocument.Parse(Text)) },
        { "output of element", Output.Create(JsonElement.Parse(Text)) },
    };

    [Theory]
    [MemberData(nameof(Inputs))]
    public async Task Json_Comes_As_Text_Or_Parsed(string what, InputJson input)
    {
        Assert.NotEmpty(what);
        Assert.Equal(1, (await input.ValueAsync()).GetProperty("a").GetInt32());
    }

    [Fact]
    public async Task An_Output_Keeps_Its_State()
    {
        InputJson input = Make(Text, isKnown: false, isSecret: true);

        var data = await input.DataAsync();
        Assert.Equal((false, true), (data.IsKnown, data.IsSecret));
    }
}
