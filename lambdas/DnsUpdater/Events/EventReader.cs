using System.Text.Json;
using Amazon.Lambda.SNSEvents;

namespace Dockerland.DnsUpdater.Events;

/// <summary>
/// Reads what the function is invoked with:
/// | <c>Records</c> | messages of a topic, each one of the following |
/// | <c>Event</c> | a notification of a group |
/// | <c>LifecycleTransition</c> | a hook's message |
/// | <c>detail-type</c> | EventBridge's event of either, or of the schedule |
/// | a group's name, <c>group</c>, or nothing | somebody's direct call |
/// What isn't understood is reported and left out.
/// </summary>
internal static class EventReader
{
    private const int ShownCharacters = 200;

    public static UpdaterEvent Read(ReadOnlyMemory<byte> json)
    {
        var found = new EventParts();
        if (Parse(json, found, "The event") is not { } document) return found.Build();

        using (document)
        {
            var root = document.RootElement;
            if (root.ValueKind is JsonValueKind.Object && root.TryGetProperty("Records", out var records) && records.ValueKind is JsonValueKind.Array)
                foreach (var (index, record) in records.EnumerateArray().Index()) ReadRecord(record, $"Record {index + 1}", found);
            else
                MessageReader.Read(root, "The event", found, mayBeDirect: true);
        }

        return found.Build();
    }

    private static void ReadRecord(JsonElement json, string where, EventParts found)
    {
        SNSEvent.SNSRecord? record;
        try
        {
            record = json.Deserialize(EventJson.Default.SNSRecord);
        }
        catch (JsonException error)
        {
            found.Problem($"{where} is no record of a topic: {error.Message}");
            return;
        }

        if (record?.Sns?.Message is not { } message)
        {
            found.Problem($"{where} has no message of a topic: {Shown(json.GetRawText())}");
            return;
        }

        where = $"{where}, message {record.Sns.MessageId},";
        if (Parse(System.Text.Encoding.UTF8.GetBytes(message), found, where) is not { } document) return;
        using (document) MessageReader.Read(document.RootElement, where, found, mayBeDirect: false);
    }

    private static JsonDocument? Parse(ReadOnlyMemory<byte> json, EventParts found, string where)
    {
        try
        {
            return JsonDocument.Parse(json);
        }
        catch (JsonException)
        {
            found.Problem($"{where} is no JSON: {Shown(System.Text.Encoding.UTF8.GetString(json.Span))}");
            return null;
        }
    }

    internal static string Shown(string text) => text.Length <= ShownCharacters ? text : text[..ShownCharacters] + "…";
}
