using System.Collections.Immutable;

namespace Dockerland.HaproxyAgent.Snippets;

/// <summary>A folder with one for each place.</summary>
internal static class SnippetFolder
{
    /// <returns>By place and name, each with what keeps it from being read, if anything does.</returns>
    public static async Task<ImmutableArray<(Snippet Snippet, string? Problem)>> ReadAsync(string folder, CancellationToken cancellationToken)
    {
        var found = ImmutableArray.CreateBuilder<(Snippet, string?)>();
        foreach (var place in Snippet.Places)
        {
            foreach (var path in Paths(Path.Combine(folder, place)))
                found.Add(await ReadFileAsync(place, path, cancellationToken));
        }

        return found.ToImmutable();
    }

    private static IEnumerable<string> Paths(string folder)
    {
        try
        {
            return Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder, "*.cfg").Order(StringComparer.Ordinal)] : [];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new AgentException($"The snippets in {folder} can't be listed, and HAProxy's configuration stays as it is: {error.Message}", error);
        }
    }

    private static async Task<(Snippet, string?)> ReadFileAsync(string place, string path, CancellationToken cancellationToken)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        try
        {
            var snippet = new Snippet(place, name, await File.ReadAllTextAsync(path, cancellationToken));
            return (snippet, snippet.Problem);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return (new(place, name, ""), $"can't be read: {error.Message}");
        }
    }
}
