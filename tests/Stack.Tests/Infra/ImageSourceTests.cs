using System.Runtime.Versioning;
using Dockerland.Infra;
using Dockerland.Tests.Support;

namespace Dockerland.Tests.Infra;

public sealed class ImageSourceTests : IDisposable
{
    private readonly TempFolder _repository = new();

    public ImageSourceTests()
    {
        Write("Dockerfile", "FROM scratch\n");
        Write("app/server.js", "one");
    }

    public void Dispose() => _repository.Dispose();

    [Fact]
    public void The_Same_Sources_Have_The_Same_Hash() =>
        Assert.Equal(Read().Hash, Read().Hash);

    [Theory]
    [InlineData("app/server.js", "two")]
    [InlineData("app/other.js", "one")]
    [InlineData("Dockerfile", "FROM scratch\n\n")]
    public void Whatever_Changes_In_Them_Changes_The_Hash(string file, string text)
    {
        var before = Read().Hash;
        Write(file, text);

        Assert.NotEqual(before, Read().Hash);
    }

    [Theory]
    [InlineData("agent/Demo.cs")]
    [InlineData("../../lib/Shared/Shared.cs")]
    public void Whatever_Its_Agent_Is_Built_From_Changes_The_Hash(string file)
    {
        Write(".dockerignore", "agent\n");
        Write("agent/Demo.csproj", """<Project><ItemGroup><ProjectReference Include="../../../lib/Shared/Shared.csproj" /></ItemGroup></Project>""");
        Write("../../lib/Shared/Shared.csproj", "<Project/>");
        var before = Read().Hash;
        Write(file, "changed");

        Assert.NotEqual(before, Read().Hash);
    }

    [Fact]
    public void An_Image_Without_An_Agent_Has_None() => Assert.Null(Read().Agent);

    [Fact]
    public void A_File_That_Moves_Changes_The_Hash()
    {
        var before = Read().Hash;
        File.Move(PathOf("app/server.js"), PathOf("app/main.js"));

        Assert.NotEqual(before, Read().Hash);
    }

    [Fact]
    public void Another_Base_Makes_Another_Image() =>
        Assert.NotEqual(Read().Tag("debian:bookworm-slim", "linux/amd64"), Read().Tag("debian:trixie-slim", "linux/amd64"));

    [Fact]
    public void Another_Platform_Needs_Another_Image() =>
        Assert.NotEqual(Read().Tag("debian:bookworm-slim", "linux/amd64"), Read().Tag("debian:bookworm-slim", "linux/arm64"));

    [Fact]
    public void What_Docker_Ignores_Changes_Nothing()
    {
        Write(".dockerignore", "*.md\n");
        var before = Read().Hash;
        Write("README.md", "more to read");

        Assert.Equal(before, Read().Hash);
    }

    [Fact]
    public void The_Dockerfile_Counts_Even_If_It_Is_Not_Copied()
    {
        Write(".dockerignore", "*\n");
        var before = Read().Hash;
        Write("Dockerfile", "FROM debian\n");

        Assert.NotEqual(before, Read().Hash);
    }

    [Fact]
    public void The_Context_Is_Named_As_The_Engine_Finds_It() =>
        Assert.Equal($"../artifacts/images/demo/{Read().Hash[..16]}", Read().Context);

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public void Another_Umask_Changes_Nothing()
    {
        var before = Read().Hash;
        File.SetUnixFileMode(PathOf("app/server.js"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.GroupWrite);

        Assert.Equal(before, Read().Hash);
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public void A_Program_That_Can_Be_Run_Now_Changes_The_Hash()
    {
        var before = Read().Hash;
        File.SetUnixFileMode(PathOf("app/server.js"), UnixFileMode.UserRead | UnixFileMode.UserExecute);

        Assert.NotEqual(before, Read().Hash);
    }

    [Fact]
    public void A_Link_That_Points_Elsewhere_Changes_The_Hash()
    {
        File.CreateSymbolicLink(PathOf("app/main.js"), "server.js");
        var before = Read().Hash;
        File.Delete(PathOf("app/main.js"));
        File.CreateSymbolicLink(PathOf("app/main.js"), "nowhere.js");

        Assert.NotEqual(before, Read().Hash);
    }

    [Fact]
    public void An_Image_Without_A_Dockerfile_Is_None()
    {
        var error = Assert.Throws<Pulumi.RunException>(() => ImageSource.Read(_repository.Path, "other", "amd64"));

        Assert.StartsWith("Image 'other' has no Dockerfile in", error.Message, StringComparison.Ordinal);
    }

    private ImageSource Read() => ImageSource.Read(_repository.Path, "demo", "amd64");

    private string PathOf(string file) => Path.Combine(_repository.Path, "images", "demo", file);

    private void Write(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(file))!);
        File.WriteAllText(PathOf(file), text);
    }
}
