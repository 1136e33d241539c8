using System.Text;
using System.Text.Json;

namespace Dockerland.HaproxyAgent.Commands;

/// <summary>All that Docker tells of containers, as YAML, with variables as a map: <c>Config.Env.DOMAIN</c>.</summary>
internal static class ContainerDump
{
    private const string Hidden = "(hidden)";

    // What the agent and its stack go by; any other variable may be a secret.
    private static readonly string[] Shown = ["DOMAIN", "DOMAIN_PORT", "DOMAIN_NETWORK", "ROLE", "TAG", "HOST_ADDRESS", "PORT", "PATH"];

    // What programs are called with, and what they said: passwords stand there too.
    private static readonly string[] MayBeSecret = ["/Args", "/Config/Cmd", "/Config/Entrypoint", "/Config/Healthcheck/Test", "/State/Health/Log/Output"];

    /// <param name="containers">Each as <c>GET /containers/ID/json</c> answers.</param>
    /// <param name="withValues">Whether what may be a secret is printed.</param>
    public static string Render(IEnumerable<string> containers, bool withValues)
    {
        var text = new StringBuilder("containers:\n");
        foreach (var container in containers)
        {
            using var document = JsonDocument.Parse(container);
            var lines = new StringBuilder();
            Map(lines, document.RootElement, "  ", "", withValues);
            // The first line has the dash in place of its indentation.
            text.Append("- ").Append(lines, 2, lines.Length - 2);
        }

        return text.Length == "containers:\n".Length ? "containers: []\n" : text.ToString();
    }

    private static void Map(StringBuilder text, JsonElement map, string indent, string path, bool withValues)
    {
        foreach (var property in map.EnumerateObject())
        {
            var inner = $"{path}/{property.Name}";
            text.Append(indent).Append(Text(property.Name)).Append(':');
            if (inner is "/Config/Env" && property.Value.ValueKind is JsonValueKind.Array) Variables(text, property.Value, indent + "  ", withValues);
            else Value(text, property.Value, indent + "  ", inner, withValues);
        }
    }

    private static void Variables(StringBuilder text, JsonElement list, string indent, bool withValues)
    {
        // Values may have '=' in them.
        var variables = list.EnumerateArray().Select(entry => entry.GetString()!.Split('=', 2)).ToArray();
        text.Append(variables is [] ? " {}\n" : "\n");
        foreach (var variable in variables)
            text.Append(indent).Append(Text(variable[0])).Append(": ").Append(Text(withValues || Shown.Contains(variable[0]) ? variable.ElementAtOrDefault(1) ?? "" : Hidden)).Append('\n');
    }

    private static void Value(StringBuilder text, JsonElement value, string indent, string path, bool withValues)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object when value.EnumerateObject().Any():
                text.Append('\n');
                Map(text, value, indent, path, withValues);
                break;
            case JsonValueKind.Array when value.GetArrayLength() > 0:
                text.Append('\n');
                foreach (var item in value.EnumerateArray())
                {
                    text.Append(indent).Append('-');
                    Value(text, item, indent + "  ", path, withValues);
                }

                break;
            case JsonValueKind.Object:
                text.Append(" {}\n");
                break;
            case JsonValueKind.Array:
                text.Append(" []\n");
                break;
            case JsonValueKind.String:
                text.Append(' ').Append(Text(!withValues && MayBeSecret.Contains(path) ? Hidden : value.GetString()!)).Append('\n');
                break;
            default:
                text.Append(' ').Append(value.GetRawText()).Append('\n');
                break;
        }
    }

    // Whatever it has in it, JSON's form of a text is YAML's too.
    private static string Text(string text) => $"\"{JsonEncodedText.Encode(text, System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";
}
