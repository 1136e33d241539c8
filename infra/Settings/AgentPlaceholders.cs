using System.Text.RegularExpressions;

namespace Dockerland.Infra.Settings;

/// <summary>What stands in agents' settings for what differs from stack to stack or from role to role.</summary>
internal static partial class AgentPlaceholders
{
    /// <summary>In files and units: the log group of the host's environment and role.</summary>
    public const string LogGroup = "{logGroup}";

    private const string Region = "{region}";
    private const string Architecture = "{architecture}";

    /// <summary>A download's address as hosts have it.</summary>
    public static string InUrl(string url, string region, string architecture) => url
        .Replace(Region, region, StringComparison.Ordinal)
        .Replace(Architecture, architecture, StringComparison.Ordinal);

    /// <summary>What is wrong with a download's address that has a placeholder of another name.</summary>
    public static string? UrlProblem(string url) =>
        AnyInUrl().Match(InUrl(url, "r", "a")) is { Success: true, Value: var unknown } ? $"has '{unknown}', which stands for nothing; there are {Region} and {Architecture}" : null;

    /// <summary>A file's content as hosts have it.</summary>
    public static string InContent(string content, string? logGroup) => AnyLogGroup().Replace(content, found => found.Value is LogGroup && logGroup is not null ? logGroup : found.Value);

    public static bool NamesLogGroup(string content) => AnyLogGroup().Matches(content).Any(found => found.Value is LogGroup);

    /// <summary>What is wrong with a file that means the log group and misspells it. Files have braces of their own: nothing else is refused.</summary>
    public static string? ContentProblem(string content) =>
        AnyLogGroup().Matches(content).FirstOrDefault(found => found.Value is not LogGroup) is { Value: var misspelled } ? $"has '{misspelled}'; the host's log group is {LogGroup}" : null;

    [GeneratedRegex(@"\{[^}]*\}?")]
    private static partial Regex AnyInUrl();

    // Neither a shell's ${logGroup} nor a template's {{logGroup}}.
    [GeneratedRegex(@"(?<![{$])\{log[ ._-]?group(?:[ ._-]?name)?\}(?!\})", RegexOptions.IgnoreCase)]
    private static partial Regex AnyLogGroup();
}
