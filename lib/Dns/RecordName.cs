using System.Text.RegularExpressions;

namespace Dockerland.Dns;

/// <summary>Names of records, which Route53 answers with a trailing dot, in small letters and with octal escapes.</summary>
public static partial class RecordName
{
    /// <summary>The form in which names are compared: small letters, no trailing dot, <c>*</c> for <c>\052</c>.</summary>
    public static string Normalize(string name) => Escapes().Replace(name, Unescape).TrimEnd('.').ToLowerInvariant();

    // An escaped dot or backslash is part of a label, and would be something else without its escape; so would what can't be seen.
    private static string Unescape(Match escape) => (char)Convert.ToInt32(escape.Groups[1].Value, 8) is > ' ' and < '\x7f' and not ('.' or '\\') and var character
        ? $"{character}"
        : escape.Value;

    [GeneratedRegex(@"\\([0-3][0-7]{2})")]
    private static partial Regex Escapes();
}
