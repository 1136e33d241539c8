using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Dockerland.Cli.GitHub;

/// <summary>Texts as parts of a comment that mean nothing but themselves, whoever wrote them.</summary>
internal static partial class Markdown
{
    /// <summary>GitHub takes 65,536 characters in a comment or an issue; the rest is for what it counts otherwise.</summary>
    public const int MostCharacters = 64_000;

    /// <summary>The text as GitHub takes it, however it came to be too long.</summary>
    public static string Fit(string text) => text.Length <= MostCharacters ? text : text[..MostCharacters];

    /// <summary>A stretch of text within a line: neither HTML nor Markdown, and calls nobody.</summary>
    public static string Inline(string text) => string.Concat(Visible(text.ReplaceLineEndings(" ")).Select(character => character switch
    {
        // A mention is an @ with a name right behind it.
        '@' => "@&#8203;",
        _ when char.IsAsciiLetterOrDigit(character) || character is ' ' or ',' or '.' or ';' or '/' || character > 127 => $"{character}",
        // A character by its number is text wherever it stands.
        _ => $"&#{(int)character};",
    }));

    /// <summary>A line between <c>pre</c> tags, in which GitHub looks for neither Markdown nor mentions.</summary>
    public static string Preformatted(string line) => Visible(line)
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal)
        .Replace("@", "&#64;", StringComparison.Ordinal);

    // What a terminal takes for a colour goes; what would turn the text around or hide in it shows by its number.
    private static string Visible(string text) => Terminal().Replace(text, "").Aggregate(new StringBuilder(), (shown, character) => IsHidden(character)
        ? shown.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}")
        : shown.Append(character)).ToString();

    private static bool IsHidden(char character) => character is not '\t'
        && char.GetUnicodeCategory(character) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    [GeneratedRegex(@"\x1b\[[0-9;]*[A-Za-z]")]
    private static partial Regex Terminal();
}
