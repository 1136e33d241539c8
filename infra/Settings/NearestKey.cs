namespace Dockerland.Infra.Settings;

/// <summary>Finds the key that somebody most likely meant.</summary>
internal static class NearestKey
{
    public static string Find(string wrong, IEnumerable<string> keys) =>
        keys.Order(StringComparer.Ordinal).MinBy(key => Distance(wrong.ToLowerInvariant(), key.ToLowerInvariant()))
        ?? throw new ArgumentException("There is no key to choose from. Pass at least one.", nameof(keys));

    // Levenshtein's distance, one row at a time.
    private static int Distance(string left, string right)
    {
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var substitution = diagonal + (left[i - 1] == right[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substitution, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
