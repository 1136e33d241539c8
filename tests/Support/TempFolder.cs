namespace Dockerland.Tests.Support;

/// <summary>A folder of a test's own, deleted with everything in it at the end.</summary>
public sealed class TempFolder : IDisposable
{
    public TempFolder(string prefix = "dockerland-") => Path = Directory.CreateTempSubdirectory(prefix).FullName;

    public string Path { get; }

    /// <summary>The path of a file or folder inside; parent folders are made.</summary>
    public string File(string relative)
    {
        var path = System.IO.Path.Combine(Path, relative);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        return path;
    }

    public void Dispose()
    {
        if (Directory.Exists(Path)) Directory.Delete(Path, recursive: true);
    }
}
