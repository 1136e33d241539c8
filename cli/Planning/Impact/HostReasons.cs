using System.Globalization;
using System.Text.Json.Nodes;
using Dockerland.Contracts;

namespace Dockerland.Cli.Planning.Impact;

/// <summary>Why a group replaces its hosts.</summary>
internal static class HostReasons
{
    private const string Image = "docker:index/image:Image";
    private const string Template = "aws:ec2/launchTemplate:LaunchTemplate";
    private const string Tags = "tags";

    // The provider starts a refresh when one of these changes, and on what the group's triggers name.
    private static readonly string[] Configuration = ["launchConfiguration", "launchTemplate", "mixedInstancesPolicy"];

    public static IEnumerable<string> Of(IReadOnlyDictionary<string, ResourceChange> changes, PlannedResource group, ResourceChange change)
    {
        foreach (var input in change.Inputs.Intersect(Configuration))
        {
            var templates = changes.Values.Where(other => other.Resource.Type is Template && group.Takes(input, other.Resource)).ToArray();
            if (templates.Length == 0 || change.Properties.Any(property => property.Input == input))
                yield return Wording.Input(input);
            foreach (var reason in templates.SelectMany(template => template.Inputs.Select(changed => Wording.Input(changed) + Images(changes, template, changed))))
                yield return reason;
        }
        foreach (var trigger in Triggers(group))
        {
            if (trigger is not Tags && change.Properties.Any(property => property.Input == trigger))
                yield return Wording.Input(trigger);
            if (trigger is not Tags) continue;
            foreach (var tag in AllChangedTags(change))
                yield return tag;
            // A tag that only tells of the template's new version is no reason of its own.
            if (change.Following.Contains(Tags) && changes.Values.Any(other => other.Operation is Operation.Replace && other.Resource.Type is not Template && group.Takes(Tags, other.Resource)))
                yield return Tags;
        }
    }

    /// <summary>The changed tags that a host has from its group; the updater reads its own from the group.</summary>
    public static IEnumerable<string> ChangedTags(PlannedResource group, ResourceChange change) => AllChangedTags(change)
        .Where(tag => !tag.StartsWith($"tag {TagKeys.DomainMeta}", StringComparison.Ordinal) && IsPropagated(group, tag["tag ".Length..]));

    private static IEnumerable<string> AllChangedTags(ResourceChange change) =>
        change.Properties.Where(property => property.Input is Tags).Select(property => property.Path.Split('[', ']') is [_, var key, ..] ? $"tag {key}" : Tags).Distinct();

    private static bool IsPropagated(PlannedResource group, string key) =>
        (group.Input(Tags) as JsonArray ?? []).FirstOrDefault(tag => tag?["key"]?.ToString() == key) is not { } tag || tag["propagateAtLaunch"]?.ToString() is "true";

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
        (group.Input("instanceRefresh", "triggers") as JsonArray ?? []).Select(trigger => trigger!.GetValue<string>() switch
        {
            "tag" => Tags,
            var name => string.Concat(name.Split('_').Select((word, index) => index == 0 ? word : CultureInfo.InvariantCulture.TextInfo.ToTitleCase(word))),
        });
}
