using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Dockerland.Infra.Policies;

/// <summary>Renders IAM policies as JSON. Same statements, same bytes: the cloud sees a change only where there is one.</summary>
public static class PolicyDocument
{
    private const string Version = "2012-10-17";

    // Placeholders of a plan stay readable; a policy is never put into a web page.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What an identity may do.</summary>
    public static string Render(params IEnumerable<Statement> statements) => Write(json =>
    {
        foreach (var statement in statements)
        {
            Begin(json, statement.Id);
            Values(json, "Action", statement.Actions);
            Values(json, "Resource", statement.Resources);
            json.WriteEndObject();
        }
    });

    /// <summary>Who may take a role: one AWS service, such as <c>ec2.amazonaws.com</c>.</summary>
    public static string Trust(string service) => Write(json =>
    {
        Begin(json, "Trust");
        json.WriteString("Action", "sts:AssumeRole");
        json.WriteStartObject("Principal");
        json.WriteString("Service", service);
        json.WriteEndObject();
        json.WriteEndObject();
    });

    private static void Begin(Utf8JsonWriter json, string id)
    {
        json.WriteStartObject();
        json.WriteString("Sid", id);
        json.WriteString("Effect", "Allow");
    }

    private static void Values(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values) json.WriteStringValue(value);
        json.WriteEndArray();
    }

    private static string Write(Action<Utf8JsonWriter> writeStatements)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            json.WriteString("Version", Version);
            json.WriteStartArray("Statement");
            writeStatements(json);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
