using System.Security.Cryptography;
using System.Text;

namespace Dockerland.Infra;

/// <summary>A hash over files, by name and content; the same on every machine.</summary>
internal static class SourceFiles
{
    // Lengths and a separator between them, so that no two trees give the same bytes. Modes are left out: what is built sets
    // them, and not every file system keeps them.
    public static string Hash(IEnumerable<(string Path, string Name)> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (path, name) in files.OrderBy(file => file.Name, StringComparer.Ordinal))
        {
            var content = File.ReadAllBytes(path);
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
