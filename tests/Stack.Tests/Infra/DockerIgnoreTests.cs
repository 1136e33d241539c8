using Dockerland.Infra;

namespace Dockerland.Tests.Infra;

public sealed class DockerIgnoreTests
{
    [Theory]
    [InlineData("*.md", "README.md", true)]
    [InlineData("*.md", "docs/README.md", false)]
    [InlineData("**/*.md", "docs/README.md", true)]
    [InlineData("**/*.md", "README.md", true)]
    [InlineData("/docs/", "docs/a/b.txt", true)]
    [InlineData("docs", "docs.txt", false)]
    [InlineData("docs/**", "docs/a/b.txt", true)]
    [InlineData("a?.txt", "ab.txt", true)]
    [InlineData("a?.txt", "a/.txt", false)]
    [InlineData("# *.md", "# a.md", false)]
    [InlineData("", "README.md", false)]
    [InlineData("*.md\n!README.md", "README.md", false)]
    [InlineData("!README.md\n*.md", "README.md", true)]
    [InlineData("*\r\n!app\r\n", "app/server.js", false)]
    public void A_File_Is_Ignored_As_Docker_Does(string rules, string path, bool ignored) =>
        Assert.Equal(ignored, DockerIgnore.Parse(rules).Ignores(path));
}
