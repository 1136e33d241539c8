using System.Collections.Immutable;
using System.Reflection;
using Dockerland.Infra.Settings;

namespace Dockerland.Cli.Documentation;

/// <summary>What the settings records say about keys: their names, what they hold, and where objects of a kind stand.</summary>
internal static class SettingKinds
{
    private const string Suffix = "Settings";

    public static IEnumerable<PropertyInfo> KeysOf(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.SetMethod is not null);

    public static string KeyOf(PropertyInfo property) => SettingKeys.Key(property.Name);

    /// <summary>What the page calls objects of a type: <c>HostImageSettings</c> is a host image.</summary>
    public static string TitleOf(Type type)
    {
        var words = string.Concat(type.Name[..^Suffix.Length].Select(letter => char.IsUpper(letter) ? $" {char.ToLowerInvariant(letter)}" : $"{letter}")).Trim();
        return char.ToUpperInvariant(words[0]) + words[1..];
    }

    /// <summary>An object of a type of which nothing is set.</summary>
    public static object DefaultOf(Type type) => type == typeof(FleetSettings)
        ? new FleetSettings { Role = "NAME" }
        : Activator.CreateInstance(type) ?? throw new InvalidOperationException($"{type} has no constructor without arguments.");

    /// <summary>The kinds of objects with the places where they stand, in the order of these.</summary>
    public static IReadOnlyList<(Type Type, ImmutableArray<string> Paths)> Objects()
    {
        var places = Places(typeof(StackSettings), $"{SettingsReader.Project}:").ToArray();
        return [.. places.Select(place => place.Type).Distinct().Select(type => (type, places.Where(place => place.Type == type).Select(place => place.Path).ToImmutableArray()))];
    }

    /// <summary>What a key holds, in words.</summary>
    public static string Describe(Type type) => (type, Nullable.GetUnderlyingType(type)) switch
    {
        (_, { } inner) => Describe(inner),
        _ when type == typeof(string) => "text",
        _ when type == typeof(bool) => "true or false",
        _ when type == typeof(int) || type == typeof(double) => "number",
        _ when type == typeof(Secret) => "secret",
        _ when type == typeof(PortMapping) => "`HOST:CONTAINER[/udp]`",
        _ when IsList(type) => $"list: {Describe(type.GenericTypeArguments[0])}",
        _ when IsMap(type) => $"by name: {Describe(type.GenericTypeArguments[1])}",
        _ => $"[{TitleOf(type).ToLowerInvariant()}](#{TitleOf(type).ToLowerInvariant().Replace(' ', '-')})",
    };

    private static IEnumerable<(Type Type, string Path)> Places(Type owner, string prefix) =>
        from key in KeysOf(owner)
        let place = Place(key.PropertyType, prefix + KeyOf(key))
        where place is not null
        from found in Places(place.Value.Type, $"{place.Value.Path}.").Prepend(place.Value)
        select found;

    private static (Type Type, string Path)? Place(Type type, string path) =>
        IsList(type) ? Place(type.GenericTypeArguments[0], $"{path}[N]")
        : IsMap(type) ? Place(type.GenericTypeArguments[1], $"{path}.NAME")
        : type.Name.EndsWith(Suffix, StringComparison.Ordinal) ? (type, path)
        : null;

    public static bool IsList(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>);

    public static bool IsMap(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableSortedDictionary<,>);
}
