namespace Dockerland.HaproxyAgent;

/// <summary>What others wrote, as it may stand in a line of a log.</summary>
internal static class Shown
{
    private const int MaxLength = 120;

    public static string Of(string text)
    {
        var plain = string.Concat(text.Take(MaxLength).Select(character => character is >= ' ' and <= '~' ? $"{character}" : $"\\u{(int)character:x4}"));
        return text.Length > MaxLength ? plain + "..." : plain;
    }
}
