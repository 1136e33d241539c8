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

        return entries.Select(EntryProblem).FirstOrDefault(problem => problem is not null);
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

        var names = DomainMetaOption.All.Select(option => option.Name).ToArray();
        if (DomainMetaOption.All.FirstOrDefault(option => option.Name == parts[^1]) is not { } option)
            return $"is no option. There are {string.Join(", ", names[..^1])} and {names[^1]}.";
        if (option.Read(value) is not { } set) return option.Problem;

        for (var index = first; index < last; index++) entries = entries.SetItem(index, set(entries[index]));
        return null;
    }

    private static string? EntryProblem(DomainMeta entry) => entry switch
    {
        { Check: { } check, IsMultivalue: false } =>
            $"The entry '{entry}' of tag {TagKeys.DomainMeta} has the check '{check}', which takes single hosts out of an answer, and all are in one set. Set {DomainMetaTags.Multivalue} to yes.",
        { Check: { } check, Address: AddressKind.Private } =>
            $"The entry '{entry}' of tag {TagKeys.DomainMeta} has the check '{check}', and private addresses, which Route53 doesn't reach. Leave the check out.",
        _ => null,
    };
}
