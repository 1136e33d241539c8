using Dockerland.Cli;
using Dockerland.Cli.Planning;
using Dockerland.Tests.Support;
using Pulumi;

namespace Dockerland.Tests.Stack.Cli.Planning;

public sealed class SourceHashTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_Folder_Has_The_Same_Hash_Wherever_It_Lies()
    {
        Write("a/x/one", "1");
        Write("b/x/one", "1");

        Assert.Equal(Describe(new FileArchive("a")), Describe(new FileArchive("b")));
    }

    [Theory]
    [InlineData("x/one", "2")]
    [InlineData("x/two", "1")]
    public void Another_Name_Or_Content_Is_Another_Hash(string name, string content)
    {
        Write("a/x/one", "1");
        Write($"b/{name}", content);

        Assert.NotEqual(Describe(new FileArchive("a")).Split(' ')[1], Describe(new FileArchive("b")).Split(' ')[1]);
    }

    [Fact]
    public void Bytes_That_Move_Between_Files_Change_The_Hash()
    {
        Write("a/one", "12");
        Write("a/two", "");
        Write("b/one", "1");
        Write("b/two", "2");

        Assert.NotEqual(Describe(new FileArchive("a")), Describe(new FileArchive("b")));
    }

    [Fact]
    public void A_File_That_Is_Not_There_Is_Named()
    {
        var error = Assert.Throws<CliException>(() => Describe(new FileAsset("missing.zip")));

        Assert.Contains("missing.zip", error.Message, StringComparison.Ordinal);
    }

    private string Describe(AssetOrArchive asset) => new SourceHash(_folder.Path).Describe(asset);

    private void Write(string file, string content) => File.WriteAllText(_folder.File(file), content);
}
