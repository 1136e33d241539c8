using System.Globalization;
using System.Text.RegularExpressions;

namespace Dockerland.Infra.Settings;

/// <summary>When things happen; see <see cref="Rules"/> for the form.</summary>
internal static partial class TimeRules
{
    private static readonly string[] Months = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
    private static readonly string[] Days = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];

    private static readonly (string Name, int Least, int Most, string[] Words)[] Fields =
        [("minute", 0, 59, []), ("hour", 0, 23, []), ("day of the month", 1, 31, []), ("month", 1, 12, Months), ("day of the week", 0, 7, Days)];

    /// <summary>Cron's five fields as Auto Scaling takes them.</summary>
    public static string? Cron(string value)
    {
        var texts = value.Split(' ');
        if (texts.Length != Fields.Length) return "is not cron's five fields: minute, hour, day of the month, month and day of the week";

        foreach (var (text, (name, least, most, words)) in texts.Zip(Fields))
            if (!text.Split(',').All(part => IsPart(part, least, most, words)))
                return $"has the {name} '{text}'; it is {least} to {most}, a range, a list or a star";

        return null;
    }

    /// <summary>A name of the time zone database.</summary>
    public static string? TimeZone(string value) =>
        ZonePattern().IsMatch(value) && (IsAlone || TimeZoneInfo.TryFindSystemTimeZoneById(value, out _)) ? null : "is not a name of the time zone database, such as Europe/Zurich";

    // A machine without the database knows its own zone and UTC only.
    private static bool IsAlone => TimeZoneInfo.GetSystemTimeZones().Count < 3;

    private static bool IsPart(string part, int least, int most, string[] words)
    {
        var (range, step) = part.Split('/') switch
        {
            [var alone] => (alone, "1"),
            [var before, var after] => (before, after),
            _ => ("", ""),
        };
        if (!IsNumber(step, 1, most, [], out _)) return false;
        if (range is "*") return true;

        return range.Split('-') switch
        {
            [var one] => IsNumber(one, least, most, words, out _),
            [var from, var to] => IsNumber(from, least, most, words, out var first) && IsNumber(to, least, most, words, out var last) && first <= last,
            _ => false,
        };
    }

    private static bool IsNumber(string text, int least, int most, string[] words, out int value)
    {
        var word = Array.IndexOf(words, text.ToUpperInvariant());
        value = word + least;
        return word >= 0 || int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value) && value >= least && value <= most;
    }

    [GeneratedRegex(@"^[A-Za-z_]+(/[A-Za-z0-9_+-]+){0,2}\z")]
    private static partial Regex ZonePattern();
}
