using System.Text.Json.Nodes;
using Dockerland.Cli.Documentation;
using Dockerland.Infra.Settings;

namespace Dockerland.Tests.Infra.Properties;

/// <summary>Where settings can stand, as <c>dockerland:fleets.NAME.min</c>.</summary>
internal static class SettingPaths
{
    private const string Prefix = $"{SettingsReader.Project}:";

    /// <summary>Every key that the settings' records have.</summary>
    public static IEnumerable<string> All =>
    [
        .. SettingKeys.Stack.Select(key => Prefix + key),
        .. SettingKinds.Objects().SelectMany(kind => kind.Paths.SelectMany(path => SettingKinds.KeysOf(kind.Type).Select(key => $"{path}.{SettingKinds.KeyOf(key)}"))),
    ];

    /// <summary>Those that a configuration has.</summary>
    public static IEnumerable<string> In(Configuration configuration) => In(typeof(StackSettings), configuration.Parse(), Prefix, Prefix);

    private static IEnumerable<string> In(Type type, JsonObject holder, string prefix, string namePrefix) =>
        from property in SettingKinds.KeysOf(type)
        let key = SettingKinds.KeyOf(property)
        where holder.ContainsKey(namePrefix + key)
        from path in Below(property.PropertyType, holder[namePrefix + key], prefix + key).Prepend(prefix + key)
        select path;

    private static IEnumerable<string> Below(Type type, JsonNode? value, string path) => value switch
    {
        JsonObject map when SettingKinds.IsMap(type) => map.SelectMany(entry => Below(type.GenericTypeArguments[1], entry.Value, $"{path}.NAME")),
        JsonArray list when SettingKinds.IsList(type) => list.SelectMany(item => Below(type.GenericTypeArguments[0], item, $"{path}[N]")),
        JsonObject holder => In(type, holder, $"{path}.", ""),
        _ => [],
    };
}
