using System.Text;

namespace Dockerland.Dns;

/// <summary>The text of a TXT record, which Route53 takes in quoted strings of at most 255 characters.</summary>
internal static class TextValue
{
    private const int MostCharactersOfString = 255;

    /// <param name="text">Printable ASCII without quotes and backslashes.</param>
    public static string Write(string text) => string.Join(' ', text.Chunk(MostCharactersOfString).Select(part => $"\"{new string(part)}\""));

    /// <summary>The strings put together, without quotes; escapes other than of quotes and backslashes stay.</summary>
    public static string Read(string value)
    {
        var text = new StringBuilder();
        var isQuoted = false;
        for (var index = 0; index < value.Length; index++)
        {
            if (value[index] is '\\' && index + 1 < value.Length && value[index + 1] is '"' or '\\') text.Append(value[++index]);
            else if (value[index] is '"') isQuoted = !isQuoted;
            else if (isQuoted || value[index] is not ' ') text.Append(value[index]);
        }

        return text.ToString();
    }
}
