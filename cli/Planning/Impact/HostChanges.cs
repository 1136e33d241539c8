using System.Globalization;

namespace Dockerland.Cli.Planning.Impact;

/// <summary>Says what becomes of the hosts of each auto-scaling group.</summary>
internal static class HostChanges
{
    private const string Group = "aws:autoscaling/group:Group";
    private const string Image = "docker:index/image:Image";
    private const string Template = "aws:ec2/launchTemplate:LaunchTemplate";

    // The provider starts a refresh when one of these changes, and on what the group's triggers name.
    private static readonly string[] Configuration = ["launchConfiguration", "launchTemplate", "mixedInstancesPolicy"];

    public static IEnumerable<string> Of(PlanDiff diff)
    {
        var changes = diff.Changes.Where(change => change.Resource.Custom).ToDictionary(change => change.Resource.Urn);
        foreach (var group in diff.After.Resources.Where(resource => resource.Type is Group))
        {
            if (Describe(diff, changes, group) is { } text)
                yield return $"{group.Name}: {text}";
        }
        foreach (var change in diff.Changes.Where(change => change is { Operation: Operation.Delete, Resource.Type: Group }))
        {
            var size = GroupSize.Of(change.Resource);
            yield return $"{change.Resource.Name}: {size} {size.Verb} terminated with the group";
        }
    }

    private static string? Describe(PlanDiff diff, IReadOnlyDictionary<string, ResourceChange> changes, PlannedResource group)
    {
        var size = GroupSize.Of(group);
        if (!diff.Former.TryGetValue(group.Urn, out var former))
            return $"{size} {size.Verb} launched";
        if (changes.GetValueOrDefault(group.Urn) is not { } change)
            return null;
        var formerSize = GroupSize.Of(former);
        if (change.Operation is Operation.Replace)
            return $"{formerSize} {formerSize.Verb} terminated with the group, {size} {size.Verb} launched in a new one";

        var reasons = string.Join(", ", Reasons(changes, group, change).Distinct());
        var rolled = reasons.Length == 0 ? null
            : group.Input("instanceRefresh") is null ? $"only new hosts come with the changed {reasons}, since the group has no instance refresh"
            : $"{size} {size.Verb} replaced for the changed {reasons}; {Refresh.Of(group).Describe(size)}";
        var resized = formerSize == size ? null : $"{size} from now on, {formerSize} before";
        var tagged = rolled is null && change.Inputs.Contains("tags") ? "changed tags reach new hosts only" : null;
        var texts = new[] { resized, rolled, tagged }.OfType<string>().ToArray();
        return texts.Length == 0 ? null : string.Join("; ", texts);
    }

    private static IEnumerable<string> Reasons(IReadOnlyDictionary<string, ResourceChange> changes, PlannedResource group, ResourceChange change)
    {
        foreach (var input in change.Inputs.Intersect(Configuration))
        {
            var templates = changes.Values.Where(other => other.Resource.Type is Template && group.Takes(input, other.Resource)).ToArray();
            if (templates.Length == 0 || change.Properties.Any(property => property.Input == input))
                yield return input;
            foreach (var reason in templates.SelectMany(template => template.Inputs.Select(changed => changed + Images(changes, template, changed))))
                yield return reason;
        }
        // A tag that only tells of the template's new version is no reason of its own.
        foreach (var trigger in Triggers(group).Intersect(change.Properties.Select(property => property.Input)))
            yield return trigger;
    }

    // User-data names each image by the hash of its sources.
    private static string Images(IReadOnlyDictionary<string, ResourceChange> changes, ResourceChange template, string input)
    {
        var images = changes.Values
            .Where(other => other is { Operation: Operation.Update or Operation.Replace, Resource.Type: Image } && other.Resource.Text("imageName") is { } address
                && template.Resource.Text(input)?.Contains(address, StringComparison.Ordinal) is true
                && template.Before!.Text(input)?.Contains(address, StringComparison.Ordinal) is false)
            .Select(other => other.Resource.Name)
            .Order(StringComparer.Ordinal)
            .ToArray();
        return images.Length == 0 ? "" : $" (image {string.Join(", ", images)})";
    }

    // The provider takes its own names there, which differ from Pulumi's.
    private static IEnumerable<string> Triggers(PlannedResource group) =>
        (group.Input("instanceRefresh", "triggers") as System.Text.Json.Nodes.JsonArray ?? []).Select(trigger => trigger!.GetValue<string>() switch
        {
            "tag" => "tags",
            var name => string.Concat(name.Split('_').Select((word, index) => index == 0 ? word : CultureInfo.InvariantCulture.TextInfo.ToTitleCase(word))),
        });
}
