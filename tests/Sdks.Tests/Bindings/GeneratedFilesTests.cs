using Dockerland.Sdks.Generate;

namespace Dockerland.Tests.Sdks.Bindings;

public sealed class GeneratedFilesTests
{
    [Theory]
    [InlineData("Route53/Zone.cs", true)]
    [InlineData("version.txt", true)]
    [InlineData("pulumi-plugin.json", true)]
    [InlineData("Pulumi.Aws.csproj", false)]
    [InlineData("Route53/README.md", false)]
    [InlineData("logo.png", false)]
    [InlineData(".gitignore", false)]
    public void Only_Code_And_What_It_Embeds_Is_Kept(string path, bool isKept) => Assert.Equal(isKept, GeneratedFiles.IsKept(path));

    [Fact]
    public void Missing_Changed_And_Stray_Files_Are_Named()
    {
        var generated = Files(("Same.cs", 1), ("Changed.cs", 1), ("Missing.cs", 1));
        var present = Files(("Same.cs", 1), ("Changed.cs", 2), ("Stray.cs", 1));

        Assert.Equal(
            ["Changed.cs differs", "Missing.cs is missing", "Stray.cs isn't generated"],
            GeneratedFiles.Differences(generated, present));
    }

    private static Dictionary<string, byte[]> Files(params (string Path, byte Content)[] files) =>
        files.ToDictionary(file => file.Path, file => new[] { file.Content });
}
