using System.Text;
using System.Text.RegularExpressions;

namespace Dockerland.Infra;

/// <summary>Which files of a folder Docker leaves out of a build, by the folder's <c>.dockerignore</c>.</summary>
internal sealed class DockerIgnore
{
    private readonly (Regex Pattern, bool Keeps)[] _rules;

    private DockerIgnore(IEnumerable<(Regex, bool)> rules) => _rules = [.. rules];

    public static DockerIgnore Read(string folder)
    {
        var file = Path.Combine(folder, ".dockerignore");
        return Parse(File.Exists(file) ? File.ReadAllText(file) : "");
    }

    /// <summary>A pattern a line: of paths from the folder, <c>!</c> for what is kept after all, <c>#</c> for comments.</summary>
    public static DockerIgnore Parse(string text) => new(text.Split('\n')
        .Where(line => !line.StartsWith('#'))
        .Select(line => line.Trim())
        .Select(line => line.StartsWith('!') ? (Pattern: line[1..].Trim(), Keeps: true) : (Pattern: line, Keeps: false))
        .Select(rule => (Pattern: Clean(rule.Pattern), rule.Keeps))
        .Where(rule => rule.Pattern.Length > 0)
        .Select(rule => (Translate(rule.Pattern), rule.Keeps)));

    /// <summary>The last pattern that matches decides.</summary>
    /// <param name="path">From the folder, with slashes.</param>
    public bool Ignores(string path) => _rules.LastOrDefault(rule => rule.Pattern.IsMatch(path)) is { Pattern: not null, Keeps: false };

    private static string Clean(string pattern) =>
        string.Join('/', pattern.Split('/').Where(part => part is not ("" or ".")));

    // A pattern that matches a folder matches what is in it.
    private static Regex Translate(string pattern)
    {
        var regex = new StringBuilder("^");
        for (var i = 0; i < pattern.Length; i++)
            switch (pattern[i])
            {
                case '*' when pattern.AsSpan(i).StartsWith("**/"):
                    regex.Append("(.*/)?");
                    i += 2;
                    break;
                case '*' when pattern.AsSpan(i).StartsWith("**"):
                    regex.Append(".*");
                    i++;
                    break;
                case '*':
                    regex.Append("[^/]*");
                    break;
                case '?':
                    regex.Append("[^/]");
                    break;
                case var letter:
                    regex.Append(Regex.Escape(letter.ToString()));
                    break;
            }

        return new(regex.Append("(/|$)").ToString(), RegexOptions.CultureInvariant);
    }
}
