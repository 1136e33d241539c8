namespace Pulumi;

/// <summary>How the engine treats a component.</summary>
public sealed class ComponentResourceOptions : ResourceOptions
{
    private List<ProviderResource>? _providers;

    /// <summary>The providers that its children use, one a package.</summary>
    public List<ProviderResource> Providers
    {
        get => _providers ??= [];
        set => _providers = value;
    }

    /// <summary>
    /// A new set of options: single values of the second where set, lists of both, and of each package's providers the last.
    /// </summary>
    public static ComponentResourceOptions Merge(ComponentResourceOptions? options1, ComponentResourceOptions? options2)
    {
        var merged = new ComponentResourceOptions();
        foreach (var options in new[] { options1, options2 })
        {
            if (options is not null)
            {
                merged.Include(options);
                merged.Providers = [.. merged.Providers.Where(known => !Has(options.Providers, known)), .. options.Providers];
            }
        }

        return merged;
    }

    internal override ResourceOptions Copy() => Merge(this, null);

    private static bool Has(List<ProviderResource> providers, ProviderResource provider) =>
        providers.Exists(other => other.Package == provider.Package);
}
