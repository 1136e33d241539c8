using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Dockerland.Cli.Planning.Impact;

/// <summary>A placeholder names the resource that it comes from; one of a renamed resource is the same placeholder still.</summary>
internal sealed class Renames(ImmutableArray<(string Former, string Name)> names)
{
    public static Renames Of(Plan after, IReadOnlyDictionary<string, PlannedResource> former) => new(
    [
        .. after.Resources
            .Where(resource => former.TryGetValue(resource.Urn, out var old) && old.Name != resource.Name)
            .Select(resource => (former[resource.Urn].Name, resource.Name))
            .Distinct(),
    ]);

    public PlannedResource Apply(PlannedResource before, PlannedResource after) =>
        names.IsEmpty ? before : before with { Inputs = Apply(before.Inputs, after.Inputs), Options = Apply(before.Options, after.Options) };

    public ImmutableSortedDictionary<string, JsonNode?> Apply(ImmutableSortedDictionary<string, JsonNode?> before, ImmutableSortedDictionary<string, JsonNode?> after) =>
        names.IsEmpty
            ? before
            : before.ToImmutableSortedDictionary(value => value.Key, value => Apply(value.Value, after.GetValueOrDefault(value.Key)), StringComparer.Ordinal);

    private JsonNode? Apply(JsonNode? before, JsonNode? after)
    {
        if (before is null || after is null)
            return before;
        var (text, now) = (before.ToJsonString(PlanJson.Relaxed), after.ToJsonString(PlanJson.Relaxed));
        // Where both names occur, two resources had the former one and only one of them was renamed: left as it is.
        foreach (var (former, name) in names.Where(pair => now.Contains($"<{pair.Name}.", StringComparison.Ordinal) && !now.Contains($"<{pair.Former}.", StringComparison.Ordinal)))
            text = text.Replace($"<{former}.", $"<{name}.", StringComparison.Ordinal);
        return JsonNode.Parse(text);
    }
}
