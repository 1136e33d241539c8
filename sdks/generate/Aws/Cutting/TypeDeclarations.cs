using System.Text.RegularExpressions;

namespace Dockerland.Sdks.Generate.Aws.Cutting;

/// <summary>
/// What a <c>clients/*.d.ts</c> of npm's aws-sdk says. Its models have lost the names of their shapes and the values of their enumerations,
/// and the declarations beside them have kept both.
/// </summary>
internal sealed partial class TypeDeclarations
{
    private readonly Dictionary<string, Dictionary<string, string>> interfaces = [];
    private readonly Dictionary<string, string> aliases = [];
    private readonly Dictionary<string, (string Input, string Output)> methods = new(StringComparer.OrdinalIgnoreCase);

    public static TypeDeclarations Parse(string text)
    {
        var declarations = new TypeDeclarations();
        Dictionary<string, string>? members = null;
        foreach (var line in text.Split('\n'))
        {
            if (Interface().Match(line) is { Success: true } start)
                declarations.interfaces[start.Groups[1].Value] = members = [];
            else if (Alias().Match(line) is { Success: true } alias)
                declarations.aliases[alias.Groups[1].Value] = alias.Groups[2].Value;
            else if (Method().Match(line) is { Success: true } method)
                declarations.methods[method.Groups[1].Value] = (method.Groups[2].Value, method.Groups[3].Value);
            else if (members is not null && Member().Match(line) is { Success: true } member)
                members[member.Groups[1].Value] = member.Groups[2].Value;
            else if (line.StartsWith("  }", StringComparison.Ordinal))
                members = null;
        }
        return declarations;
    }

    /// <summary>The types that an operation takes and returns; empty where it has none.</summary>
    public (string Input, string Output) TypesOf(string operation) =>
        methods.TryGetValue(operation, out var types) ? types : throw new GenerateException($"The declarations have no method '{operation}'.");

    public string MemberType(string type, string member) =>
        interfaces.TryGetValue(type, out var members) && members.TryGetValue(member, out var found)
            ? found
            : throw new GenerateException($"The declarations have no '{type}.{member}'.");

    /// <summary>The type of a list's elements.</summary>
    public string ElementType(string list) => Element(Resolve(list), list, "[]", "");

    /// <summary>The type of a map's values.</summary>
    public string ValueType(string map) => Element(Resolve(map), map, "}", "{[key: string]: ");

    /// <summary>An enumeration's values, or none where the type is no enumeration.</summary>
    public IReadOnlyList<string> Values(string type) =>
        aliases.TryGetValue(type, out var alias) && alias.EndsWith("|string", StringComparison.Ordinal)
            ? [.. Value().Matches(alias).Select(match => match.Groups[1].Value)]
            : [];

    /// <summary>A name as the service has it: those that JavaScript has too got a line before them.</summary>
    public static string NameOf(string type) => type.TrimStart('_');

    private string Resolve(string type) => aliases.GetValueOrDefault(type, type);

    private static string Element(string declared, string name, string end, string start) =>
        declared.StartsWith(start, StringComparison.Ordinal) && declared.EndsWith(end, StringComparison.Ordinal)
            ? declared[start.Length..^end.Length]
            : throw new GenerateException($"The declarations have '{name}' as '{declared}', not as '{start}…{end}'.");

    [GeneratedRegex(@"^  export interface (\w+) \{")]
    private static partial Regex Interface();

    [GeneratedRegex(@"^  export type (\w+) = (.+);$")]
    private static partial Regex Alias();

    [GeneratedRegex(@"^    ""?([\w-]+)""?\??: (.+);$")]
    private static partial Regex Member();

    [GeneratedRegex(@"^  (\w+)\(params: \w+\.Types\.(\w+), callback\?: \(err: AWSError, data: (?:\w+\.Types\.(\w+)|\{\})\)")]
    private static partial Regex Method();

    [GeneratedRegex(@"""([^""]*)""")]
    private static partial Regex Value();
}
