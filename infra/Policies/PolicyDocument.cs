using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Dockerland.Infra.Policies;

/// <summary>Renders policies as JSON. Same statements, same bytes: the cloud sees a change only where there is one.</summary>
public static class PolicyDocument
{
    private const string Version = "2012-10-17";

    // Placeholders of a plan stay readable; a policy is never put into a web page.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What a role may do.</summary>
    public static string Render(params IEnumerable<Statement> statements) => Write(json =>
    {
        foreach (var statement in statements)
        {
            if (statement.Principal is not null)
                throw new ArgumentException($"Statement '{statement.Id}' of a role's policy names a principal, but is about that role. Leave it out.", nameof(statements));

            Write(json, statement);
        }
    });

    /// <summary>Who may do what with a resource, by its own policy.</summary>
    public static string RenderOf(params IEnumerable<Statement> statements) => Write(json =>
    {
        foreach (var statement in statements)
        {
            if (statement.Principal is null)
                throw new ArgumentException($"Statement '{statement.Id}' of a resource's policy says not who. Name the principal.", nameof(statements));
            if (statement.Principal == Principal.Anyone && statement.Conditions.IsEmpty)
                throw new ArgumentException($"Statement '{statement.Id}' allows everybody. Name the principal, or a condition.", nameof(statements));

            Write(json, statement);
        }
    });

    /// <summary>Who may take a role: one AWS service, such as <c>ec2.amazonaws.com</c>.</summary>
    public static string Trust(string service) => Write(json =>
    {
        Begin(json, "Trust");
        json.WriteString("Action", "sts:AssumeRole");
        Write(json, Principal.Service(service));
        json.WriteEndObject();
    });

    private static void Write(Utf8JsonWriter json, Statement statement)
    {
        Begin(json, statement.Id);
        if (statement.Principal is { } principal) Write(json, principal);
        Values(json, "Action", statement.Actions);
        Values(json, "Resource", statement.Resources);
        if (!statement.Conditions.IsEmpty) Write(json, statement.Conditions);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Principal principal)
    {
        json.WriteStartObject("Principal");
        json.WriteString(principal.Kind, principal.Value);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, IEnumerable<Condition> conditions)
    {
        json.WriteStartObject("Condition");
        foreach (var test in conditions.GroupBy(condition => condition.Test).OrderBy(test => test.Key, StringComparer.Ordinal))
        {
            json.WriteStartObject(test.Key);
            foreach (var condition in test.OrderBy(condition => condition.Key, StringComparer.Ordinal)) Values(json, condition.Key, condition.Values);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

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
