using System.Text;
using Dockerland.Tests.Support.Processes;
using static Dockerland.Tests.Support.Repository;

namespace Dockerland.Tests.Stack.Repository;

/// <summary>What git keeps, by path from the root. Files that git doesn't know yet count too, so that a new one fails before it is committed.</summary>
internal static class TrackedFiles
{
    private static readonly string[] BinaryEndings = [".br", ".png", ".xz", ".zip", ".gz"];

    public static async Task<IReadOnlyList<string>> ListAsync()
    {
        var listed = await new Tool("git") { Folder = Root }.SucceedAsync("ls-files", "-z", "--cached", "--others", "--exclude-standard");
        return [.. listed.Output.Split(['\0', '\n'], StringSplitOptions.RemoveEmptyEntries).Distinct().Where(file => File.Exists(Path.Combine(Root, file)))];
    }

    public static async Task<IReadOnlyList<string>> ListTextAsync() =>
        [.. (await ListAsync()).Where(file => !BinaryEndings.Contains(Path.GetExtension(file)))];

    public static bool IsGenerated(string file) => file.Contains("/Generated/", StringComparison.Ordinal);

    // Not File.ReadAllText, which swallows a byte order mark.
    public static string Read(string file) => Encoding.UTF8.GetString(File.ReadAllBytes(Path.Combine(Root, file)));
}
