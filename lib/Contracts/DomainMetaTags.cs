using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Dockerland.Contracts;

/// <summary>
/// A group's records as its tags say them:
/// | tag | value |
/// | <c>DomainMeta</c> | <c>ZONEID:NAME</c>, several with ';' between |
/// | <c>DomainMeta.OPTION</c> | an option of all of them |
/// | <c>DomainMeta.N.OPTION</c> | of the Nth, counted from 1; wins |
/// docs/names.md lists the options.
/// </summary>
public static class DomainMetaTags
{
    public const string Address = "address";
    public const string Check = "check";
    public const string Empty = "empty";
    public const string Host = "host";
    public const string Multivalue = "multivalue";
    public const string Pending = "pending";
    public const string Policy = "policy";
    public const string Ttl = "ttl";

    /// <summary>The longest value that a tag may have.</summary>
    public const int MaxLength = 256;

    private const char Separator = ';';
    private const string Form = "Write it as ZONEID:NAME, such as Z0123456789ABC:www.example.com, with ';' between several.";

    /// <summary>The value of the tag <see cref="TagKeys.DomainMeta"/>.</summary>
    public static string Value(IEnumerable<DomainMeta> entries) => string.Join(Separator, entries);

    /// <summary>The length that <see cref="Value"/> may come to, whatever ids the zones get.</summary>
    public static int MostCharacters(IReadOnlyCollection<string> names) =>
        names.Sum(name => DomainMeta.MaxZoneIdLength + 1 + name.Length) + Math.Max(0, names.Count - 1);

    /// <summary>All the tags of a group's records; none when it has no records.</summary>
    public static ImmutableSortedDictionary<string, string> Format(IReadOnlyList<DomainMeta> entries)
    {
        var tags = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);
        if (entries.Count is 0) return tags;

        tags = tags.Add(TagKeys.DomainMeta, Value(entries));
        foreach (var (index, entry) in entries.Index())
            foreach (var option in DomainMetaOption.All)
                if (option.Write(entry) is { } text)
                    tags = tags.Add(TagKeys.DomainMetaOption(index + 1, option.Name), text);

        return tags;
    }

    /// <summary>Policies as an option's values, in the order of <see cref="PlanPolicy"/>.</summary>
    public static ImmutableArray<string> Policies => DomainMetaOption.Policies;

    /// <summary>An address as an option's value.</summary>
    public static string AddressText(AddressKind address) => DomainMetaOption.AddressText(address);

    /// <summary>Reads a group's tags, others included; a <see cref="FormatException"/> says what is wrong with them.</summary>
    public static ImmutableArray<DomainMeta> Parse(IReadOnlyDictionary<string, string> tags) =>
        TryParse(tags, out var entries, out var problem) ? entries : throw new FormatException(problem);

    /// <summary>Reads a group's tags, or says in <paramref name="problem"/> what is wrong with them.</summary>
    public static bool TryParse(IReadOnlyDictionary<string, string> tags, out ImmutableArray<DomainMeta> entries, [NotNullWhen(false)] out string? problem)
    {
        entries = [];
        var read = ImmutableArray<DomainMeta>.Empty;
        problem = tags.TryGetValue(TagKeys.DomainMeta, out var value) ? ReadEntries(value, out read) : null;
        problem ??= DomainMetaOptions.Apply(tags, ref read);
        if (problem is null) entries = read;
        return problem is null;
    }

    private static string? ReadEntries(string value, out ImmutableArray<DomainMeta> entries)
    {
        var texts = value.Split(Separator);
        var problem = texts.Select(EntryProblem).FirstOrDefault(found => found is not null);
        entries = problem is null ? [.. texts.Select(ReadEntry)] : [];
        var twice = entries.GroupBy(entry => entry.ToString(), StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1);
        problem ??= twice is null ? null : $"has the entry '{twice.Key}' twice";
        return problem is null ? null : $"Tag {TagKeys.DomainMeta} '{value}' {problem}. {Form}";
    }

    private static DomainMeta ReadEntry(string text)
    {
        var parts = text.Split(':');
        return new(parts[0], parts[1]);
    }

    private static string? EntryProblem(string text)
    {
        if (text.Split(':') is not [var zoneId, var name])
            return $"has {text.Count(character => character is ':')} colons in the entry '{text}'; it has exactly one";
        if (zoneId.Length is 0 or > DomainMeta.MaxZoneIdLength || !zoneId.All(char.IsAsciiLetterOrDigit))
            return $"has the zone id '{zoneId}'; a zone id has 1 to {DomainMeta.MaxZoneIdLength} letters and digits";

        return DomainName.Problem(name) is { } problem ? $"has a name that {problem}" : null;
    }
}
