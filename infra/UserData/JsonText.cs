using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Dockerland.Infra.UserData;

/// <summary>JSON as a file that people read.</summary>
internal static class JsonText
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Render(JsonObject document) => document.ToJsonString(Readable) + "\n";
}
