namespace Dockerland.Cli;

/// <summary>Guesses what somebody meant to type.</summary>
internal static class Typo
{
    /// <summary>The error for a verb that doesn't exist; null for one that does.</summary>
    public static string? Describe(string verb, IReadOnlyList<string> verbs)
    {
        if (verb.StartsWith('-') || verbs.Contains(verb))
            return null;
        var guess = verbs.MinBy(known => Distance(verb, known));
        return guess is not null && Distance(verb, guess) <= 2
            ? $"There is no verb '{verb}'. Did you mean '{guess}'?"
            : $"There is no verb '{verb}'. There are: {string.Join(", ", verbs)}.";
    }

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
