using System.Diagnostics.CodeAnalysis;

namespace Dockerland.Contracts;

/// <summary>The record that a group keeps: <c>ZONEID:NAME</c>, the value of the tag <see cref="TagKeys.DomainMeta"/>.</summary>
public sealed record DomainMeta(string ZoneId, string Name)
{
    /// <summary>The tag's value.</summary>
    public static string Format(string zoneId, string name) => $"{zoneId}:{name}";

    /// <summary>Reads a tag's value; a <see cref="FormatException"/> says what is wrong with it.</summary>
    public static DomainMeta Parse(string value) =>
        TryParse(value, out var meta, out var problem) ? meta : throw new FormatException(problem);

    /// <summary>Reads a tag's value, or says in <paramref name="problem"/> what is wrong with it.</summary>
    public static bool TryParse(string value, [NotNullWhen(true)] out DomainMeta? meta, [NotNullWhen(false)] out string? problem)
    {
        meta = null;
        problem = Problem(value.Split(':'));
        if (problem is not null)
        {
            problem = $"Tag {TagKeys.DomainMeta} '{value}' {problem}. Write it as ZONEID:NAME, such as Z0123456789ABC:www.example.com.";
            return false;
        }

        var parts = value.Split(':');
        meta = new(parts[0], parts[1]);
        return true;
    }

    public override string ToString() => Format(ZoneId, Name);

    private static string? Problem(string[] parts)
    {
        if (parts is not [var zoneId, var name]) return $"has {parts.Length - 1} colons; it has exactly one";
        if (zoneId.Length is 0 or > 32 || !zoneId.All(char.IsAsciiLetterOrDigit)) return $"has the zone id '{zoneId}'; a zone id has 1 to 32 letters and digits";

        return DomainName.Problem(name) is { } problem ? $"has a name that {problem}" : null;
    }
}
