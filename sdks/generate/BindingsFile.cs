using System.Text.Json;

namespace Dockerland.Sdks.Generate;

/// <summary>What is cut out of one provider's schema, by token; types and the provider come along.</summary>
internal sealed record Binding(IReadOnlyList<string> Resources, IReadOnlyList<string> Functions);

/// <summary>The content of <c>bindings.json</c>: the bindings by package.</summary>
internal static class BindingsFile
{
    private static readonly JsonSerializerOptions Format =
        new(JsonSerializerDefaults.Web) { RespectRequiredConstructorParameters = true };

    public static SortedDictionary<string, Binding> Parse(string json)
    {
        try
        {
            var bindings = JsonSerializer.Deserialize<Dictionary<string, Binding>>(json, Format) ?? [];
            return new(bindings, StringComparer.Ordinal);
        }
        catch (JsonException e)
        {
            throw new GenerateException(
                $"bindings.json: {e.Message} Each package is {{ \"resources\": [tokens], \"functions\": [tokens] }}.");
        }
    }
}
