using System.Security.Cryptography;
using System.Text;

namespace Dockerland.Infra;

/// <summary>A hash over files, by name and content; the same on every machine.</summary>
internal static class SourceFiles
{
    /// <summary>Of what is compiled: modes are left out, since none gets into a program.</summary>
    public static string Hash(IEnumerable<(string Path, string Name)> files) => Hash(files.Select(file => (file.Name, File.ReadAllBytes(file.Path))));

    /// <summary>Of what is copied into an image, where a program without its mode doesn't run.</summary>
    public static string Hash(IEnumerable<ImageFile> files) =>
        Hash(files.Select(file => ($"{file.Name}\0{file.Kind}", file.Link is null ? File.ReadAllBytes(file.Path) : Encoding.UTF8.GetBytes(file.Link))));

    // Lengths and a separator between them, so that no two trees give the same bytes.
    private static string Hash(IEnumerable<(string Name, byte[] Content)> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (name, content) in files.OrderBy(file => file.Name, StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{name}\0{content.Length}\0"));
            hash.AppendData(content);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>A folder's files, named from another folder.</summary>
    public static IEnumerable<(string Path, string Name)> In(string folder, string from) => Directory
        .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Select(file => (file, Path.GetRelativePath(from, file).Replace('\\', '/')));
}
