using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Dockerland.Cli.Planning;

/// <summary>
/// Stands for what only a deployment knows: texts as <c>&lt;name.property&gt;</c>, and numbers as numbers that nobody uses,
/// which <see cref="Reveal(string)"/> turns back into such a text wherever they end up.
/// </summary>
/// <param name="withTypes">Names say the type too, so that no two resources have the same.</param>
internal sealed partial class Placeholders(bool withTypes = false)
{
    private const int FirstNumber = 1_900_000_000;
    private const int Numbers = 200_000_000;

    private readonly ConcurrentDictionary<int, string> _texts = new();

    /// <summary>Placeholder → text that stands in its place.</summary>
    public ImmutableDictionary<string, string> Known { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>What a resource is called in its placeholders.</summary>
    public string NameOf(string type, string name) => withTypes ? $"{type}|{name}" : name;

    public static string Text(string name, string property) => $"<{name}.{property}>";

    /// <summary>The text that is known, or else the placeholder.</summary>
    public string TextOf(string name, string property) => Text(name, property) is var text && Known.TryGetValue(text, out var known) ? known : text;

    /// <summary>The same property has the same number in every run, or a hash over it would change from plan to plan.</summary>
    public int Number(string name, string property)
    {
        var text = Text(name, property);
        var number = FirstNumber + (int)(Hash(text) % Numbers);
        while (_texts.GetOrAdd(number, text) != text)
            number++;
        return number;
    }

    public string Reveal(string text) =>
        _texts.IsEmpty ? text : Candidate().Replace(text, match => Find(match.ValueSpan) ?? match.Value);

    public string? Reveal(double number) => number is >= FirstNumber and < int.MaxValue ? _texts.GetValueOrDefault((int)number) : null;

    private string? Find(ReadOnlySpan<char> digits) => _texts.GetValueOrDefault(int.Parse(digits, CultureInfo.InvariantCulture));

    // FNV-1a: string.GetHashCode differs between processes.
    private static uint Hash(string text) => Encoding.UTF8.GetBytes(text).Aggregate(2_166_136_261u, (hash, letter) => unchecked((hash ^ letter) * 16_777_619u));

    [GeneratedRegex(@"(?<!\d)(19\d{8}|20\d{8})(?!\d)")]
    private static partial Regex Candidate();
}
