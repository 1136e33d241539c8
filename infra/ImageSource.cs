using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Pulumi;

namespace Dockerland.Infra;

/// <summary>An image's sources, and a hash that changes when one of them does.</summary>
/// <param name="Name">The image's folder in <c>images/</c>.</param>
/// <param name="Context">That folder as seen from the program's, which is where the engine runs it.</param>
/// <param name="Hash">Of all files that Docker takes, by name and content; the same on every machine.</param>
public sealed record ImageSource(string Name, string Context, string Hash)
{
    private const int HashLength = 16;
    private const string Folder = "images";
    private const string DockerFile = "Dockerfile";

    /// <summary>Reads the sources of <c>images/NAME</c> in the repository.</summary>
    public static ImageSource Read(string repository, string name)
    {
        var folder = Path.Combine(repository, Folder, name);
        if (!File.Exists(Path.Combine(folder, DockerFile)))
            throw new RunException($"Image '{name}' has no Dockerfile in '{folder}'. Add one, or name another image.");

        return new(name, $"../images/{name}", HashOf(folder));
    }

    /// <summary>The images that a repository has sources of.</summary>
    public static ImmutableSortedSet<string> Names(string repository) =>
        Directory.Exists(Path.Combine(repository, Folder))
            ? Directory.EnumerateFiles(Path.Combine(repository, Folder), DockerFile, new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 1 })
                .Select(file => Path.GetFileName(Path.GetDirectoryName(file)) ?? "")
                .ToImmutableSortedSet(StringComparer.Ordinal)
            : [];

    /// <summary>The image's tag: its sources, what they are built on, and what for.</summary>
    public string Tag(string baseImage, string platform) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Hash}\n{baseImage}\n{platform}")))[..HashLength];

    private static string HashOf(string folder)
    {
        var ignore = DockerIgnore.Read(folder);
        return SourceFiles.Hash(SourceFiles.In(folder, folder).Where(file => file.Name is DockerFile || !ignore.Ignores(file.Name)));
    }
}
