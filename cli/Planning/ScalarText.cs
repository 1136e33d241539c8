using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Dockerland.Cli.Planning;

/// <summary>Writes one value on one line: plain where it can't be mistaken, quoted elsewhere. No control character gets through.</summary>
internal static class ScalarText
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    public static string Inline(string value) => IsPlain(value)
        ? value
        : $"\"{Escape(value.Replace("\\", @"\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal))}\"";

    public static string Key(string key) => key.Contains(": ", StringComparison.Ordinal) || key.EndsWith(':') ? $"\"{Escape(key)}\"" : Inline(key);

    /// <summary>The document, when the text is a JSON object or list: policies are shown as what they say.</summary>
    public static JsonNode? AsJson(string value)
    {
        if (value is not (['{', .., '}'] or ['[', .., ']']))
            return null;
        try
        {
            return JsonNode.Parse(value, documentOptions: Strict) is { } node and not (JsonObject { Count: 0 } or JsonArray { Count: 0 }) ? node : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Replaces what a terminal would act on or hide: control, direction and invisible characters.</summary>
    public static string Escape(string line)
    {
        if (!line.Any(IsHidden))
            return line;
        var text = new StringBuilder();
        foreach (var letter in line)
        {
            _ = letter switch
            {
                '\n' => text.Append(@"\n"),
                '\r' => text.Append(@"\r"),
                _ when IsHidden(letter) => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)letter:x4}"),
                _ => text.Append(letter),
            };
        }
        return text.ToString();
    }

    private static bool IsPlain(string value) =>
        value.Length > 0
        && value[0] is not ('"' or '|' or '[' or '{' or '(' or '\\' or '#')
        && !char.IsWhiteSpace(value[0])
        && !char.IsWhiteSpace(value[^1])
        && !value.StartsWith("- ", StringComparison.Ordinal)
        && !value.StartsWith("+ ", StringComparison.Ordinal)
        && value is not ("true" or "false" or "null")
        && !double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out _)
        && !value.Any(IsHidden);

    private static bool IsHidden(char letter) =>
        letter != '\t' && char.GetUnicodeCategory(letter) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned;
}
