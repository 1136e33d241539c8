using System.Text.Json;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>An exception as the runtime API takes it.</summary>
internal static class ErrorText
{
    public static byte[] Write(Exception error)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
            WriteObject(json, error);
        return stream.ToArray();
    }

    private static void WriteObject(Utf8JsonWriter json, Exception error)
    {
        json.WriteStartObject();
        json.WriteString("errorType", error.GetType().Name);
        json.WriteString("errorMessage", error.Message);
        if (error.StackTrace is { Length: > 0 } trace)
        {
            json.WriteStartArray("stackTrace");
            foreach (var line in trace.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)) json.WriteStringValue(line);
            json.WriteEndArray();
        }

        if (error.InnerException is { } cause)
        {
            json.WritePropertyName("cause");
            WriteObject(json, cause);
        }

        json.WriteEndObject();
    }
}
