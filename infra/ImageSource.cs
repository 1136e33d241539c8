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
    /// <summary>A program of ours that is copied in; null for an image without.</summary>
    public PackageSource? Agent { get; init; }

    /// <summary>In the repository, where the Dockerfile takes <see cref="Agent"/> from.</summary>
    public string AgentFolder => $"{CopyOf(Name, Hash)}/published";

    /// <summary>Where it is until it is whole: beside the copy, of which Docker takes all.</summary>
    public string HalfAgent => $"{CopyOf(Name, Hash)}.agent";

    /// <summary>The machine that containers run on, which no stack builds.</summary>
    public const string Host = "host";

    private const int HashLength = 16;
    private const string Folder = "images";
    private const string Copies = "artifacts/images";
    private const string DockerFile = "Dockerfile";

    /// <summary>Reads the sources of <c>images/NAME</c> in the repository.</summary>
    /// <param name="architecture">What the image is for; of meaning to its agent alone.</param>
    public static ImageSource Read(string repository, string name, string architecture)
    {
        var folder = Path.Combine(repository, Folder, name);
        if (!File.Exists(Path.Combine(folder, DockerFile)))
            throw new RunException($"Image '{name}' has no Dockerfile in '{folder}'. Add one, or name another image.");

        var agent = PackageSource.FindAgent(repository, name, architecture);
        var files = SourceFiles.Hash(ImageFile.In(folder, DockerFile));
        var hash = agent is null ? files : HashOf($"{files}\n{agent.Hash}");
        return new(name, $"../{CopyOf(name, hash)}", hash) { Agent = agent };
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

    /// <summary>The images that a repository has sources of and that run as containers on hosts.</summary>
    public static ImmutableSortedSet<string> Names(string repository) =>
        Directory.Exists(Path.Combine(repository, Folder))
            ? Directory.EnumerateFiles(Path.Combine(repository, Folder), DockerFile, new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 1 })
                .Select(file => Path.GetFileName(Path.GetDirectoryName(file)) ?? "")
                .Where(name => name is not Host)
                .ToImmutableSortedSet(StringComparer.Ordinal)
            : [];

    /// <summary>The image's tag: its sources, what they are built on, and what for.</summary>
    public string Tag(string baseImage, string platform) =>
        HashOf($"{Hash}\n{baseImage}\n{platform}")[..HashLength];

    private static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static string CopyOf(string name, string hash) => $"{Copies}/{name}/{hash[..HashLength]}";
}
