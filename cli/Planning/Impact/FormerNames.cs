using System.Text.Json.Nodes;

namespace Dockerland.Cli.Planning.Impact;

/// <summary>
/// Advice on what goes beside something of its type that comes: nothing tells the engine that they are the same. An alias is
/// advised only where it would keep something, since another name in the cloud can't be kept by any.
/// </summary>
internal static class FormerNames
{
    private const string Fleet = "dockerland:components:Fleet";

    public static IEnumerable<string> Advice(PlanDiff diff)
    {
        var deleted = diff.Changes.Where(change => change.Operation is Operation.Delete).Select(change => change.Resource).ToArray();
        var created = diff.Changes.Where(change => change.Operation is Operation.Create).Select(change => change.Resource).ToArray();
        var urns = deleted.Select(resource => resource.Urn).ToHashSet();
        foreach (var old in deleted.Where(old => IsWorthAnAlias(old) && !urns.Contains(old.Parent!)))
        {
            var heirs = created.Where(heir => heir.Type == old.Type).ToArray();
            if (heirs.FirstOrDefault(heir => Keeps(diff, old, heir)) is { } heir)
                yield return $"{Wording.Title(old)} is deleted and {heir.Name} created. If it was only {Advice(old, heir)}, and nothing is deleted";
            else if (old.Type is Fleet && heirs.Length > 0)
                yield return $"{Wording.Title(old)} is deleted and {Wording.List([.. heirs.Select(heir => heir.Name)])} created. A fleet can't be renamed, since its group is named after it: "
                    + "add the new fleet first, and remove the old one when the new one serves";
        }
    }

    private static string Advice(PlannedResource old, PlannedResource heir) => (old.Name == heir.Name, old.Parent == heir.Parent) switch
    {
        (false, true) => $"renamed, give it the alias of its former name in the program: Aliases = {{ new Alias {{ Name = \"{old.Name}\" }} }}",
        (true, _) => "moved, give it an alias with its former parent in the program",
        _ => $"renamed and moved, give it an alias with its former parent and the name '{old.Name}' in the program",
    };

    // Tried: whether less goes with an alias, of what can't be had again where there is any.
    private static bool Keeps(PlanDiff diff, PlannedResource old, PlannedResource heir)
    {
        var named = heir with { Options = heir.Options.SetItem("aliases", new JsonArray(old.Urn)) };
        var kept = PlanDiff.Between(diff.Before, diff.After with { Resources = diff.After.Resources.Replace(heir, named) });
        var lost = diff.Changes.Any(change => IsLost(change) && IsWithin(diff.Before, change.Resource, old));
        return lost ? kept.Changes.Count(IsLost) < diff.Changes.Count(IsLost) : kept.Changes.Count(change => change.Removes) < diff.Changes.Count(change => change.Removes);
    }

    private static bool IsLost(ResourceChange change) => change.Removes && Loss.ByType.ContainsKey(change.Resource.Type);

    private static bool IsWithin(Plan plan, PlannedResource? resource, PlannedResource component) => resource is not null
        && (resource.Urn == component.Urn || IsWithin(plan, plan.Resources.FirstOrDefault(candidate => candidate.Urn == resource.Parent), component));

    private static bool IsWorthAnAlias(PlannedResource resource) => !resource.Custom || Loss.ByType.ContainsKey(resource.Type);
}
