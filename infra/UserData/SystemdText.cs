using System.Globalization;
using System.Text;

namespace Dockerland.Infra.UserData;

/// <summary>Text as systemd reads it.</summary>
internal static class SystemdText
{
    /// <summary>One word of a command line in a unit: neither specifiers nor variables are taken for such.</summary>
    public static string Word(string text)
    {
        if (text is not "" && text.All(IsPlain)) return text;

        var quoted = new StringBuilder("\"");
        foreach (var character in text)
            quoted.Append(character switch
            {
                '"' => "\\\"",
                '\\' => @"\\",
                '%' => "%%",
                '$' => "$$",
                '\n' => "\\n",
                '\t' => "\\t",
                _ when char.IsAscii(character) && char.IsControl(character) => string.Create(CultureInfo.InvariantCulture, $"\\x{(int)character:x2}"),
                _ => character.ToString(),
            });

        return quoted.Append('"').ToString();
    }

    /// <summary>A line of an environment file. A shell reads it the same way.</summary>
    public static string Variable(string name, string value)
    {
        var line = new StringBuilder(name).Append("=\"");
        foreach (var character in value)
        {
            if (character is '"' or '\\' or '$' or '`') line.Append('\\');
            line.Append(character);
        }

        return line.Append("\"\n").ToString();
    }

    // What means something is quoted, and what merely might as well.
    private static bool IsPlain(char character) => char.IsAsciiLetterOrDigit(character) || character is '/' or ':' or '=' or '.' or ',' or '-' or '_' or '@' or '+' or '<' or '>';
}
