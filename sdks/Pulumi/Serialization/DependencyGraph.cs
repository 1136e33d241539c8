namespace Pulumi.Serialization;

/// <summary>From the resources that a value depends on to those that the engine knows as dependencies.</summary>
internal static class DependencyGraph
{
    /// <summary>
    /// Local components stand for their children, as the engine waits for custom resources and remote components only.
    /// </summary>
    /// <param name="resources">what is depended on</param>
    /// <param name="dependent">
    /// the resource that depends; inside a component that it is itself part of, it and what was created after it are left out,
    /// since those may wait for it
    /// </param>
    public static IReadOnlySet<Resource> Expand(IEnumerable<Resource> resources, Resource? dependent = null)
    {
        var ancestors = new HashSet<Resource>();
        for (var ancestor = dependent?.Parent; ancestor is not null; ancestor = ancestor.Parent)
        {
            ancestors.Add(ancestor);
        }

        var seen = new HashSet<Resource>();
        var expanded = new HashSet<Resource>();
        var pending = new Stack<Resource>(resources);
        while (pending.TryPop(out var resource))
        {
            if (!seen.Add(resource) || resource == dependent)
            {
                continue;
            }

            if (resource is not ComponentResource || resource.IsRemote)
            {
                expanded.Add(resource);
                continue;
            }

            foreach (var child in resource.Children)
            {
                if (!ancestors.Contains(resource) || child.Order < dependent!.Order)
                {
                    pending.Push(child);
                }
            }
        }

        return expanded;
    }

    public static async Task<IReadOnlyCollection<string>> UrnsAsync(
        IEnumerable<Resource> resources, Resource? dependent = null)
    {
        var urns = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var resource in Expand(resources, dependent))
        {
            if (await resource.Urn.GetValueAsync(whenUnknown: "").ConfigureAwait(false) is { Length: > 0 } urn)
            {
                urns.Add(urn);
            }
        }

        return urns;
    }
}
