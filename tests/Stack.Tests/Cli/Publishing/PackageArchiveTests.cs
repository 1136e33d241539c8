using System.IO.Compression;
using Dockerland.Cli.Publishing;
using Dockerland.Tests.Support;

namespace Dockerland.Tests.Stack.Cli.Publishing;

public sealed class PackageArchiveTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_Same_Program_Makes_The_Same_Bytes()
    {
        Write("one.zip");
        File.SetLastWriteTimeUtc(_folder.File("bootstrap"), new(2001, 2, 3, 4, 5, 6, DateTimeKind.Utc));
        Write("two.zip");

        Assert.Equal(File.ReadAllBytes(_folder.File("one.zip")), File.ReadAllBytes(_folder.File("two.zip")));
    }

    [Fact]
    public void Lambda_May_Run_The_Program()
    {
        Write("one.zip");
        using var zip = ZipFile.OpenRead(_folder.File("one.zip"));

        var entry = Assert.Single(zip.Entries);
        Assert.Equal(("bootstrap", "100755"), (entry.FullName, Convert.ToString(entry.ExternalAttributes >>> 16, 8)));
    }

    private void Write(string archive)
    {
        if (!File.Exists(_folder.File("bootstrap"))) File.WriteAllText(_folder.File("bootstrap"), "a program");
        PackageArchive.Write(_folder.File(archive), _folder.File("bootstrap"));
    }
}
