using System.Collections.Immutable;

namespace Dockerland.HaproxyAgent.Snippets;

/// <summary>The configuration as HAProxy gets it: the image's, with what is put in.</summary>
internal static class MainText
{
    private const string Mark = "# snippets of ";

    /// <summary>The same snippets and ports give the same bytes.</summary>
    /// <param name="template">Has a line with a mark for each place within a section.</param>
    public static string Render(string template, ImmutableArray<Snippet> snippets, ImmutableArray<ExtraPort> ports) => string.Concat([
        .. template.Split('\n').SkipLast(1).Select(line => Put(line, snippets)),
        .. ports.Select(port => port.Render()),
        .. snippets.Where(snippet => snippet.Place is Snippet.Sections).Select(snippet => "\n" + With(snippet)),
    ]);

    /// <summary>A backend's head with what is put in.</summary>
    public static string Backend(string head, string name, ImmutableArray<Snippet> snippets) =>
        head + string.Concat(snippets.Where(snippet => snippet.Place is Snippet.Backend && snippet.Name == name).Select(With));

    private static string Put(string line, ImmutableArray<Snippet> snippets) => line.TrimStart().StartsWith(Mark, StringComparison.Ordinal)
        ? string.Concat(snippets.Where(snippet => snippet.Place == line.Trim()[Mark.Length..]).Select(With))
        : line + "\n";

    private static string With(Snippet snippet) => $"{(snippet.Place is Snippet.Sections ? "" : "    ")}# {snippet}\n{snippet.Render()}";
}
