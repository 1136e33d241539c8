using System.Collections.Immutable;
using System.Globalization;

namespace Dockerland.Infra.Settings;

/// <summary>Numbers and choices of a <see cref="ConfigSection"/>.</summary>
internal static class ConfigNumbers
{
    public static int Number(this ConfigSection section, string key, int fallback, int least, int most) =>
        section.OptionalNumber(key, least, most, fallback) ?? fallback;

    /// <summary>A number that may be absent; <paramref name="example"/> is what is suggested for a wrong one.</summary>
    public static int? OptionalNumber(this ConfigSection section, string key, int least, int most, int example)
    {
        if (!section.Has(key)) return null;
        if (Whole(section.Raw(key)) is { } value && value >= least && value <= most) return value;

        section.Refuse(key, section.Raw(key), $"is not a whole number from {least} to {most}", Text(example));
        return null;
    }

    /// <summary>A number that may have a fraction, or be absent.</summary>
    public static double? Real(this ConfigSection section, string key, double least, double most, double example)
    {
        if (!section.Has(key)) return null;
        if (double.TryParse(section.Raw(key), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most) return value;

        section.Refuse(key, section.Raw(key), $"is not a number from {Text(least)} to {Text(most)}", Text(example));
        return null;
    }

    /// <summary>A list of numbers; a wrong one is reported and left out.</summary>
    public static ImmutableArray<int> Numbers(this ConfigSection section, string key, ImmutableArray<int> fallback, int least, int most)
    {
        if (!section.Has(key)) return fallback;

        string? Problem(string text) => Whole(text) is { } number && number >= least && number <= most ? null : $"is not a whole number from {least} to {most}";
        var choices = Enumerable.Range(least, most - least + 1).Select(Text).ToImmutableArray();
        return [.. section.List(key, [], choices, Problem, mayBeEmpty: true).Select(Whole).OfType<int>()];
    }

    /// <summary>One of a few words; for a wrong one the nearest is suggested.</summary>
    public static string Choice(this ConfigSection section, string key, string fallback, params ImmutableArray<string> choices)
    {
        if (!section.Has(key) || choices.Contains(section.Raw(key))) return section.Has(key) ? section.Raw(key) : fallback;

        section.Refuse(key, section.Raw(key), $"is none of {string.Join(", ", choices)}", Nearest(section.Raw(key), choices));
        return fallback;
    }

    /// <summary>Several of a few words, none of them twice.</summary>
    public static ImmutableArray<string> Choices(this ConfigSection section, string key, ImmutableArray<string> fallback, ImmutableArray<string> choices) =>
        section.List(key, fallback, choices, word => choices.Contains(word) ? null : $"is none of {string.Join(", ", choices)}", mayBeEmpty: true);

    /// <summary>Reports two keys of which there is to be exactly one, and both are there or neither is; each is read already.</summary>
    /// <param name="what">Whose they are, with its article.</param>
    public static void RequireOne(this ConfigSection section, string first, string second, string what)
    {
        var isMissing = !section.Mentions(first) && !section.Mentions(second);
        if (isMissing || (section.Has(first) && section.Has(second) && section.IsSound(first, second)))
            section.Report($"{section.FullKey(first)} and {second} are both {(isMissing ? "missing" : "set")}; {what} has exactly one of them", ConfigSection.InFile);
    }

    public static int? Whole(string text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null;

    private static string Nearest(string wrong, ImmutableArray<string> choices) =>
        Whole(wrong) is { } number && choices.All(choice => Whole(choice) is not null)
            ? choices.MinBy(choice => Math.Abs((long)number - (Whole(choice) ?? 0))) ?? wrong
            : NearestKey.Find(wrong, choices);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Text(double number) => number.ToString(CultureInfo.InvariantCulture);
}
