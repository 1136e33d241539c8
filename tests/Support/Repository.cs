using Dockerland.Tests.Support.Processes;

namespace Dockerland.Tests.Support;

/// <summary>The repository that the tests were built from.</summary>
public static class Repository
{
    private static readonly Lazy<string> Found = new(Find);

    public static string Root => Found.Value;

    /// <summary>Copies what git tracks, and what it would track if it were added, to a folder.</summary>
    public static async Task CopyToAsync(string folder)
    {
        var git = new Tool("git") { Folder = Root };
        var listed = await git.SucceedAsync("ls-files", "-z", "--cached", "--others", "--exclude-standard");
        foreach (var file in listed.Output.TrimEnd('\n').Split('\0', StringSplitOptions.RemoveEmptyEntries))
        {
            var source = Path.Combine(Root, file);
            if (!File.Exists(source)) continue;
            var target = Path.Combine(folder, file);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(source, target);
        }
    }

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Directory.Packages.props"))) return folder.FullName;
        }

        throw new InvalidOperationException($"No folder above {AppContext.BaseDirectory} holds Directory.Packages.props: the tests run outside the repository.");
    }
}
