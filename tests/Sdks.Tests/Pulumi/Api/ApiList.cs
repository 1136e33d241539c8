using System.Text.RegularExpressions;

namespace Dockerland.Tests.Sdks.Pulumi.Api;

/// <summary>The lists of official members in the tests' data, in the notation of <see cref="ApiReader"/>.</summary>
internal static partial class ApiList
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Data");

    /// <summary>The official members: the list, and what its comments say in words or its own members name.</summary>
    public static IReadOnlySet<string> Official { get; } =
        Lines("pulumi-public-api.txt").TakeWhile(line => !line.StartsWith("# Part 3: contracts", StringComparison.Ordinal))
            .Concat(Lines("pulumi-public-api-beyond.txt"))
            .SelectMany(Members)
            .ToHashSet();

    /// <summary>The official members that the stand-in lacks, each with the reason.</summary>
    public static IReadOnlyDictionary<string, string> Missing { get; } = Lines("missing.txt")
        .Where(line => line.Length > 0 && line[0] != '#')
        .Select(line => line.Split(" | ", 2))
        .ToDictionary(parts => Normalize(parts[0]), parts => parts.ElementAtOrDefault(1) ?? "");

    /// <summary>The members that the list marks as not needed.</summary>
    public static IReadOnlySet<string> Skipped { get; } = Lines("pulumi-public-api.txt")
        .Where(line => line.Contains("(skip", StringComparison.Ordinal))
        .SelectMany(Members)
        .ToHashSet();

    /// <summary>What of the list no signature shows: modifiers, base types and nullability.</summary>
    public static IReadOnlyList<string> Contracts { get; } =
        [.. Lines("pulumi-public-api.txt").SkipWhile(line => !line.StartsWith("# Part 3: contracts", StringComparison.Ordinal))];

    private static string[] Lines(string file) => File.ReadAllLines(Path.Combine(Folder, file));

    private static IEnumerable<string> Members(string line)
    {
        if (!MemberLine().IsMatch(line))
        {
            yield break;
        }

        if (line.Contains(".get/set -> ", StringComparison.Ordinal))
        {
            var getter = line.Replace(".get/set -> ", ".get -> ", StringComparison.Ordinal);
            yield return Normalize(getter);
            yield return Normalize(getter[..getter.IndexOf(".get -> ", StringComparison.Ordinal)] + ".set -> void");
        }
        else
        {
            yield return Normalize(line);
        }
    }

    /// <summary>
    /// Without remarks, base types and reference types' question marks, and with generic parameters by position: their names
    /// don't matter to a program.
    /// </summary>
    private static string Normalize(string line)
    {
        var member = Remark().Replace(line, "").Trim();
        member = BaseType().Replace(member, "$1");
        member = ReferenceNullability().Replace(member, "$1");
        var parameters = new Dictionary<string, string>();
        var name = member.Split('(')[0].Split(" -> ")[0];
        foreach (Match list in GenericParameters().Matches(name))
        {
            foreach (var parameter in list.Groups[1].Value.Split(", "))
            {
                parameters.TryAdd(parameter, $"!{parameters.Count}");
            }
        }

        return Word().Replace(member, word => parameters.GetValueOrDefault(word.Value, word.Value));
    }

    [GeneratedRegex(@"^((static|override|readonly) )*Pulumi\.")]
    private static partial Regex MemberLine();

    [GeneratedRegex(@"\s{2,}\(.*$")]
    private static partial Regex Remark();

    [GeneratedRegex(@"^(Pulumi[\w.]+) : .*$")]
    private static partial Regex BaseType();

    [GeneratedRegex(@"(?<!\b(?:bool|int|double|TimeSpan))(?<=[\w\]>])\?()")]
    private static partial Regex ReferenceNullability();

    [GeneratedRegex(@"<((?:[A-Z]\w*)(?:, [A-Z]\w*)*)>")]
    private static partial Regex GenericParameters();

    [GeneratedRegex(@"(?<![.\w])[A-Z]\w*(?![.\w])")]
    private static partial Regex Word();
}
