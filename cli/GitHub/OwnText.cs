using System.Text.Json.Nodes;

namespace Dockerland.Cli.GitHub;

/// <summary>Tells our own comment or issue from others. Anybody can write a marker; ours is in what we wrote.</summary>
internal static class OwnText
{
    public static JsonNode? Find(IEnumerable<JsonNode> written, string author, string marker) => written.FirstOrDefault(text =>
        text["user"]?["login"]?.ToString() == author && text["body"]?.ToString().Contains(marker, StringComparison.Ordinal) is true);
}
