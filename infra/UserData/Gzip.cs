using System.Buffers.Binary;

namespace Dockerland.Infra.UserData;

/// <summary>
/// Gzip that gives the same bytes everywhere. The runtime's own differs by its version and by the processor, and so would
/// replace all hosts because somebody else deployed.
/// </summary>
internal static class Gzip
{
    private const int Window = 32768;
    private const int ShortestMatch = 3;
    private const int LongestMatch = 258;
    private const int MostTries = 64;

    // Of RFC 1952: magic, deflate, no flags, no time, no hint, no system.
    private static readonly byte[] Header = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF];

    public static byte[] Pack(ReadOnlySpan<byte> bytes)
    {
        var output = new DeflateWriter();
        Deflate(bytes, output);
        var trailer = new byte[8];
        BinaryPrimitives.WriteUInt32LittleEndian(trailer, Crc32(bytes));
        BinaryPrimitives.WriteUInt32LittleEndian(trailer.AsSpan(4), (uint)bytes.Length);
        return [.. Header, .. output.Finish(), .. trailer];
    }

    // Takes the longest repetition at each place, among the latest ones with the same three bytes.
    private static void Deflate(ReadOnlySpan<byte> bytes, DeflateWriter output)
    {
        var latest = new Dictionary<int, int>();
        var previous = new int[bytes.Length];
        var position = 0;
        while (position < bytes.Length)
        {
            var (length, distance) = LongestRepetition(bytes, position, latest, previous);
            if (length is 0) output.Literal(bytes[position]);
            else output.Repetition(length, distance);

            for (var end = position + Math.Max(length, 1); position < end; position++)
            {
                if (Key(bytes, position) is not { } key) continue;
                previous[position] = latest.GetValueOrDefault(key, -1);
                latest[key] = position;
            }
        }
    }

    private static (int Length, int Distance) LongestRepetition(ReadOnlySpan<byte> bytes, int position, Dictionary<int, int> latest, int[] previous)
    {
        if (Key(bytes, position) is not { } key) return (0, 0);

        var rest = bytes[position..Math.Min(bytes.Length, position + LongestMatch)];
        var best = (Length: 0, Distance: 0);
        var candidate = latest.GetValueOrDefault(key, -1);
        for (var tries = 0; tries < MostTries && candidate >= 0 && position - candidate <= Window; tries++)
        {
            var length = rest.CommonPrefixLength(bytes[candidate..]);
            if (length > best.Length) best = (length, position - candidate);
            candidate = previous[candidate];
        }

        return best;
    }

    private static int? Key(ReadOnlySpan<byte> bytes, int position) =>
        position + ShortestMatch <= bytes.Length ? bytes[position] << 16 | bytes[position + 1] << 8 | bytes[position + 2] : null;

    private static uint Crc32(ReadOnlySpan<byte> bytes)
    {
        var crc = ~0u;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++) crc = (crc >> 1) ^ (0xEDB88320 & (uint)-(int)(crc & 1));
        }

        return ~crc;
    }
}
