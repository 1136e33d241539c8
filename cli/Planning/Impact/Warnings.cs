namespace Dockerland.Cli.Planning.Impact;

/// <summary>What stands above everything else: losses that are hardly ever meant.</summary>
internal static class Warnings
{
    private static readonly HashSet<string> Grave =
        ["aws:autoscaling/group:Group", "aws:ecr/repository:Repository", "aws:kms/key:Key", "aws:route53/zone:Zone"];

    public static IEnumerable<string> Of(PlanDiff diff)
    {
        var gone = diff.Changes.Where(change => change.Removes && Grave.Contains(change.Resource.Type)).Select(Removed);
        var locked = diff.Changes.Where(change => change.Removes && change.Before!.IsProtected)
            .Select(change => $"{change.Title} is protected: 'pulumi up' refuses until its protection is gone");
        return gone.Concat(locked).Concat(MovedAway(diff));
    }

    private static string Removed(ResourceChange change)
    {
        var how = change.Operation is Operation.Replace ? $"REPLACED, since its {string.Join(" and ", change.Reasons)} can't be changed in place" : "DELETED";
        return change.Before!.IsRetained
            ? $"{change.Title} is {how}; what is there stays in the cloud (retainOnDelete) and is nobody's any more"
            : $"{change.Title} is {how}. With it goes: {Loss.ByType[change.Resource.Type].Contents}";
    }

    // A resource or component that goes beside another of its type that comes: nothing tells the engine that they are the same.
    private static IEnumerable<string> MovedAway(PlanDiff diff)
    {
        var deleted = diff.Changes.Where(change => change.Operation is Operation.Delete).ToArray();
        var urns = deleted.Select(change => change.Resource.Urn).ToHashSet();
        var created = diff.Changes.Where(change => change.Operation is Operation.Create).Select(change => change.Resource).ToArray();
        foreach (var old in deleted.Select(change => change.Resource).Where(old => IsWorthAnAlias(old) && !urns.Contains(old.Parent!)))
        {
            var heirs = created.Where(heir => heir.Type == old.Type && (heir.Name != old.Name || heir.Parent != old.Parent)).ToArray();
            if (heirs.FirstOrDefault(heir => heir.Name == old.Name) is { } moved)
                yield return $"{old.Name} ({old.Type}) is deleted and made again below another parent. If it only moved, give it an alias with its former parent, and nothing is deleted";
            else if (heirs.Length > 0)
                yield return $"{old.Name} ({old.Type}) is deleted and {string.Join(", ", heirs.Select(heir => heir.Name))} created. If it was only renamed, give the new one the alias '{old.Name}', and nothing is deleted: Aliases = {{ new Alias {{ Name = \"{old.Name}\" }} }}";
        }
    }

    private static bool IsWorthAnAlias(PlannedResource resource) => !resource.Custom || Loss.ByType.ContainsKey(resource.Type);
}
