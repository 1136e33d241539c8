using Dockerland.Dns;

namespace Dockerland.Tests.Updater.Dns;

public sealed class RecordNameTests
{
    [Theory]
    [InlineData("WWW.Example.com.", "www.example.com")]
    [InlineData("\\052.example.com.", "*.example.com")]
    [InlineData("_dockerland.\\052.example.com.", "_dockerland.*.example.com")]
    [InlineData("a\\056b.example.com", "a\\056b.example.com")]
    [InlineData("a\\134b.example.com", "a\\134b.example.com")]
    [InlineData("\\303\\251.example.com", "\\303\\251.example.com")]
    [InlineData("\\040.example.com", "\\040.example.com")]
    public void Names_Are_Compared_In_One_Form(string name, string expected) => Assert.Equal(expected, RecordName.Normalize(name));

    [Fact]
    public void Spellings_Of_A_Value_Are_One_Value() =>
        Assert.Equal(["2001:db8::1"], RecordValues.Normalize("AAAA", ["2001:DB8:0:0::1", "2001:db8::1"]).AsEnumerable());

    [Theory]
    [InlineData("\"a b\"", "a b")]
    [InlineData("\"a\" \"b\"", "ab")]
    [InlineData("\"a\\\"b\\\\\"", "a\"b\\")]
    public void The_Strings_Of_A_Text_Are_One(string value, string expected) => Assert.Equal(expected, TextValue.Read(value));

    [Fact]
    public void A_Long_Text_Is_Written_In_Strings_That_Route53_Takes()
    {
        var text = new string('x', 600);

        Assert.Equal([255, 255, 90], TextValue.Write(text).Split(' ').Select(part => part.Length - 2));
        Assert.Equal(text, TextValue.Read(TextValue.Write(text)));
    }
}
