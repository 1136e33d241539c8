namespace Dockerland.Cli.Planning.Impact;

/// <summary>What stands above everything else: losses that are hardly ever meant, and guards that are taken away.</summary>
internal static class Warnings
{
    public static IEnumerable<string> Of(PlanDiff diff)
    {
        var gone = diff.Changes.Where(change => change.Removes && Loss.ByType.GetValueOrDefault(change.Resource.Type) is { IsGrave: true }).Select(Removed);
        var locked = diff.Changes.Where(change => change.Removes && change.Before!.IsProtected)
            .Select(change => $"{Wording.Title(change.Resource)} is protected: 'pulumi up' refuses to {(change.Operation is Operation.Replace ? "replace" : "delete")} it. If that is meant, deploy 'dockerland:protect' as false first");
        return ProviderChanges.Warnings(diff).Concat(gone).Concat(locked).Concat(FormerNames.Advice(diff)).Concat(Unguarded(diff));
    }

    private static string Removed(ResourceChange change)
    {
        var how = change.Operation is Operation.Replace ? $"REPLACED, since its {Wording.List([.. change.Reasons.Select(Wording.Input)])} can't be changed in place" : "DELETED";
        var loss = Loss.ByType[change.Resource.Type];
        var next = change.Operation is Operation.Replace && loss.SuccessorOf(change.Before!) is { } successor ? $". {successor}" : "";
        return $"{Wording.Title(change.Resource)} is {how}. Lost with it: {loss.Describe(change.Before!)}{next}";
    }

    private static IEnumerable<string> Unguarded(PlanDiff diff)
    {
        (string Text, Func<PlannedResource, bool> Has)[] guards =
        [
            ("no longer protected against deletion", resource => resource.IsProtected),
            ("no longer left in the cloud when the program drops it", resource => resource.IsRetained),
            ("can be deleted with all that is in it from now on", resource => Loss.ByType.GetValueOrDefault(resource.Type)?.Force is not { } force || !resource.IsTrue(force)),
        ];
        foreach (var (text, has) in guards)
        {
            var lost = diff.Changes.Where(change => change.Operation is Operation.Update && change.Resource.Custom && has(change.Before!) && !has(change.After!)).ToArray();
            if (lost.Length > 0)
                yield return $"{text}: {string.Join(", ", lost.Select(change => Wording.Title(change.Resource)))}";
        }
    }
}
