using System.Collections.Frozen;
using System.Reflection;
using Pulumi.Aws.AutoScaling;

namespace Dockerland.Infra.Components;

/// <summary>A group's metrics by their names; the provider's package has them as an enumeration that reads none.</summary>
internal static class FleetMetrics
{
    private static readonly FrozenDictionary<string, Metric> Known = typeof(Metric)
        .GetProperties(BindingFlags.Public | BindingFlags.Static)
        .Where(property => property.PropertyType == typeof(Metric))
        .Select(property => (Metric)property.GetValue(null)!)
        .ToFrozenDictionary(metric => (string)metric);

    public static IEnumerable<string> Names => Known.Keys.Order(StringComparer.Ordinal);

    public static Metric Find(string name) => Known.TryGetValue(name, out var metric)
        ? metric
        : throw new ArgumentException($"'{name}' is no metric of a group; there are {string.Join(", ", Names)}.", nameof(name));
}
