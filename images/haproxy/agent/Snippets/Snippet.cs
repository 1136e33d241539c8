using System.Collections.Immutable;

namespace Dockerland.HaproxyAgent.Snippets;

/// <summary>Lines of somebody's own for HAProxy's configuration.</summary>
/// <param name="Place">Where they go; a folder's name.</param>
/// <param name="Name">The file's, without <c>.cfg</c>.</param>
internal sealed record Snippet(string Place, string Name, string Text)
{
    public const string Global = "global";
    public const string Defaults = "defaults";
    public const string Frontend = "frontend";

    /// <summary>Lines of one backend, which the file is called as: a service's name, or <c>members</c>.</summary>
    public const string Backend = "backend";

    /// <summary>Sections of their own, which stand at the end.</summary>
    public const string Sections = "sections";

    public static ImmutableArray<string> Places { get; } = [Global, Defaults, Frontend, Backend, Sections];

    // One of them would end the section that the lines are for, and take what follows them along.
    private static readonly ImmutableHashSet<string> SectionWords =
        ["global", "defaults", "frontend", "backend", "listen", "peers", "resolvers", "userlist", "mailers", "program", "cache", "ring", "log-forward", "http-errors", "fcgi-app"];

    /// <summary>What is wrong with it before HAProxy is asked; null for nothing.</summary>
    public string? Problem => Place is not Sections && FirstWords().FirstOrDefault(SectionWords.Contains) is { } word
        ? $"begins the section '{word}': whole sections go into the folder {Sections}"
        : null;

    public override string ToString() => $"{Place}/{Name}.cfg";

    /// <summary>As it stands in a section, or by itself.</summary>
    public string Render() => string.Concat(Lines().Select(line => Place is Sections ? $"{line}\n" : $"    {line.TrimStart()}\n"));

    private IEnumerable<string> FirstWords() => Lines().Select(line => line.Trim().Split([' ', '\t'], 2)[0]);

    private IEnumerable<string> Lines() => Text.ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd()).Where(line => line is not "");
}
