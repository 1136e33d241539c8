using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Dockerland.Cli.GitHub;

/// <summary>A part of a comment that can be folded: lines as they were printed.</summary>
internal sealed record CommentSection(string Title, ImmutableArray<string> Lines, bool IsOpen)
{
    // For the note about what was cut.
    private const int NoteLength = 100;

    /// <summary>Each takes what it needs of an equal share of what is left, so that the first ones, which matter most, leave room for all.</summary>
    /// <param name="room">The most characters that all of them may have.</param>
    public static string Render(ImmutableArray<CommentSection> sections, int room)
    {
        var text = new StringBuilder();
        foreach (var (index, section) in sections.Index())
            text.Append(section.Render((room - text.Length) / (sections.Length - index)));
        return text.ToString();
    }

    /// <param name="room">The most characters that it may have; with too few for anything it has none.</param>
    public string Render(int room)
    {
        // A blank line ends the HTML of the tag before it, and a line that begins with <pre> begins one that blank lines don't end.
        var start = $"\n<details{(IsOpen ? " open" : "")}><summary>{Markdown.Inline(Title)}</summary>\n\n<pre>\n";
        const string End = "</pre>\n</details>\n";
        var left = room - start.Length - End.Length - NoteLength;
        if (left <= 0) return "";

        var body = new StringBuilder();
        foreach (var (index, line) in Lines.Index())
        {
            var escaped = Markdown.Preformatted(line);
            if (body.Length + escaped.Length + 1 > left)
                return $"{start}{body}… {string.Create(CultureInfo.InvariantCulture, $"{Lines.Length - index}")} more lines: the log of the run has them\n{End}";
            body.Append(escaped).Append('\n');
        }
        return $"{start}{body}{End}";
    }
}
