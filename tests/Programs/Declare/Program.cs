using System.Collections.Immutable;
using System.Text.Json;
using Pulumi;

// Declares what resources.json lists, by type, name and inputs: tests change the file between runs. {"$archive": {NAME: TEXT}} is an archive of such files.
return await Deployment.RunAsync(() =>
{
    foreach (var declared in JsonElement.Parse(File.ReadAllText("resources.json")).EnumerateArray())
    {
        _ = new CustomResource(
            declared.GetProperty("type").GetString()!,
            declared.GetProperty("name").GetString()!,
            new DictionaryResourceArgs((ImmutableDictionary<string, object?>)Value(declared.GetProperty("inputs"))!),
            new CustomResourceOptions { Version = declared.GetProperty("version").GetString() });
    }
});

static object? Value(JsonElement json) => json.ValueKind switch
{
    JsonValueKind.Object when json.TryGetProperty("$archive", out var files) =>
        new AssetArchive(files.EnumerateObject().ToImmutableDictionary(file => file.Name, file => (AssetOrArchive)new StringAsset(file.Value.GetString()!))),
    JsonValueKind.Object => json.EnumerateObject().ToImmutableDictionary(entry => entry.Name, entry => Value(entry.Value)),
    JsonValueKind.Array => json.EnumerateArray().Select(Value).ToImmutableArray(),
    JsonValueKind.String => json.GetString(),
    JsonValueKind.Number => json.GetDouble(),
    JsonValueKind.True or JsonValueKind.False => json.GetBoolean(),
    _ => null,
};
