using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Dockerland.Cli.Planning;

/// <summary>Writes values in the manner of YAML: one line each, or a block below a label.</summary>
internal static class ValueText
{
    private const string Step = "  ";

    public static void Entries(StringBuilder text, string indent, IEnumerable<KeyValuePair<string, JsonNode?>> entries)
    {
        foreach (var (key, value) in entries)
            Value(text, indent, $"{ScalarText.Key(key)}:", value);
    }

    public static void Value(StringBuilder text, string indent, string label, JsonNode? value)
    {
        switch (value)
        {
            case JsonObject { Count: > 0 } map:
                Line(text, indent, label);
                Entries(text, indent + Step, map.OrderBy(entry => entry.Key, StringComparer.Ordinal));
                break;
            case JsonArray { Count: > 0 } list:
                Line(text, indent, label);
                foreach (var item in list)
                    Item(text, indent + Step, item);
                break;
            case JsonValue scalar when scalar.GetValueKind() == JsonValueKind.String:
                String(text, indent, label, scalar.GetValue<string>());
                break;
            default:
                Line(text, indent, $"{label} {value?.ToJsonString() ?? "null"}");
                break;
        }
    }

    private static void Item(StringBuilder text, string indent, JsonNode? item)
    {
        if (item is not JsonObject { Count: > 0 } map)
        {
            Value(text, indent, "-", item);
            return;
        }
        // The first entry shares the dash's line, which is as wide as a step.
        var start = text.Length;
        Entries(text, indent + Step, map.OrderBy(entry => entry.Key, StringComparer.Ordinal));
        text[start + indent.Length] = '-';
    }

    private static void String(StringBuilder text, string indent, string label, string value)
    {
        if (ScalarText.AsJson(value) is { } document)
        {
            Value(text, indent, $"{label} (JSON)", document);
        }
        else if (value.AsSpan().TrimEnd('\n').Contains('\n'))
        {
            // As in YAML: "|" keeps the last line's end, "|-" says that there is none.
            Line(text, indent, $"{label} {(value.EndsWith('\n') ? "|" : "|-")}");
            foreach (var line in (value.EndsWith('\n') ? value[..^1] : value).Split('\n'))
                Line(text, line.Length == 0 ? "" : indent + Step, ScalarText.Escape(line));
        }
        else
        {
            Line(text, indent, $"{label} {ScalarText.Inline(value)}");
        }
    }

    public static void Line(StringBuilder text, string indent, string line) => text.Append(indent).Append(line).Append('\n');
}
