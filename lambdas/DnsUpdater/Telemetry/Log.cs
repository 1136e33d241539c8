using System.Text;
using System.Text.Json;

namespace Dockerland.DnsUpdater.Telemetry;

/// <summary>Lines of JSON, each written at once.</summary>
/// <param name="output">Lambda's log is what a function prints.</param>
internal sealed class Log(TextWriter output, TimeProvider time)
{
    public void Info(string message, Action<Utf8JsonWriter>? more = null) => Write("info", message, more);

    /// <summary>What somebody should look at, though all else goes on.</summary>
    public void Warn(string message, Action<Utf8JsonWriter>? more = null) => Write("warn", message, more);

    /// <summary>An object that has its own members.</summary>
    public void Raw(Action<Utf8JsonWriter> members)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }

        output.WriteLine(Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length));
    }

    private void Write(string level, string message, Action<Utf8JsonWriter>? more) => Raw(json =>
    {
        json.WriteString("time", time.GetUtcNow());
        json.WriteString("level", level);
        json.WriteString("message", message);
        more?.Invoke(json);
    });
}
