using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Dockerland.Cli.Planning.Impact;

/// <summary>The containers that a fleet's hosts run, as their user-data says.</summary>
internal static partial class HostContainers
{
    private const string Template = "aws:ec2/launchTemplate:LaunchTemplate";

    /// <summary>Name → image.</summary>
    public static ImmutableSortedDictionary<string, string> Of(Plan plan, PlannedResource group) => plan.Resources
        .Where(resource => resource.Type is Template && group.Inputs.Keys.Any(input => group.Takes(input, resource)))
        .SelectMany(template => Described().Matches(template.Text("userData") ?? ""))
        .ToImmutableSortedDictionary(container => container.Groups["name"].Value, container => container.Groups["image"].Value, StringComparer.Ordinal);

    public static IEnumerable<string> Facts(PlanDiff diff, PlannedResource former, PlannedResource group)
    {
        var (before, after) = (Of(diff.Before, former), Of(diff.After, group));
        foreach (var (name, image) in after.Where(container => !before.ContainsKey(container.Key)))
            yield return $"the container {name} is new: {image}";
        foreach (var (name, _) in before.Where(container => !after.ContainsKey(container.Key)))
            yield return $"the container {name} is gone";
        foreach (var (name, image) in after.Where(container => before.TryGetValue(container.Key, out var old) && old != container.Value && !IsOurs(container.Value)))
            yield return $"the container {name} runs {image} instead of {before[name]}";
    }

    // The tag of an image that the stack builds is a hash, which tells a reader nothing: the reason for the change names such images.
    private static bool IsOurs(string image) => Hash().IsMatch(image);

    [GeneratedRegex("""
        Description=Container\ (?<name>\S+)\n[^[]*\[Service\]\n(?:.*\n)*?.*/dockerland-run\ --name\ %n\ --image\ "?(?<image>[^"\s]+)
        |^\x20{4}"(?<name>[^"]+)":\n\s+image:\ "(?<image>[^"]+)"
        """, RegexOptions.Multiline | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Described();

    [GeneratedRegex(":[0-9a-f]{16}$", RegexOptions.CultureInvariant)]
    private static partial Regex Hash();
}
