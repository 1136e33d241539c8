using System.Collections.Immutable;
using Pulumi.Serialization;

namespace Pulumi;

/// <summary>Something that a program declares and the engine keeps.</summary>
public class Resource
{
    private static int s_created;

    private readonly string _type;
    private readonly string _name;
    private readonly bool? _protect;
    private readonly ImmutableArray<ResourceTransformation> _transformations = [];
    private readonly HashSet<Resource> _children = [];

    private protected Resource(
        string type,
        string name,
        bool custom,
        ResourceArgs args,
        ResourceOptions options,
        bool remote = false,
        RegisterPackageRequest? registerPackageRequest = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(type);
        ArgumentException.ThrowIfNullOrEmpty(name);
        (_type, _name, IsRemote) = (type, name, remote);
        Self = [this];

        // Others may see this resource from its registration with the parent on, so its outputs come first.
        Sources = OutputProperties.Initialize(this, all: custom || remote || options.Urn is not null);
        try
        {
            var deployment = Deployment.Required;
            var parent = type == Constants.StackType ? null : options.Parent ?? (options.Urn is null ? deployment.Stack : null);
            _transformations = [.. options.ResourceTransformations, .. parent?._transformations ?? []];
            (args, options) = Transform(args, options);

            options = options.Copy();
            RefuseTwoKindsOfProviders(options);
            if (options.Parent is { } explicitParent)
            {
                explicitParent.AddChild(this);
                options.Protect ??= explicitParent._protect;
                Providers = explicitParent.Providers;
            }

            Providers = InheritProviders(options, custom);
            _protect = options.Protect;
            deployment.ReadOrRegister(new(this, custom, remote, args, options, registerPackageRequest));
        }
        catch
        {
            // A program that goes on without this resource mustn't wait for what a transformation made of its outputs.
            foreach (var source in Sources.Values)
            {
                source.TrySetCanceled();
            }

            throw;
        }
    }

    /// <summary>A resource that exists elsewhere and is never registered.</summary>
    private protected Resource(string urn)
    {
        (_type, _name) = ("", "");
        Self = [this];
        Sources = ImmutableDictionary<string, IOutputSource>.Empty;
        Urn = new(Task.FromResult(new OutputData<string>(Self, urn, true, false)));
    }

    /// <summary>The engine's name of the resource, unique among all stacks.</summary>
    [Output("urn")]
    public Output<string> Urn { get; private protected set; } = null!;

    internal IReadOnlyDictionary<string, IOutputSource> Sources { get; }

    /// <summary>The providers that children inherit, by package.</summary>
    internal ImmutableDictionary<string, ProviderResource> Providers { get; } =
        ImmutableDictionary<string, ProviderResource>.Empty;

    /// <summary>What each of its outputs depends on.</summary>
    internal ImmutableHashSet<Resource> Self { get; }

    internal bool IsRemote { get; }

    internal Resource? Parent { get; private set; }

    /// <summary>Grows with every resource: what was created later has the greater number.</summary>
    internal int Order { get; } = Interlocked.Increment(ref s_created);

    public string GetResourceType() => _type;

    public string GetResourceName() => _name;

    internal IReadOnlyList<Resource> Children
    {
        get
        {
            lock (_children)
            {
                return [.. _children];
            }
        }
    }

    /// <summary>The provider for a type or function token, if one was given to this resource or inherited.</summary>
    internal ProviderResource? GetProvider(string token) =>
        token.Split(':') is [var package, _, _] ? Providers.GetValueOrDefault(package) : null;

    private void AddChild(Resource child)
    {
        child.Parent = this;
        lock (_children)
        {
            _children.Add(child);
        }
    }

    private (ResourceArgs Args, ResourceOptions Options) Transform(ResourceArgs args, ResourceOptions options)
    {
        foreach (var transformation in _transformations)
        {
            if (transformation(new ResourceTransformationArgs(this, args, options)) is { } result)
            {
                if (result.Options.Parent != options.Parent)
                {
                    throw new ArgumentException(
                        "Transformations cannot currently be used to change the 'parent' of a resource.");
                }

                (args, options) = (result.Args, result.Options);
            }
        }

        return (args, options);
    }

    private static void RefuseTwoKindsOfProviders(ResourceOptions options)
    {
        if (options is ComponentResourceOptions { Provider: not null, Providers.Count: > 0 })
        {
            throw new ResourceException(
                "Do not supply both 'provider' and 'providers' options to a ComponentResource.", options.Parent);
        }
    }

    private ImmutableDictionary<string, ProviderResource> InheritProviders(ResourceOptions options, bool custom)
    {
        if (!custom)
        {
            var given = options.Provider is { } provider ? [provider] : (options as ComponentResourceOptions)?.Providers ?? [];
            return Providers.SetItems(given.Select(item => KeyValuePair.Create(item.Package, item)));
        }

        if (options.Provider is null)
        {
            options.Provider = options.Parent?.GetProvider(_type);
            return Providers;
        }

        // Children inherit it under this type's package, which a provider's own package need not be.
        return _type.Split(':') is [var package, _, _] ? Providers.SetItem(package, options.Provider) : Providers;
    }
}
