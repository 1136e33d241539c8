using Dockerland.Contracts;

namespace Dockerland.Tests.Contracts;

public sealed class EnvironmentVariablesTests
{
    [Theory]
    [InlineData("DB_HOST", true)]
    [InlineData("_x1", true)]
    [InlineData("1X", false)]
    [InlineData("DB-HOST", false)]
    [InlineData("A=B", false)]
    [InlineData("", false)]
    public void A_Name_Is_One_That_Every_Shell_Takes(string text, bool isName) =>
        Assert.Equal(isName, EnvironmentVariables.IsName(text));

    [Theory]
    [InlineData("example.db.host", "DB_HOST")]
    [InlineData("example.db-host_2", "DB_HOST_2")]
    [InlineData("docker.role", null)]
    [InlineData("Name", null)]
    public void A_Tag_Becomes_A_Variable_Where_Its_Prefix_Says_So(string key, string? variable) =>
        Assert.Equal(variable, EnvironmentVariables.OfTag(key));

    [Theory]
    [InlineData("shop.db.host", "DB_HOST")]
    [InlineData("example.db.host", null)]
    public void A_Stack_May_Have_A_Prefix_Of_Its_Own(string key, string? variable) =>
        Assert.Equal(variable, EnvironmentVariables.OfTag(key, "shop."));
}
