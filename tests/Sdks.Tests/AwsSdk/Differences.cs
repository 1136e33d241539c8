using System.Text.RegularExpressions;

namespace Dockerland.Tests.Sdks.AwsSdk;

/// <summary>The differences from the official packages that may stay: <c>Data/AwsSdk/differences.txt</c>, patterns under the reason for them.</summary>
internal static class Differences
{
    private static readonly string File = Path.Combine(AppContext.BaseDirectory, "Data", "AwsSdk", "differences.txt");

    /// <summary>Each pattern with its line; an asterisk stands for any text.</summary>
    private static readonly (string Line, Regex Pattern)[] Patterns =
    [
        .. System.IO.File.ReadAllLines(File)
            .Where(line => line.Length > 0 && !line.StartsWith('#'))
            .Select(line => (line, new Regex($"^{Regex.Escape(line).Replace(@"\*", ".*", StringComparison.Ordinal)}$"))),
    ];

    /// <summary>The differences that have no reason, and the lines that stand for none of them.</summary>
    public static (string[] Unexplained, string[] Unused) Explain(IReadOnlyCollection<string> found, string prefix) =>
    (
        [.. found.Where(difference => !Patterns.Any(pattern => pattern.Pattern.IsMatch(difference)))],
        [.. Patterns.Where(pattern => pattern.Line.StartsWith(prefix, StringComparison.Ordinal) && !found.Any(pattern.Pattern.IsMatch)).Select(pattern => pattern.Line)]
    );
}
