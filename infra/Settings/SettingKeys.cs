using System.Collections.Immutable;
using System.Reflection;

namespace Dockerland.Infra.Settings;

/// <summary>The keys of the configuration: each is the property of the same name of a settings record.</summary>
internal static class SettingKeys
{
    public static readonly string Fleets = Key(nameof(StackSettings.Fleets));
    public static readonly string RequireSecrets = Key(nameof(StackSettings.RequireSecrets));

    /// <summary>All of <c>dockerland:</c>.</summary>
    public static ImmutableArray<string> Stack { get; } = [.. Of<StackSettings>().Except(
        [Key(nameof(StackSettings.Region)), Key(nameof(StackSettings.DefaultTags)), Key(nameof(StackSettings.Warnings))])];

    /// <summary>Those that are kept encrypted.</summary>
    public static ImmutableArray<string> Secrets { get; } =
        [.. Properties<StackSettings>().Where(property => property.PropertyType == typeof(Secret)).Select(property => Key(property.Name))];

    /// <summary>The keys of an object that becomes a <typeparamref name="T"/>.</summary>
    public static ImmutableArray<string> Of<T>() => [.. Properties<T>().Select(property => Key(property.Name))];

    /// <summary>A fleet's full key, for messages.</summary>
    public static string OfFleet(string name) => $"{SettingsReader.Project}:{Fleets}.{name}";

    public static string Key(string property) => char.ToLowerInvariant(property[0]) + property[1..];

    private static IEnumerable<PropertyInfo> Properties<T>() =>
        typeof(T).GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.SetMethod is not null);
}
