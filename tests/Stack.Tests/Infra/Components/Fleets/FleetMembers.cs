using System.Collections.Immutable;
using System.Reflection;
using Dockerland.Infra.Components;

namespace Dockerland.Tests.Infra.Components.Fleets;

/// <summary>Every member of <see cref="FleetArgs"/> that a value is set at, by its path: those of the records inside, of lists and of dictionaries too.</summary>
internal static class FleetMembers
{
    public static IEnumerable<string> All { get; } = [.. Leaves("", typeof(FleetArgs))];

    /// <summary>The members that hold records and may be left out or be empty: none of their leaves shows that.</summary>
    public static IEnumerable<string> Optional { get; } = [.. Optionals("", typeof(FleetArgs))];

    private static IEnumerable<string> Leaves(string path, Type type) => Properties(type).SelectMany(property =>
    {
        var here = path + property.Name;
        return RecordIn(property.PropertyType) is { } record ? Leaves($"{here}.", record) : [here];
    });

    private static IEnumerable<string> Optionals(string path, Type type) => Properties(type).SelectMany(property =>
    {
        if (RecordIn(property.PropertyType) is not { } record) return [];
        var here = path + property.Name;
        var inner = Optionals($"{here}.", record);
        return IsOptional(property) ? inner.Prepend(here) : inner;
    });

    private static IEnumerable<PropertyInfo> Properties(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.GetIndexParameters().Length is 0 && property.CanWrite);

    private static Type? RecordIn(Type type)
    {
        if (type.IsGenericType && (type.GetGenericTypeDefinition() == typeof(ImmutableArray<>) || type.GetGenericTypeDefinition() == typeof(ImmutableSortedDictionary<,>)))
            return RecordIn(type.GetGenericArguments()[^1]);
        return type is { IsClass: true, Namespace: "Dockerland.Infra.Settings" or "Dockerland.Infra.Components" } ? type : null;
    }

    private static bool IsOptional(PropertyInfo property) =>
        property.PropertyType.IsGenericType || new NullabilityInfoContext().Create(property).WriteState is NullabilityState.Nullable;
}
