using System.Collections.Concurrent;
using System.Reflection;

namespace Pulumi.Serialization;

/// <summary>Finds the class of a resource that came over the wire as a reference.</summary>
internal static class ResourcePackages
{
    private static readonly ConcurrentDictionary<Assembly, ILookup<string, (Version? Version, Type Class)>> Packages = new();

    /// <summary>The resource as its class when one is loaded, else one that only knows its URN.</summary>
    public static Resource Reference(string urn, string? version)
    {
        var type = Urn.TypeOf(urn);
        return Find(type, ParseVersion(version)) is { } found ? Construct(found, Urn.NameOf(urn), urn) : new DependencyResource(urn);
    }

    /// <summary>The class of the same major version, the highest of those at least as new as asked for.</summary>
    private static Type? Find(string type, Version? version) => AppDomain.CurrentDomain.GetAssemblies()
        .Where(assembly => !assembly.IsDynamic)
        .SelectMany(assembly => Packages.GetOrAdd(assembly, static key => Scan(key))[type])
        .Where(found => version is null || found.Version is null
            || (found.Version.Major == version.Major && found.Version >= version))
        .OrderByDescending(found => found.Version)
        .Select(found => found.Class)
        .FirstOrDefault();

    private static bool ReferencesUs(Assembly assembly) =>
        Array.Exists(assembly.GetReferencedAssemblies(), name => name.Name == typeof(Resource).Assembly.GetName().Name);

    private static ILookup<string, (Version? Version, Type Class)> Scan(Assembly assembly) =>
        (ReferencesUs(assembly) ? assembly.GetTypes() : [])
        .Where(type => type.IsSubclassOf(typeof(Resource)))
        .Select(type => (Class: type, Attribute: type.GetCustomAttribute<ResourceTypeAttribute>()))
        .Where(found => found.Attribute is not null)
        .ToLookup(found => found.Attribute!.Type, found => (ParseVersion(found.Attribute!.Version), found.Class));

    private static Version? ParseVersion(string? version) =>
        Version.TryParse(version?.Split('-', '+')[0].TrimStart('v'), out var parsed) ? parsed : null;

    /// <summary>Generated classes have a constructor of name, args and options; with a URN it reads the resource's state.</summary>
    private static Resource Construct(Type type, string name, string urn)
    {
        var constructor = Array.Find(type.GetConstructors(), candidate => candidate.GetParameters().Length == 3)
            ?? throw new InvalidOperationException($"{type.FullName} has no constructor of name, args and options.");
        ResourceOptions options = type.IsSubclassOf(typeof(CustomResource))
            ? new CustomResourceOptions { Urn = urn }
            : new ComponentResourceOptions { Urn = urn };
        return (Resource)constructor.Invoke(BindingFlags.DoNotWrapExceptions, null, [name, null, options], null);
    }
}
