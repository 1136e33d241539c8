using Pulumi.Serialization;

namespace Pulumi;

public sealed partial class Deployment
{
    /// <summary>Waits for all that a request needs: inputs, dependencies, the parent and the provider.</summary>
    private async Task<PreparedResource> PrepareAsync(Declaration declaration)
    {
        var (resource, custom, remote, args, options, package) = declaration;
        var dependsOn = await ListAsync(options.DependsOn).ConfigureAwait(false);
        var keepResources = await KeepResourcesAsync().ConfigureAwait(false);
        var properties = await Serializer.SerializePropertiesAsync(
            args.ToProperties().Where(property => property.Key is not (Constants.IdProperty or Constants.UrnProperty)),
            keepResources,
            keepOutputValues: remote && await _monitor.SupportsFeatureAsync("outputValues").ConfigureAwait(false),
            excludeResourceReferences: remote && keepResources).ConfigureAwait(false);
        var replaceWith = await ListAsync(options.ReplaceWith).ConfigureAwait(false);
        await RequireFeaturesAsync(options, replaceWith).ConfigureAwait(false);

        var propertyDependencies = new Dictionary<string, IReadOnlyCollection<string>>();
        var dependencies = new SortedSet<string>(
            await DependencyGraph.UrnsAsync(dependsOn, resource).ConfigureAwait(false), StringComparer.Ordinal);
        foreach (var (key, resources) in properties.Dependencies)
        {
            var urns = await DependencyGraph.UrnsAsync(resources, resource).ConfigureAwait(false);
            propertyDependencies[key] = urns;
            dependencies.UnionWith(urns);
        }

        return new(declaration, properties)
        {
            ParentUrn = await ParentUrnAsync(resource, options).ConfigureAwait(false),
            Provider = custom && options.Provider is { } provider ? await provider.ReferenceAsync().ConfigureAwait(false) : "",
            Providers = remote ? await ProviderReferencesAsync(options).ConfigureAwait(false) : new Dictionary<string, string>(),
            Dependencies = dependencies,
            PropertyDependencies = propertyDependencies,
            Aliases = await AliasesAsync(options).ConfigureAwait(false),
            ReplaceWith = replaceWith,
            PackageReference = await PackageReferenceAsync(package).ConfigureAwait(false),
            AcceptResources = Settings.ResourceReferences,
        };
    }

    private static async Task<IReadOnlyList<Resource>> ListAsync(InputList<Resource> resources)
    {
        var list = await resources.ToOutput().GetValueAsync(whenUnknown: []).ConfigureAwait(false);
        return list.IsDefault ? [] : list;
    }

    private async Task<string> ParentUrnAsync(Resource resource, ResourceOptions options) => resource is Stack
        ? ""
        : await (options.Parent ?? Stack).Urn.GetValueAsync(whenUnknown: "").ConfigureAwait(false);

    private async Task RequireFeaturesAsync(ResourceOptions options, IReadOnlyList<Resource> replaceWith)
    {
        if (options.Aliases.Count > 0)
        {
            await RequireFeatureAsync("aliasSpecs", "alias specifications").ConfigureAwait(false);
        }

        if (options.DeletedWith is not null)
        {
            await RequireFeatureAsync("deletedWith", "the DeletedWith option").ConfigureAwait(false);
        }

        if (replaceWith.Count > 0)
        {
            await RequireFeatureAsync("replaceWith", "the ReplaceWith option").ConfigureAwait(false);
        }
    }

    private static async Task<IReadOnlyDictionary<string, string>> ProviderReferencesAsync(ResourceOptions options)
    {
        var references = new Dictionary<string, string>();
        ProviderResource[] single = options.Provider is { } provider ? [provider] : [];
        foreach (var item in single.Concat((options as ComponentResourceOptions)?.Providers ?? []))
        {
            references[item.Package] = await item.ReferenceAsync().ConfigureAwait(false);
        }

        return references;
    }

    private static async Task<IReadOnlyList<Rpc.Alias>> AliasesAsync(ResourceOptions options)
    {
        var aliases = new List<Rpc.Alias>();
        foreach (var input in options.Aliases)
        {
            if (await input.ToOutput().GetValueAsync(whenUnknown: null!).ConfigureAwait(false) is { } alias)
            {
                aliases.Add(await alias.ToWireAsync().ConfigureAwait(false));
            }
        }

        return aliases;
    }
}
