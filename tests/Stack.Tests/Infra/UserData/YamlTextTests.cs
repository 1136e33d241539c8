using Dockerland.Infra.UserData;
using YamlDotNet.Serialization;

namespace Dockerland.Tests.Infra.UserData;

public sealed class YamlTextTests
{
    [Theory]
    [MemberData(nameof(HostileText.Texts), MemberType = typeof(HostileText))]
    public void A_Quoted_Text_Is_Read_Back_As_It_Was(string text) =>
        Assert.Equal(text, Read($"value: {YamlText.Quote(text)}\nnext: 1\n"));

    [Theory]
    [MemberData(nameof(HostileText.Texts), MemberType = typeof(HostileText))]
    public void A_Block_Is_Read_Back_As_It_Was(string text) =>
        Assert.Equal(text + "\n", Read($"value: {YamlText.Block(text + "\n", indent: 2)}\nnext: 1\n"));

    [Fact]
    public void Readable_Text_Stays_Readable() =>
        Assert.Equal("|\n  #!/bin/sh\n\n  exit", YamlText.Block("#!/bin/sh\n\nexit\n", indent: 2));

    [Fact]
    public void What_Ends_Without_A_Newline_Stands_In_Quotes() =>
        Assert.Equal("\"no end\"", YamlText.Block("no end", indent: 2));

    private static string Read(string yaml) =>
        new DeserializerBuilder().Build().Deserialize<Dictionary<string, string>>(yaml)["value"];
}
