using Dockerland.Contracts;

namespace Dockerland.Tests.Contracts;

public sealed class DomainNameTests
{
    [Theory]
    [InlineData("example.com")]
    [InlineData("_acme-challenge.www.example.com")]
    [InlineData("localhost")]
    public void Host_Names_Pass(string name) => Assert.Null(DomainName.Problem(name));

    [Theory]
    [InlineData("-a.example.com", "has the label '-a'; a label neither begins nor ends with a hyphen")]
    [InlineData("a b.example.com", "has the label 'a b'; a label has letters, digits and hyphens only")]
    [InlineData("a\n.example.com", "has the label 'a\n'; a label has letters, digits and hyphens only")]
    public void What_No_Resolver_Takes_Is_Named(string name, string problem) => Assert.Equal(problem, DomainName.Problem(name));

    [Fact]
    public void A_Label_Has_At_Most_63_Characters()
    {
        var label = new string('a', 64);

        Assert.Equal($"has the label '{label}' of 64 characters; a label has at most 63", DomainName.Problem($"{label}.example.com"));
    }

    [Fact]
    public void A_Name_Has_At_Most_253_Characters()
    {
        var name = string.Join('.', Enumerable.Repeat(new string('a', 50), 5));

        Assert.Equal("has 254 characters; a domain name has at most 253", DomainName.Problem(name));
    }

    [Theory]
    [InlineData("example.com", true)]
    [InlineData("WWW.Example.com", true)]
    [InlineData("www.badexample.com", false)]
    [InlineData("com", false)]
    public void A_Zone_Holds_Its_Own_Name_And_Those_Below(string name, bool within) =>
        Assert.Equal(within, DomainName.IsWithin(name, "example.com"));
}
