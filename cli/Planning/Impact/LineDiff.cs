namespace Dockerland.Cli.Planning.Impact;

/// <summary>Compares two texts line by line.</summary>
internal static class LineDiff
{
    // Unchanged lines around a change, so that its place is recognised.
    private const int Context = 2;

    /// <summary>The changed lines after their sign, with some around them; <c>...</c> stands for those left out.</summary>
    public static IEnumerable<string> Between(string before, string after)
    {
        var lines = All(before.Split('\n'), after.Split('\n')).ToArray();
        var left = false;
        foreach (var (index, line) in lines.Index())
        {
            if (lines[Math.Max(0, index - Context)..Math.Min(lines.Length, index + Context + 1)].Any(near => near.Sign is not ' '))
            {
                if (left)
                    yield return "...";
                left = false;
                yield return $"{line.Sign} {ScalarText.Escape(line.Text)}".TrimEnd();
            }
            else
            {
                left = true;
            }
        }
        if (left)
            yield return "...";
    }

    private static IEnumerable<(char Sign, string Text)> All(string[] before, string[] after)
    {
        var common = CommonLengths(before, after);
        var (i, j) = (0, 0);
        while (i < before.Length || j < after.Length)
        {
            if (i < before.Length && j < after.Length && before[i] == after[j])
            {
                yield return (' ', before[i]);
                (i, j) = (i + 1, j + 1);
            }
            else if (j == after.Length || (i < before.Length && common[i + 1, j] >= common[i, j + 1]))
            {
                yield return ('-', before[i++]);
            }
            else
            {
                yield return ('+', after[j++]);
            }
        }
    }

    // How long the longest common subsequence of what follows two places is.
    private static int[,] CommonLengths(string[] before, string[] after)
    {
        var lengths = new int[before.Length + 1, after.Length + 1];
        for (var i = before.Length - 1; i >= 0; i--)
        {
            for (var j = after.Length - 1; j >= 0; j--)
                lengths[i, j] = before[i] == after[j] ? lengths[i + 1, j + 1] + 1 : Math.Max(lengths[i + 1, j], lengths[i, j + 1]);
        }
        return lengths;
    }
}
