using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Dockerland.Sdks.Generate;

/// <summary>Where the parts of the bindings lie under <c>sdks/</c>.</summary>
internal sealed class StandIn(string sdks, string package)
{
    private static readonly JsonSerializerOptions Format = new()
    {
        WriteIndented = true,
        IndentSize = 1,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The cut schema that is checked in.</summary>
    private string SchemaFile => Path.Combine(sdks, "generate", "schemas", package + ".json");

    /// <summary>Such as <c>sdks/Pulumi.Aws/Generated</c>.</summary>
    public string Folder => Path.Combine(sdks, ProjectName, "Generated");

    private string ProjectName => "Pulumi." + CultureInfo.InvariantCulture.TextInfo.ToTitleCase(package);

    public static SortedDictionary<string, Binding> ReadBindings(string sdks)
    {
        var file = Path.Combine(sdks, "generate", "bindings.json");
        return File.Exists(file)
            ? BindingsFile.Parse(File.ReadAllText(file))
            : throw new GenerateException($"'{file}' doesn't exist. Run this inside the repository, or name its sdks folder with --sdks.");
    }

    public JsonObject ReadSchema() => File.Exists(SchemaFile)
        ? ParseSchema(File.ReadAllText(SchemaFile), SchemaFile)
        : throw new GenerateException($"'{SchemaFile}' doesn't exist. Make it with 'cut --package {package} --from SCHEMA'.");

    public void WriteSchema(JsonObject schema) => WriteJson(SchemaFile, schema);

    public static void WriteJson(string file, JsonObject json)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, json.ToJsonString(Format) + "\n");
    }

    public static JsonObject ParseSchema(string json, string file)
    {
        try
        {
            return JsonNode.Parse(json)?.AsObject() ?? throw new GenerateException($"'{file}' is empty.");
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new GenerateException($"'{file}' isn't a package schema: {e.Message}");
        }
    }
}
