using Dockerland.Contracts;

namespace Dockerland.Tests.Contracts;

public sealed class DomainMetaTests
{
    [Fact]
    public void A_Formatted_Value_Is_Read_Back_As_It_Was()
    {
        var meta = new DomainMeta("Z0123456789ABC", "www.example.com");

        Assert.Equal(meta, DomainMeta.Parse(meta.ToString()));
    }

    [Fact]
    public void The_Form_Is_Zone_Id_Colon_Name() =>
        Assert.Equal("Z1:www.example.com", DomainMeta.Format("Z1", "www.example.com"));

    [Theory]
    [InlineData("", "has 0 colons; it has exactly one")]
    [InlineData("www.example.com", "has 0 colons; it has exactly one")]
    [InlineData("Z1:www.example.com:10", "has 2 colons; it has exactly one")]
    [InlineData(":www.example.com", "has the zone id ''; a zone id has 1 to 32 letters and digits")]
    [InlineData("Z-1:www.example.com", "has the zone id 'Z-1'; a zone id has 1 to 32 letters and digits")]
    [InlineData("Z1:", "has a name that is empty")]
    [InlineData("Z1:www..example.com", "has a name that has an empty label; labels stand between single dots")]
    [InlineData("Z1:www.example.com.", "has a name that ends in a dot; leave it out")]
    public void A_Wrong_Value_Says_What_Is_Wrong_And_What_Is_Right(string value, string problem)
    {
        var error = Assert.Throws<FormatException>(() => DomainMeta.Parse(value));

        Assert.Equal($"Tag DomainMeta '{value}' {problem}. Write it as ZONEID:NAME, such as Z0123456789ABC:www.example.com.", error.Message);
    }
}
