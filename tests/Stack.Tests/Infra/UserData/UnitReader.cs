using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Dockerland.Tests.Infra.UserData;

/// <summary>Reads a command line of a unit as systemd.service(5) says. The tests with systemd itself are in EndToEnd.Tests.</summary>
internal static partial class UnitReader
{
    public static string[] Words(string unit, string key)
    {
        var line = unit.Split('\n').Single(line => line.StartsWith(key + "=", StringComparison.Ordinal))[(key.Length + 1)..];
        var words = new List<string>();
        for (var index = 0; index < line.Length; index++)
        {
            if (line[index] is ' ') continue;
            var (word, end) = line[index] is '"' ? Quoted(line, index + 1) : Bare(line, index);
            words.Add(Specifier().Replace(word, match => match.Value is "%n" ? "NAME" : match.Value[1..]));
            index = end;
        }

        return [.. words];
    }

    private static (string Word, int End) Bare(string line, int start)
    {
        var end = line.IndexOf(' ', start);
        return end < 0 ? (line[start..], line.Length) : (line[start..end], end);
    }

    private static (string Word, int End) Quoted(string line, int start)
    {
        var word = new StringBuilder();
        var index = start;
        for (; line[index] is not '"'; index++)
            word.Append(line[index] is not '\\' ? line[index] : line[++index] switch
            {
                'n' => '\n',
                't' => '\t',
                'x' => (char)int.Parse([line[++index], line[++index]], NumberStyles.HexNumber, CultureInfo.InvariantCulture),
                var other => other,
            });
        return (word.ToString(), index);
    }

    // Specifiers and what stands for a percent or dollar sign.
    [GeneratedRegex(@"%.|\$\$")]
    private static partial Regex Specifier();
}
