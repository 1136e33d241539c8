using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Pulumi;

namespace Dockerland.Infra;

/// <summary>An image's sources, and a hash that changes when one of them does.</summary>
/// <param name="Name">The image's folder in <c>images/</c>.</param>
/// <param name="Context">A copy of what Docker takes of that folder, as seen from the program's, which is where the engine runs it.</param>
/// <param name="Hash">Of all files that Docker takes, by name, content and whether they can be run; the same on every machine.</param>
public sealed record ImageSource(string Name, string Context, string Hash)
{
    private const int HashLength = 16;
    private const string Folder = "images";
    private const string Copies = "artifacts/images";
    private const string DockerFile = "Dockerfile";

    /// <summary>Reads the sources of <c>images/NAME</c> in the repository.</summary>
    public static ImageSource Read(string repository, string name)
    {
        var folder = Path.Combine(repository, Folder, name);
        if (!File.Exists(Path.Combine(folder, DockerFile)))
            throw new RunException($"Image '{name}' has no Dockerfile in '{folder}'. Add one, or name another image.");

        var hash = SourceFiles.Hash(ImageFile.In(folder, DockerFile));
        return new(name, $"../{CopyOf(name, hash)}", hash);
    }

    /// <summary>
    /// Makes the copy that is built, unless it is there. The provider builds again when a mode changes, and modes of a clone follow its
    /// owner's umask: in the copy they are always the same.
    /// </summary>
    public void Copy(string repository)
    {
        var target = Path.Combine(repository, CopyOf(Name, Hash));
        if (Directory.Exists(target)) return;

        // Whole or not at all, also while another deployment does the same.
        var half = $"{target}.{Path.GetRandomFileName()}";
        try
        {
            foreach (var file in ImageFile.In(Path.Combine(repository, Folder, Name), DockerFile)) file.CopyTo(half);
            if (!Directory.Exists(target)) Directory.Move(half, target);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException && !Directory.Exists(target))
        {
            throw new RunException($"Image '{Name}' can't be copied to '{target}', where it is built: {error.Message}");
        }
        catch (IOException)
        {
            // The other one was first.
        }
        finally
        {
            if (Directory.Exists(half)) Directory.Delete(half, recursive: true);
        }
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

    private static string CopyOf(string name, string hash) => $"{Copies}/{name}/{hash[..HashLength]}";
}
