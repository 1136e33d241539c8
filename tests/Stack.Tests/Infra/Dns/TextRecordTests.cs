using Dockerland.Infra.Dns;

namespace Dockerland.Tests.Infra.Dns;

public sealed class TextRecordTests
{
    [Theory]
    [InlineData("v=spf1 include:_spf.example.net -all", "v=spf1 include:_spf.example.net -all")]
    [InlineData("say \"hi\"", "say \\\"hi\\\"")]
    [InlineData("C:\\", "C:\\\\")]
    [InlineData("é", "\\303\\251")]
    [InlineData("tab\there", "tab\\011here")]
    public void What_A_Zone_File_Would_Misread_Is_Escaped(string text, string encoded) => Assert.Equal(encoded, TextRecord.Encode(text));

    [Fact]
    public void Long_Text_Is_Cut_Into_Strings() =>
        Assert.Equal($"{new string('a', 255)}\"\"{new string('a', 255)}\"\"aa", TextRecord.Encode(new('a', 512)));

    [Fact]
    public void The_Limit_Counts_Bytes_And_Not_What_They_Are_Written_As() =>
        Assert.Equal($"{string.Concat(Enumerable.Repeat("\\\"", 255))}\"\"b", TextRecord.Encode(new string('"', 255) + "b"));
}
