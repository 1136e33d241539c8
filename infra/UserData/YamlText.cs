using System.Globalization;
using System.Text;

namespace Dockerland.Infra.UserData;

/// <summary>Text as YAML, so that whatever it holds is read back as it was.</summary>
internal static class YamlText
{
    /// <summary>A double-quoted scalar.</summary>
    public static string Quote(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var rune in text.EnumerateRunes())
            quoted.Append(rune.Value switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\t' => "\\t",
                _ when IsPlain(rune) => rune.ToString(),
                _ => "\\U" + rune.Value.ToString("X8", CultureInfo.InvariantCulture),
            });

        return quoted.Append('"').ToString();
    }

    /// <summary>A literal block, each line after so many spaces; readable, and the same bytes when read back.</summary>
    public static string Block(string text, int indent)
    {
        // A literal block keeps exactly one newline at its end.
        if (!text.EndsWith('\n') || text.EndsWith("\n\n", StringComparison.Ordinal) || text[0] is ' ' or '\n' || text.EnumerateRunes().Any(rune => rune.Value is not '\n' && !IsPlain(rune)))
            return Quote(text);

        var margin = new string(' ', indent);
        var lines = text.TrimEnd('\n').Split('\n').Select(line => line.Length is 0 ? "" : margin + line);
        return "|\n" + string.Join('\n', lines);
    }

    // What YAML calls printable, less what it takes for a line break and the byte order mark.
    private static bool IsPlain(Rune rune) => rune.Value switch
    {
        < 0x20 or (>= 0x7F and < 0xA0) => false,
        0x2028 or 0x2029 or 0xFEFF or 0xFFFD or 0xFFFE or 0xFFFF => false,
        _ => true,
    };
}
