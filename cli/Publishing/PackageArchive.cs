using System.IO.Compression;

namespace Dockerland.Cli.Publishing;

/// <summary>The archive that Lambda takes. Same program, same bytes.</summary>
internal static class PackageArchive
{
    // A regular file that all may run, as Unix keeps it in the upper half.
    private const int Executable = 0b1_000_000_111_101_101 << 16;

    // The first that the format has.
    private static readonly DateTimeOffset Always = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static void Write(string archive, string program)
    {
        using var zip = ZipFile.Open(archive, ZipArchiveMode.Create);
        var entry = zip.CreateEntry(Path.GetFileName(program), CompressionLevel.SmallestSize);
        entry.LastWriteTime = Always;
        entry.ExternalAttributes = Executable;
        using var content = entry.Open();
        using var source = File.OpenRead(program);
        source.CopyTo(content);
    }
}
