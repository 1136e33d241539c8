using System.Text;

namespace Dockerland.Infra.Dns;

/// <summary>Text as the AWS provider takes it for a TXT record. The provider puts quotes around the whole, and nothing else.</summary>
public static class TextRecord
{
    /// <summary>A TXT record is made of strings of at most that many bytes; who reads it puts them together again.</summary>
    public const int MostBytesOfString = 255;

    public static string Encode(string text) =>
        string.Join("\"\"", Encoding.UTF8.GetBytes(text).Chunk(MostBytesOfString).Select(bytes => string.Concat(bytes.Select(Escape))));

    // Route53 takes printable ASCII as it is, and every other byte by its octal number.
    private static string Escape(byte value) => value switch
    {
        (byte)'"' or (byte)'\\' => $"\\{(char)value}",
        >= 0x20 and < 0x7f => $"{(char)value}",
        _ => $"\\{Convert.ToString(value, 8).PadLeft(3, '0')}",
    };
}
