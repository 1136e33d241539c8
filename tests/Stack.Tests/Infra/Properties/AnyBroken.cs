using System.Text.Json.Nodes;
using Dockerland.Cli.Documentation;
using Dockerland.Infra.Settings;
using FsCheck;
using FsCheck.Fluent;

namespace Dockerland.Tests.Infra.Properties;

/// <summary>A configuration in which one setting is wrong.</summary>
/// <param name="Key">The key of that setting, as messages have it.</param>
internal sealed record Broken(Configuration Configuration, string Key);

/// <summary>Any right configuration, with any one of all the settings made wrong.</summary>
internal static class AnyBroken
{
    private const string Unknown = "bogus";

    /// <summary>No setting of one line takes it.</summary>
    private const string ControlCharacter = "\u0007";

    public static Arbitrary<Broken> Arbitrary { get; } = Arb.From(
        from configuration in AnyStack.Arbitrary.Generator
        from place in Gen.Elements(Places(configuration).ToArray())
        select Break(configuration, place));

    private static IEnumerable<Place> Places(Configuration configuration) =>
        Places(typeof(StackSettings), configuration.Parse(), $"{SettingsReader.Project}:", $"{SettingsReader.Project}:")
            .Where(place => place.Name is not ("dockerland:region" or "dockerland:defaultTags" or "dockerland:warnings"));

    /// <summary>Every key of an object of a type and of all that is below it, with a value that is wrong for it.</summary>
    private static IEnumerable<Place> Places(Type type, JsonObject holder, string prefix, string namePrefix) => SettingKinds.KeysOf(type)
        .SelectMany(property =>
        {
            var (name, key) = (namePrefix + SettingKinds.KeyOf(property), prefix + SettingKinds.KeyOf(property));
            return Below(property.PropertyType, holder[name], key).Prepend(new(holder.GetPath(), name, key, WrongFor(property.PropertyType)));
        })
        .Append(new(holder.GetPath(), namePrefix + Unknown, prefix + Unknown, "x"));

    private static IEnumerable<Place> Below(Type type, JsonNode? value, string key) => value switch
    {
        JsonObject map when SettingKinds.IsMap(type) => map.SelectMany(entry => Below(type.GenericTypeArguments[1], entry.Value, $"{key}.{entry.Key}")),
        JsonArray list when SettingKinds.IsList(type) => list.SelectMany((item, index) => Below(type.GenericTypeArguments[0], item, $"{key}[{index}]")),
        JsonObject holder => Places(type, holder, $"{key}.", ""),
        _ => [],
    };

    private static string WrongFor(Type type) =>
        type == typeof(bool) ? "maybe"
        : type == typeof(string) || type == typeof(Secret) ? ControlCharacter
        : "many";

    private static Broken Break(Configuration configuration, Place place)
    {
        var root = configuration.Parse();
        Smaller.All(root).OfType<JsonObject>().First(holder => holder.GetPath() == place.Path)[place.Name] = place.Value;
        return new(new(root.ToJsonString()), place.Key);
    }

    /// <param name="Path">Of the object that the key is in.</param>
    /// <param name="Name">Of the key in it.</param>
    /// <param name="Key">As messages have it.</param>
    /// <param name="Value">What is wrong for it.</param>
    private sealed record Place(string Path, string Name, string Key, string Value);
}
