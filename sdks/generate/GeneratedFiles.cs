namespace Dockerland.Sdks.Generate;

/// <summary>The files of a binding: which of the generator's are kept, and how two sets differ.</summary>
internal static class GeneratedFiles
{
    /// <summary>The C# and what it embeds; project file, pictures and empty READMEs are not ours.</summary>
    public static bool IsKept(string path) =>
        path.EndsWith(".cs", StringComparison.Ordinal) || path is "version.txt" or "pulumi-plugin.json";

    /// <summary>One line for each file that is missing, changed or too many.</summary>
    public static IEnumerable<string> Differences(
        IReadOnlyDictionary<string, byte[]> generated, IReadOnlyDictionary<string, byte[]> present) =>
        generated.Keys.Union(present.Keys).Order(StringComparer.Ordinal).Select(path =>
            !present.TryGetValue(path, out var before) ? $"{path} is missing"
            : !generated.TryGetValue(path, out var after) ? $"{path} isn't generated"
            : before.AsSpan().SequenceEqual(after) ? ""
            : $"{path} differs").Where(line => line.Length > 0);

    /// <summary>What is kept of the generator's output.</summary>
    public static SortedDictionary<string, byte[]> Read(string folder) => ReadAll(folder, IsKept);

    /// <summary>Everything in the folder, so that a stray file is seen.</summary>
    public static SortedDictionary<string, byte[]> ReadPresent(string folder) =>
        Directory.Exists(folder) ? ReadAll(folder, _ => true) : new(StringComparer.Ordinal);

    public static void Write(string folder, IReadOnlyDictionary<string, byte[]> files)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        foreach (var (path, content) in files)
        {
            var file = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllBytes(file, content);
        }
    }

    private static SortedDictionary<string, byte[]> ReadAll(string folder, Func<string, bool> isKept)
    {
        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(file => (File: file, Path: Path.GetRelativePath(folder, file).Replace('\\', '/')))
            .Where(file => isKept(file.Path))
            .ToDictionary(file => file.Path, file => File.ReadAllBytes(file.File));
        return new(files, StringComparer.Ordinal);
    }
}
