using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Dockerland.MetadataAgent.Targets;

/// <summary>The labels of the Docker daemon in its <c>daemon.json</c>, all else of which stays as it is.</summary>
internal static class DaemonLabels
{
    private const string Key = "labels";

    private static readonly string[] Reserved = ["com.docker.", "io.docker.", "org.dockerproject."];

    // As people write it: nothing in it goes through HTML.
    private static readonly JsonWriterOptions Readable = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Why Docker wouldn't start with a label of this name; null when it does.</summary>
    public static string? WhyNot(string name) =>
        name.Contains('=', StringComparison.Ordinal) ? "Docker ends a label's name at the first '=', and two labels of a name are a mistake to it"
        : Reserved.FirstOrDefault(prefix => name.StartsWith(prefix, StringComparison.Ordinal)) is { } reserved ? $"Docker keeps names that begin with '{reserved}' for itself"
        : null;

    /// <summary>The file's text with these labels instead of those that have one of the prefixes; null when it has them already.</summary>
    /// <exception cref="AgentException">The file isn't what Docker takes; whoever made it must mend it.</exception>
    public static string? Merge(string? text, IReadOnlyDictionary<string, string> labels, IReadOnlyCollection<string> prefixes, string path)
    {
        var settings = Parse(text, path);
        var before = LabelsOf(settings, path);
        var after = before.Where(label => !prefixes.Any(prefix => label.StartsWith(prefix, StringComparison.Ordinal)))
            .Concat(labels.Select(label => $"{label.Key}={label.Value}").Order(StringComparer.Ordinal))
            .ToArray();
        if (before.SequenceEqual(after)) return null;

        settings[Key] = new JsonArray([.. after.Select(label => (JsonNode)label)]);
        return Render(settings);
    }

    private static JsonObject Parse(string? text, string path)
    {
        if (string.IsNullOrWhiteSpace(text)) return [];
        try
        {
            var settings = JsonNode.Parse(text) as JsonObject ?? throw Broken(path, "isn't a JSON object");
            // Its keys are read with the first question, and one that is there twice is found then.
            _ = settings.Count;
            return settings;
        }
        catch (JsonException error)
        {
            throw Broken(path, $"isn't JSON (line {error.LineNumber + 1}, byte {error.BytePositionInLine + 1})", error);
        }
        catch (ArgumentException error)
        {
            throw Broken(path, "has a key twice", error);
        }
    }

    private static string[] LabelsOf(JsonObject settings, string path) => settings[Key] switch
    {
        null => [],
        JsonArray labels when labels.All(label => label?.GetValueKind() is JsonValueKind.String) => [.. labels.Select(label => label!.GetValue<string>())],
        _ => throw Broken(path, $"has '{Key}' that isn't a list of texts"),
    };

    private static string Render(JsonObject settings)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Readable)) settings.WriteTo(writer);
        return System.Text.Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    private static AgentException Broken(string path, string what, Exception? inner = null) =>
        new(ExitCodes.Config, $"{path} {what}; it stays as it is, and Docker's labels with it. Mend it and start this again.", inner);
}
