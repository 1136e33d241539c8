using System.Collections.Immutable;

namespace Dockerland.Cli.Planning.Impact;

/// <summary>
/// What differences lead to: a resource that can't be changed as wanted is replaced, and what takes its outputs follows, which
/// may replace it in turn.
/// </summary>
internal sealed class Consequences
{
    // All else that it gives is what it takes, and its repository has the same name.
    private const string Image = "docker:index/image:Image";

    private const string Template = "aws:ec2/launchTemplate:LaunchTemplate";

    // All other inputs of a template make a new version of it.
    private static readonly string[] NotOfAVersion = ["defaultVersion", "name", "namePrefix", "tags", "updateDefaultVersion"];

    private readonly Dictionary<string, SortedSet<string>> _changed = [];
    private readonly Dictionary<string, SortedSet<string>> _replacing = [];
    private readonly Dictionary<string, SortedSet<string>> _following = [];

    /// <param name="pairs">Every resource that is in both plans, as it was and as it will be.</param>
    public Consequences(IReadOnlyCollection<(PlannedResource Before, PlannedResource After)> pairs)
    {
        foreach (var (before, after) in pairs.Where(pair => pair.After.Custom))
        {
            var inputs = PropertyDiff.Between(before.Inputs, after.Inputs).Where(change => !PlanDiff.IsIgnored(after, change)).Select(change => change.Input);
            foreach (var input in inputs)
            {
                Add(_changed, after, input);
                if (ReplacingInputs.Contains(before, after, input) || IsListed(after, input))
                    Add(_replacing, after, input);
            }
        }
        var resources = pairs.Select(pair => pair.After).Where(resource => resource.Custom).ToArray();
        while (Follow(resources))
        {
        }
    }

    /// <summary>The inputs that a resource is replaced for; none when it isn't.</summary>
    public ImmutableArray<string> Replacing(PlannedResource resource) => [.. _replacing.GetValueOrDefault(resource.Urn, [])];

    /// <summary>The inputs that look the same but stand for something new.</summary>
    public ImmutableArray<string> Following(PlannedResource resource) => [.. _following.GetValueOrDefault(resource.Urn, [])];

    private bool Follow(IReadOnlyCollection<PlannedResource> resources)
    {
        (PlannedResource Resource, string Output)[] renewed =
        [
            .. resources.Where(other => _replacing.ContainsKey(other.Urn)).Select(other => (other, other.Type is Image ? "repoDigest" : "")),
            .. resources.Where(HasNewVersion).Select(other => (other, "latestVersion")),
        ];
        var grew = false;
        foreach (var resource in resources)
        {
            foreach (var input in resource.Dependencies.Keys.Where(input => renewed.Any(other => resource.Takes(input, other.Resource, other.Output))))
            {
                grew |= Add(_following, resource, input);
                grew |= (ReplacingInputs.Contains(resource.Type, input) || IsListed(resource, input)) && Add(_replacing, resource, input);
            }
        }
        return grew;
    }

    private bool HasNewVersion(PlannedResource resource) => resource.Type is Template
        && _changed.GetValueOrDefault(resource.Urn, []).Concat(_following.GetValueOrDefault(resource.Urn, [])).Except(NotOfAVersion).Any();

    private static bool IsListed(PlannedResource resource, string input) =>
        resource.ListOption("replaceOnChanges").Any(listed => listed is "*" || listed.Split('.', '[')[0] == input);

    private static bool Add(Dictionary<string, SortedSet<string>> inputs, PlannedResource resource, string input)
    {
        if (!inputs.TryGetValue(resource.Urn, out var known))
            inputs[resource.Urn] = known = new(StringComparer.Ordinal);
        return known.Add(input);
    }
}
