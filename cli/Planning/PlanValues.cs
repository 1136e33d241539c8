using System.Collections;
using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using Pulumi;

namespace Dockerland.Cli.Planning;

/// <summary>Turns what the test host was given into what a plan shows: masked, without placeholders' numbers or machine's paths, readable.</summary>
internal sealed class PlanValues(Placeholders placeholders, SourceHash sources, Repository repository)
{
    public const string Secret = "<secret>";
    public const string Unknown = "<unknown>";

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public JsonNode? Show(object? value, InputState state, InputPath path) => value switch
    {
        _ when state.IsSecret(path) => Secret,
        // A provider's settings are objects that travel as one text.
        string when state.HoldsSecret(path) => Secret,
        null => null,
        string text => Text(text, path.Last),
        bool flag => flag,
        double number => Number(number),
        int number => Number(number),
        AssetOrArchive asset => sources.Describe(asset),
        Resource resource => Placeholders.Text(placeholders.NameOf(resource.GetResourceType(), resource.GetResourceName()), "urn"),
        // The host hands over maps in an order that changes from run to run.
        IReadOnlyDictionary<string, object?> map => new JsonObject(map
            .OrderBy(entry => entry.Key, StringComparer.Ordinal)
            .Select(entry => KeyValuePair.Create(entry.Key, Show(entry.Value, state, path.To(entry.Key))))),
        IEnumerable list => new JsonArray([.. list.Cast<object?>().Select((item, index) => Show(item, state, path.To(index)))]),
        _ => throw new InvalidOperationException($"A plan can't show a {value.GetType()}."),
    };

    private JsonValue Number(double number) => placeholders.Reveal(number) is { } text
        ? JsonValue.Create(text)
        : number == Math.Truncate(number) && Math.Abs(number) < 1L << 53 ? JsonValue.Create((long)number) : JsonValue.Create(number);

    private JsonValue Text(string text, string name)
    {
        if (name is "userData" or "userDataBase64" && Decode(text) is { } decoded)
            text = decoded;
        return JsonValue.Create(placeholders.Reveal(text)
            .Replace(StackFiles.EncryptedValue, Secret, StringComparison.Ordinal)
            .Replace(repository.Root + Path.DirectorySeparatorChar, "", StringComparison.Ordinal));
    }

    private static string? Decode(string base64)
    {
        try
        {
            return Strict.GetString(Unpack(Convert.FromBase64String(base64)));
        }
        catch (Exception error) when (error is FormatException or DecoderFallbackException or InvalidDataException)
        {
            return null;
        }
    }

    // User-data that fits only gzipped is still text.
    private static byte[] Unpack(byte[] bytes)
    {
        if (bytes is not [0x1F, 0x8B, ..]) return bytes;

        using var gzip = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
        var unpacked = new MemoryStream();
        gzip.CopyTo(unpacked);
        return unpacked.ToArray();
    }
}
