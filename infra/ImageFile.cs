using System.IO.Enumeration;

namespace Dockerland.Infra;

/// <summary>A file that Docker takes into an image's build.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Name">From the image's folder, with slashes.</param>
/// <param name="Link">What it points to; null for a file of its own.</param>
/// <param name="IsExecutable">By its owner, all that git keeps of a mode. Windows has no such thing.</param>
internal sealed record ImageFile(string Path, string Name, string? Link, bool IsExecutable)
{
    private const UnixFileMode Plain = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
    private const UnixFileMode Executable = Plain | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    /// <summary>What differs in an image beside name and content.</summary>
    public string Kind => Link is not null ? "link" : IsExecutable ? "755" : "644";

    /// <summary>A folder's files, but for those that its <c>.dockerignore</c> leaves out.</summary>
    public static IEnumerable<ImageFile> In(string folder, string dockerFile)
    {
        var ignore = DockerIgnore.Read(folder);
        // Docker doesn't follow links, nor does this.
        var paths = new FileSystemEnumerable<string>(folder, (ref entry) => entry.ToFullPath(), new() { RecurseSubdirectories = true, AttributesToSkip = 0 })
        {
            ShouldRecursePredicate = (ref entry) => !entry.Attributes.HasFlag(FileAttributes.ReparsePoint),
            ShouldIncludePredicate = (ref entry) => !entry.IsDirectory || entry.Attributes.HasFlag(FileAttributes.ReparsePoint),
        };
        return paths
            .Select(path => (Path: path, Name: System.IO.Path.GetRelativePath(folder, path).Replace('\\', '/')))
            .Where(file => file.Name == dockerFile || !ignore.Ignores(file.Name))
            .Select(file => Read(file.Path, file.Name));
    }

    /// <summary>Writes it into another folder, with the mode that it has after any clone by anyone.</summary>
    public void CopyTo(string folder)
    {
        var target = System.IO.Path.Combine(folder, Name);
        MakeFolder(folder, System.IO.Path.GetDirectoryName(target)!);
        if (Link is not null)
        {
            File.CreateSymbolicLink(target, Link);
            return;
        }

        File.WriteAllBytes(target, File.ReadAllBytes(Path));
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(target, IsExecutable ? Executable : Plain);
    }

    // A link has no mode of its own, and may point to what only the image has.
    private static ImageFile Read(string path, string name) => new FileInfo(path).LinkTarget is { } link
        ? new(path, name, link, IsExecutable: false)
        : new(path, name, Link: null, !OperatingSystem.IsWindows() && File.GetUnixFileMode(path).HasFlag(UnixFileMode.UserExecute));

    // One by one from the top, since only the mode of the last one would be set.
    private static void MakeFolder(string top, string folder)
    {
        if (folder != top) MakeFolder(top, System.IO.Path.GetDirectoryName(folder)!);
        Directory.CreateDirectory(folder);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(folder, Executable);
    }
}
