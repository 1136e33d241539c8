namespace Dockerland.HaproxyAgent;

/// <summary>One line per event. What goes on failing is told once, and once more when it is over.</summary>
/// <param name="file">Has what is wrong now, a line each, for <c>agent status</c>; null for none.</param>
internal sealed class Log(TextWriter output, string? file = null)
{
    private HashSet<string> _problems = [];

    public bool HasProblems => _problems.Count is not 0;

    public void Write(string text) => output.WriteLine($"agent: {text}");

    /// <summary>All that is wrong now.</summary>
    public void Problems(IEnumerable<string> problems)
    {
        var now = problems.ToHashSet();
        foreach (var problem in now.Where(problem => !_problems.Contains(problem))) Write($"error: {problem}");
        if (now.Count is 0 && _problems.Count is not 0) Write("all is well again");
        _problems = now;
        if (file is not null) Put(file, now);
    }

    private static void Put(string file, IEnumerable<string> problems)
    {
        try
        {
            File.WriteAllLines(file, problems.Order(StringComparer.Ordinal));
        }
        catch (Exception error) when (AgentException.MayPass(error))
        {
            // The disk is full, say, which who writes what matters finds too. A file that grows old tells that something is wrong.
        }
    }
}
