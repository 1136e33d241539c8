namespace Dockerland.Tests.Infra.UserData;

/// <summary>What looks like chance and is the same each time, so that no gzip makes it much shorter.</summary>
internal static class NoiseText
{
    public static byte[] Bytes(int length, int values, uint seed = 1)
    {
        var state = seed;
        return [.. Enumerable.Range(0, length).Select(_ => (byte)(((state = (state * 1664525) + 1013904223) >> 16) % values))];
    }

    /// <summary>Printable, of one line.</summary>
    public static string Of(int length) => string.Concat(Bytes(length, 64).Select(value => (char)(' ' + value)));
}
