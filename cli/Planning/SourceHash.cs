using System.Collections;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Pulumi;

namespace Dockerland.Cli.Planning;

/// <summary>Shows files and archives by what they are made of, so that neither a path nor a compiler's output is in a plan.</summary>
/// <param name="folder">What relative paths start from: the program's folder.</param>
internal sealed class SourceHash(string folder)
{
    private const int ShownNames = 5;
    private const string Packages = "../artifacts/packages/";

    // The SDK lets nobody read what an asset is made of.
    private static readonly PropertyInfo? ValueProperty =
        typeof(AssetOrArchive).GetProperty("Value", BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public);

    public string Describe(AssetOrArchive asset)
    {
        var kind = asset is Archive ? "archive" : "file";
        // By its path, which has the hash of its sources: a plan doesn't need it published.
        if (asset is FileArchive && ValueProperty?.GetValue(asset) is string published && published.StartsWith(Packages, StringComparison.Ordinal))
            return $"<{kind} {published["../".Length..]}>";
        var files = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        Collect(asset, "", files);
        if (files.Count == 0)
            return $"<{kind}>";
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (name, content) in files)
        {
            // Lengths keep one file's end from passing for the next one's name.
            hash.AppendData(Encoding.UTF8.GetBytes($"{name.Length}:{name}{content.Length}:"));
            hash.AppendData(content);
        }
        var names = string.Join(' ', files.Keys.Where(name => name.Length > 0).Take(ShownNames)) + (files.Count > ShownNames ? " ..." : "");
        return $"<{kind} sha256:{Convert.ToHexStringLower(hash.GetHashAndReset())[..16]} {names}".TrimEnd() + ">";
    }

    private void Collect(AssetOrArchive asset, string name, SortedDictionary<string, byte[]> files)
    {
        switch (asset, ValueProperty?.GetValue(asset))
        {
            case (AssetArchive, IDictionary entries):
                foreach (DictionaryEntry entry in entries)
                    Collect((AssetOrArchive)entry.Value!, Join(name, (string)entry.Key), files);
                break;
            case (FileAsset or FileArchive, string path):
                foreach (var (relative, file) in Files(Path.Combine(folder, path)))
                    files[Join(name, relative)] = File.ReadAllBytes(file);
                break;
            case (StringAsset or RemoteAsset or RemoteArchive, string text):
                files[name] = Encoding.UTF8.GetBytes(text);
                break;
        }
    }

    private static IEnumerable<(string Relative, string File)> Files(string path) => path switch
    {
        _ when File.Exists(path) => [("", path)],
        _ when Directory.Exists(path) => Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories)
            .Select(file => (Path.GetRelativePath(path, file).Replace('\\', '/'), file)),
        _ => throw new CliException($"'{path}', which the stack uploads, doesn't exist. Build it first."),
    };

    private static string Join(string name, string part) => name.Length == 0 ? part : part.Length == 0 ? name : $"{name}/{part}";
}
