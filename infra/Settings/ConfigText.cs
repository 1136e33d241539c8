using System.Buffers;
using System.Text.Json;

namespace Dockerland.Infra.Settings;

/// <summary>Keys and values as the configuration and messages about it write them.</summary>
internal static class ConfigText
{
    private const int MostShown = 80;

    private static readonly SearchValues<char> Separators = SearchValues.Create(". /:[]\"");
    private static readonly SearchValues<char> Special = SearchValues.Create(" []*;<>()&|$\"");

    /// <summary>A value as messages have it: a long one is cut.</summary>
    public static string Shown(string value) => value.Length > MostShown ? $"{value.AsSpan(0, MostShown)}…" : value;

    /// <summary>A message in one line, whatever stands in its keys and values.</summary>
    public static string Line(string message) => message.Any(char.IsControl) ? string.Concat(message.Select(Escaped)) : message;

    /// <summary>Keys that are no plain words stand in brackets.</summary>
    public static string Join(string prefix, string key) => key.AsSpan().ContainsAny(Separators) ? $"{prefix.TrimEnd('.')}[\"{key}\"]" : prefix + key;

    /// <summary>A shell takes brackets and stars for a pattern, and spaces for the end of a word. What it is to work out stands in quotes already.</summary>
    public static string Word(string text) => !text.StartsWith('"') && text.AsSpan().ContainsAny(Special) ? $"'{text}'" : text;

    public static string Of(JsonElement element) =>
        element.ValueKind is JsonValueKind.String ? element.GetString() ?? "" : element.GetRawText();

    public static JsonElement? Parse(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<JsonElement>(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Escaped(char character) => character switch
    {
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        _ when char.IsControl(character) => $"\\u{(int)character:x4}",
        _ => $"{character}",
    };
}
