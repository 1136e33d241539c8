using Dockerland.Tests.Sdks.Pulumi.Fakes;
using Pulumi;

namespace Dockerland.Tests.Sdks.Pulumi.Core;

public sealed class UrnTests
{
    private const string Text = "urn:pulumi:stack::project::a:b:C$d:e:F::name";

    [Fact]
    public void It_Wraps_A_Text()
    {
        Assert.Equal(Text, (string)new Urn(Text));
        Assert.Equal(Text, new Urn(Text).ToString());
        Assert.True(new Urn(Text) == new Urn(Text));
        Assert.True(new Urn(Text) != new Urn(Text + "x"));
        Assert.Throws<ArgumentException>(() => new Urn(""));
    }

    [Fact]
    public void Its_Type_Is_The_Resources_Own() => Assert.Equal("d:e:F", Urn.TypeOf(Text));

    [Theory]
    [InlineData(Text, "name")]
    [InlineData(Text + "::of::it", "name::of::it")]
    public void Its_Name_May_Hold_Colons(string urn, string name) => Assert.Equal(name, Urn.NameOf(urn));

    [Fact]
    public async Task One_Is_Made_Of_The_Deployment()
    {
        string? urn = null;
        (await Run.UpdateAsync(() => Urn.Create("name", "a:b:C").Apply(value => urn = value))).Succeeded();

        Assert.Equal("urn:pulumi:stack::project::a:b:C::name", urn);
    }

    [Fact]
    public async Task One_Is_Made_Of_Its_Parts() => Assert.Equal(
        "urn:pulumi:dev::web::a:b:C::name", await Urn.Create("name", "a:b:C", project: "web", stack: "dev").ValueAsync());

    [Fact]
    public async Task A_Parent_Gives_Stack_Project_And_Type() => Assert.Equal(
        "urn:pulumi:stack::project::a:b:C$d:e:F$g:h:I::child", await Urn.Create("child", "g:h:I", parentUrn: Text).ValueAsync());

    [Fact]
    public async Task A_Parent_Is_Given_Once() => await Assert.ThrowsAsync<ArgumentException>(async () =>
        await Urn.Create("child", "g:h:I", OutputAssertions.Dependency("a"), Text).ValueAsync());
}
