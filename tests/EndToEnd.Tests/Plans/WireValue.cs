using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace Dockerland.Tests.EndToEnd.Plans;

/// <summary>How the engine's protocol writes what JSON cannot say.</summary>
internal static class WireValue
{
    private const string Signature = "4dabf18193072939515e22adb298388d";
    private const string UnknownText = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

    public static bool IsUnknown(JsonElement wire) =>
        wire.ValueKind == JsonValueKind.String ? wire.GetString() == UnknownText : IsOutput(wire) && !wire.TryGetProperty("value", out _);

    public static bool IsSecret(JsonElement wire) =>
        Is(wire, "1b47061264138c4ac30d75fd1eb44270") || (IsOutput(wire) && wire.TryGetProperty("secret", out var secret) && secret.GetBoolean());

    public static bool IsAssetOrArchive(JsonElement wire) =>
        Is(wire, "c44067f5952c0a294b673a41bacd8c17") || Is(wire, "0def7320c3a5731c473e5ecbe6d01bc7");

    /// <summary>The value inside an output that is known, else the value itself.</summary>
    public static JsonElement Unwrap(JsonElement wire) => IsOutput(wire) && wire.TryGetProperty("value", out var value) ? Unwrap(value) : wire;

    /// <summary>The text that a base64 text holds, gzipped or not; null when it is none.</summary>
    public static string? Decode(string text)
    {
        var bytes = new byte[text.Length];
        if (!Convert.TryFromBase64String(text, bytes, out var length)) return null;
        if (bytes is not [0x1f, 0x8b, ..]) return Encoding.UTF8.GetString(bytes, 0, length);

        using var reader = new StreamReader(new GZipStream(new MemoryStream(bytes, 0, length), CompressionMode.Decompress));
        return reader.ReadToEnd();
    }

    private static bool IsOutput(JsonElement wire) => Is(wire, "d0e6a833031e9bbcd3f4e8bde6ca49a4");

    private static bool Is(JsonElement wire, string signature) =>
        wire.ValueKind == JsonValueKind.Object && wire.TryGetProperty(Signature, out var found) && found.GetString() == signature;
}
