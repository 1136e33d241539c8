namespace Dockerland.Cli;

/// <summary>Guesses what somebody meant to type.</summary>
internal static class Typo
{
    /// <summary>What of the known was meant; null where nothing is near enough.</summary>
    public static string? Guess(string typed, IEnumerable<string> known) =>
        known.MinBy(candidate => Distance(typed, candidate)) is { } nearest && Distance(typed, nearest) <= 2 ? nearest : null;

    /// <summary>How many letters must be put in, taken out or changed.</summary>
    internal static int Distance(string left, string right)
    {
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var replaced = diagonal + (left[i - 1] == right[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }
        return row[^1];
    }
}
