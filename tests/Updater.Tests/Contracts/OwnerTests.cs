using Dockerland.Contracts;

namespace Dockerland.Tests.Updater.Contracts;

public sealed class OwnerTests
{
    [Fact]
    public void An_Owner_Is_Written_As_External_Programs_Know_It() =>
        Assert.Equal("heritage=dockerland,owner=web-dev,group=web-dev--app_1", new Owner("web-dev", "web-dev--app_1").ToString());

    [Fact]
    public void An_Agents_Owner_Names_Its_Instance() =>
        Assert.Equal("heritage=dockerland,owner=web-dev,group=app,instance=i-0abc", new Owner("web-dev", "app", "i-0abc").ToString());

    [Theory]
    [InlineData("plain", null)]
    [InlineData("with, comma and space", "i-1")]
    [InlineData("100% \"quoted\" back\\slash", null)]
    [InlineData("größe=1", "i-1")]
    public void What_Is_Written_Is_Read(string group, string? instance)
    {
        var owner = new Owner("stack,one", group, instance);

        Assert.True(Owner.TryParse(owner.ToString(), out var read));
        Assert.Equal(owner, read);
    }

    [Theory]
    [InlineData("")]
    [InlineData("v=spf1 -all")]
    [InlineData("heritage=external-dns,external-dns/owner=me")]
    [InlineData("heritage=dockerland")]
    [InlineData("heritage=dockerland,owner=,group=a")]
    [InlineData("heritage=dockerland,owner=a,group=b,other=c")]
    [InlineData("heritage=dockerland,group=b,owner=a")]
    public void Other_Texts_Are_Nobodys(string text) => Assert.False(Owner.TryParse(text, out _));

    [Fact]
    public void The_Longest_Owned_Name_Has_An_Ownership_That_Is_A_Name() =>
        Assert.Equal(DomainName.MaxLength, Names.Ownership(new string('a', Names.MaxOwnedLength)).Length);
}
