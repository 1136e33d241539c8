using System.Runtime.Versioning;
using Dockerland.Infra;
using Dockerland.Tests.Support;

namespace Dockerland.Tests.Infra;

/// <summary>The copy of an image's sources that is built: the same after any clone.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class ImageCopyTests : IDisposable
{
    private readonly TempFolder _repository = new();

    public ImageCopyTests()
    {
        Write("Dockerfile", "FROM scratch\n", "644");
        Write("app/server.js", "one", "644");
        Write("app/run", "#!/bin/sh\n", "755");
    }

    public void Dispose() => _repository.Dispose();

    [Theory]
    [InlineData("app/server.js", "664", "644")]
    [InlineData("app/server.js", "600", "644")]
    [InlineData("app/run", "775", "755")]
    [InlineData("app/run", "700", "755")]
    public void Modes_Are_Those_That_Git_Keeps(string file, string mode, string copied)
    {
        File.SetUnixFileMode(PathOf(file), Mode(mode));

        Assert.Equal(Mode(copied), File.GetUnixFileMode(Path.Combine(Copy(), file)));
    }

    [Fact]
    public void Folders_Can_Be_Entered_By_Anyone()
    {
        File.SetUnixFileMode(PathOf("app"), Mode("700"));
        var copy = Copy();

        Assert.All([copy, Path.Combine(copy, "app")], folder => Assert.Equal(Mode("755"), File.GetUnixFileMode(folder)));
    }

    [Fact]
    public void It_Has_What_Docker_Takes_And_Nothing_Else()
    {
        Write(".dockerignore", "*.md\nDockerfile\n", "644");
        Write("README.md", "to read", "644");
        var copy = Copy();

        Assert.Equal([".dockerignore", "Dockerfile", "app/run", "app/server.js"],
            Directory.EnumerateFiles(copy, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(copy, file)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Contents_Are_The_Same() =>
        Assert.Equal("one", File.ReadAllText(Path.Combine(Copy(), "app/server.js")));

    [Fact]
    public void A_Link_To_A_Folder_Does_Too()
    {
        File.CreateSymbolicLink(PathOf("same"), "app");

        Assert.Equal("app", new FileInfo(Path.Combine(Copy(), "same")).LinkTarget);
    }

    [Fact]
    public void A_Link_Stays_A_Link()
    {
        File.CreateSymbolicLink(PathOf("app/main.js"), "server.js");

        Assert.Equal("server.js", new FileInfo(Path.Combine(Copy(), "app/main.js")).LinkTarget);
    }

    [Fact]
    public void One_That_Is_There_Is_Left_Alone()
    {
        var file = Path.Combine(Copy(), "app/server.js");
        var before = File.GetLastWriteTimeUtc(file);
        File.SetUnixFileMode(PathOf("app/server.js"), Mode("664"));

        Assert.Equal(before, File.GetLastWriteTimeUtc(Path.Combine(Copy(), "app/server.js")));
    }

    [Fact]
    public void Many_At_Once_Make_One()
    {
        Parallel.For(0, 8, _ => Copy());

        Assert.Equal(Copy(), Assert.Single(Directory.EnumerateFileSystemEntries(Path.GetDirectoryName(Copy())!)));
    }

    [Fact]
    public void What_Is_In_The_Way_Is_Told_In_A_Line()
    {
        File.WriteAllText(Path.Combine(_repository.Path, "artifacts"), "");

        Assert.StartsWith("Image 'demo' can't be copied to '", Assert.Throws<Pulumi.RunException>(Copy).Message, StringComparison.Ordinal);
    }

    private static UnixFileMode Mode(string octal) => (UnixFileMode)Convert.ToInt32(octal, 8);

    private string Copy()
    {
        var source = ImageSource.Read(_repository.Path, "demo", "amd64");
        source.Copy(_repository.Path);
        return Path.GetFullPath(Path.Combine(_repository.Path, "infra", source.Context));
    }

    private string PathOf(string file) => Path.Combine(_repository.Path, "images", "demo", file);

    private void Write(string file, string text, string mode)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(file))!);
        File.WriteAllText(PathOf(file), text);
        File.SetUnixFileMode(PathOf(file), Mode(mode));
    }
}
