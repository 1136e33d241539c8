using System.Collections.Immutable;
using System.Reflection;
using Dockerland.Cli.Planning;
using Dockerland.Infra;
using Dockerland.Infra.Settings;
using Dockerland.Tests.EndToEnd.Stacks;
using Dockerland.Tests.Stack.Repository;
using YamlDotNet.RepresentationModel;

namespace Dockerland.Tests.Infra.Settings;

/// <summary>The stacks that run on the real engine and with the real provider's planning, to see that these take every option.</summary>
public sealed class FullStackTests
{
    private const string Own = "tests/EndToEnd.Tests/Stacks/Pulumi";

    /// <summary>What only a cloud answers, so that the runs in moto set it themselves: an import, the newest image of a name, and a second way to find a zone.</summary>
    private static readonly string[] InMoto = ["HostImageSettings.filter", "HostImageSettings.owner", "StackSettings.zoneId", "StackSettings.zoneImport"];

    [Fact]
    public void Together_They_Set_Every_Option() =>
        Assert.Equal(InMoto, Unset(["Pulumi.dev.yaml", "Pulumi.prod.yaml", $"{Own}.full.yaml", $"{Own}.existing.yaml"]));

    [Fact]
    public void An_Option_That_None_Sets_Is_Found() =>
        Assert.Contains("WarmPoolSettings.state", Unset(["Pulumi.dev.yaml", "Pulumi.prod.yaml", $"{Own}.existing.yaml"]));

    [Fact]
    public void What_They_Warn_Of_Is_Set_To_Be_Tried() => Assert.Equal(
        ["dockerland:fleets.pool.healthCheck.type", "dockerland:fleets.pool.schedules.morning", "dockerland:fleets.pool.schedules.night"],
        Warnings($"{Own}.full.yaml").Select(warning => warning.Split(' ')[0]));

    private static ImmutableArray<string> Warnings(string file)
    {
        var configuration = StackFiles.Parse("full", TrackedFiles.Read("Pulumi.yaml"), TrackedFiles.Read(file));
        return StackInputs.Read(new(configuration.Values, configuration.SecretKeys), Support.Repository.Root, MissingSecrets.Show).Settings.Warnings;
    }

    private static IEnumerable<string> Unset(string[] files)
    {
        var set = new Dictionary<Type, HashSet<string>>();
        foreach (var file in files) Walk(typeof(StackSettings), Settings(file), set);
        Add(set, typeof(StackSettings), PlantedSecrets.Keys);
        return Types(typeof(StackSettings)).Distinct()
            .SelectMany(type => Keys(type).Except(set.GetValueOrDefault(type, [])).Select(key => $"{type.Name}.{key}"))
            .Order(StringComparer.Ordinal);
    }

    private static YamlMappingNode Settings(string file)
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(TrackedFiles.Read(file)));
        var config = (YamlMappingNode)yaml.Documents[0].RootNode["config"];
        return new(config.Children.Where(entry => $"{entry.Key}".StartsWith($"{SettingsReader.Project}:", StringComparison.Ordinal))
            .Select(entry => KeyValuePair.Create<YamlNode, YamlNode>($"{entry.Key}"[(SettingsReader.Project.Length + 1)..], entry.Value)));
    }

    // Notes of each record of settings which members the YAML has, and of those that are records themselves the same.
    private static void Walk(Type type, YamlNode node, Dictionary<Type, HashSet<string>> set)
    {
        if (node is not YamlMappingNode mapping) return;

        Add(set, type, mapping.Children.Keys.Select(key => $"{key}"));
        foreach (var property in Members(type))
            if (Workflow.Find(mapping, SettingKeys.Key(property.Name)) is { } value && Inner(property.PropertyType) is { } inner)
                foreach (var each in inner == property.PropertyType ? [value] : value is YamlMappingNode map ? map.Children.Values : (value as YamlSequenceNode)?.Children ?? [])
                    Walk(inner, each, set);
    }

    private static IEnumerable<Type> Types(Type type) => Members(type).Select(member => Inner(member.PropertyType)).OfType<Type>().SelectMany(Types).Prepend(type);

    private static IEnumerable<string> Keys(Type type) => type == typeof(StackSettings) ? SettingKeys.Stack : Members(type).Select(property => SettingKeys.Key(property.Name));

    private static IEnumerable<PropertyInfo> Members(Type type) => type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite);

    // The record of settings that a member is, or holds; a mapping of ports is one text.
    private static Type? Inner(Type type) => type.IsGenericType ? Inner(type.GetGenericArguments()[^1])
        : type.Namespace == typeof(StackSettings).Namespace && type != typeof(Secret) && type != typeof(PortMapping) ? type : null;

    private static void Add(Dictionary<Type, HashSet<string>> set, Type type, IEnumerable<string> keys)
    {
        if (!set.TryGetValue(type, out var known)) set[type] = known = [];
        known.UnionWith(keys);
    }
}
