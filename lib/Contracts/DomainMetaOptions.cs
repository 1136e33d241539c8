using System.Collections.Immutable;
using System.Globalization;

namespace Dockerland.Contracts;

/// <summary>Reads the tags <c>DomainMeta.OPTION</c> and <c>DomainMeta.N.OPTION</c>.</summary>
internal static class DomainMetaOptions
{
    private const string Prefix = TagKeys.DomainMeta + ".";

    /// <summary>Sets the entries' options, those for all first; what is wrong with a tag when one is.</summary>
    public static string? Apply(IReadOnlyDictionary<string, string> tags, ref ImmutableArray<DomainMeta> entries)
    {
        // "DomainMeta.ttl" has fewer dots than "DomainMeta.1.ttl", which wins.
        var options = tags.Where(tag => tag.Key.StartsWith(Prefix, StringComparison.Ordinal)).OrderBy(tag => tag.Key.Count(character => character is '.')).ThenBy(tag => tag.Key, StringComparer.Ordinal);
        foreach (var (key, value) in options)
            if (ApplyOne(key, value, ref entries) is { } problem)
                return $"Tag {key} '{value}' {problem}";

        return null;
    }

    private static string? ApplyOne(string key, string value, ref ImmutableArray<DomainMeta> entries)
    {
        var parts = key[Prefix.Length..].Split('.');
        if (parts is not ([_] or [_, _])) return $"has too many dots. Write it as {Prefix}OPTION or {Prefix}N.OPTION.";

        var (first, last) = (0, entries.Length);
        if (parts is [var number, _])
        {
            if (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var entry) || entry < 1 || entry > entries.Length)
                return $"is for entry '{number}', and {TagKeys.DomainMeta} has {entries.Length}. Count from 1.";
            (first, last) = (entry - 1, entry);
        }

        if (Reader(parts[^1], value, out var problem) is not { } set) return problem;
        for (var index = first; index < last; index++) entries = entries.SetItem(index, set(entries[index]));
        return null;
    }

    private static Func<DomainMeta, DomainMeta>? Reader(string option, string value, out string problem)
    {
        problem = $"is no option. There are {DomainMetaTags.Address} and {DomainMetaTags.Ttl}.";
        switch (option)
        {
            case DomainMetaTags.Address:
                problem = "is no address. Write it as public or private.";
                return value switch
                {
                    "public" => entry => entry with { Address = AddressKind.Public },
                    "private" => entry => entry with { Address = AddressKind.Private },
                    _ => null,
                };
            case DomainMetaTags.Ttl:
                problem = $"is no time to live. Write it in seconds, 1 to {DomainMeta.MaxTtl}.";
                return int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds is >= 1 and <= DomainMeta.MaxTtl
                    ? entry => entry with { Ttl = seconds }
                    : null;
            default:
                return null;
        }
    }
}
