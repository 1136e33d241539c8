using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using Google.Protobuf.WellKnownTypes;
using Type = System.Type;

namespace Pulumi.Serialization;

/// <summary>One output property of a resource, to be given its value by the engine's answer.</summary>
internal interface IOutputSource
{
    void SetValue(Action<string> warn, string context, Value value, ImmutableHashSet<Resource> dependencies);

    void SetText(string value, bool isKnown);

    void TrySetDefault(bool isKnown);

    void TrySetException(Exception exception);

    void TrySetCanceled();
}

internal sealed class OutputSource<T> : IOutputSource
{
    // User code blocks inside Apply now and then, so its continuations never run on the completing thread.
    private readonly TaskCompletionSource<OutputData<T>> _source = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ImmutableHashSet<Resource> _self;

    public OutputSource(Resource resource)
    {
        _self = resource.Self;
        // The deployment waits for the resource's registration, which resolves all of its outputs.
        Output = Output<T>.Untracked(_source.Task);
    }

    public Output<T> Output { get; }

    public void SetValue(Action<string> warn, string context, Value value, ImmutableHashSet<Resource> dependencies)
    {
        var data = Converter.Convert<T>(warn, context, value);
        var resources = data.Resources.IsEmpty && dependencies.IsEmpty ? _self : _self.Union(data.Resources).Union(dependencies);
        _source.TrySetResult(new(resources, data.Value, data.IsKnown, data.IsSecret));
    }

    public void SetText(string value, bool isKnown) => _source.TrySetResult(new(_self, (T)(object)value, isKnown, false));

    public void TrySetDefault(bool isKnown) => _source.TrySetResult(new(_self, default!, isKnown, false));

    public void TrySetException(Exception exception) => _source.TrySetException(exception);

    public void TrySetCanceled() => _source.TrySetCanceled();
}

/// <summary>The output properties of a resource class.</summary>
internal sealed class OutputProperties
{
    private static readonly ConcurrentDictionary<(Type Type, bool All), OutputProperties> Cache = new();

    private readonly List<(string Name, Func<Resource, IOutputSource> Create)> _properties;

    private OutputProperties(Type type, bool all) => _properties = [.. Find(type, all).Select(property => (property.Name, Factory(property.Property)))];

    /// <summary>
    /// Gives every output property of the resource an unresolved output.
    /// </summary>
    /// <param name="resource">the resource under construction</param>
    /// <param name="all">
    /// false for local components, whose own outputs belong to the program: only the URN is the engine's then
    /// </param>
    public static IReadOnlyDictionary<string, IOutputSource> Initialize(Resource resource, bool all)
    {
        var properties = Cache.GetOrAdd((resource.GetType(), all), static key => new OutputProperties(key.Type, key.All));
        var sources = new Dictionary<string, IOutputSource>(properties._properties.Count);
        foreach (var (name, create) in properties._properties)
        {
            sources[name] = create(resource);
        }

        return sources;
    }

    /// <summary>The [Output] properties by their names on the wire.</summary>
    public static IEnumerable<(string Name, PropertyInfo Property)> Find(Type type, bool all) =>
        from property in type.GetProperties(BindingFlags.Instance | BindingFlags.Public)
        let attribute = property.GetCustomAttribute<OutputAttribute>()
        where attribute is not null && (all || property.DeclaringType == typeof(Resource))
        select (attribute.Name ?? property.Name, property);

    private static Func<Resource, IOutputSource> Factory(PropertyInfo property)
    {
        var name = $"[Output] {property.DeclaringType!.FullName}.{property.Name}";
        if (!property.PropertyType.IsGenericType || property.PropertyType.GetGenericTypeDefinition() != typeof(Output<>))
        {
            throw new InvalidOperationException($"{name} was not an Output<T>");
        }

        // The setter is often private, and reflection shows a private one on the declaring type only.
        var setter = property.DeclaringType.GetProperty(property.Name)!.GetSetMethod(nonPublic: true)
            ?? throw new InvalidOperationException($"{name} did not have a 'set' method");
        var valueType = property.PropertyType.GetGenericArguments()[0];
        TypeChecker.Check(name, valueType);
        var create = typeof(OutputProperties).GetMethod(nameof(Create), BindingFlags.NonPublic | BindingFlags.Static)!;
        return create.MakeGenericMethod(valueType).CreateDelegate<Func<MethodInfo, Func<Resource, IOutputSource>>>()(setter);
    }

    private static Func<Resource, IOutputSource> Create<T>(MethodInfo setter) => resource =>
    {
        var source = new OutputSource<T>(resource);
        setter.Invoke(resource, [source.Output]);
        return source;
    };
}
