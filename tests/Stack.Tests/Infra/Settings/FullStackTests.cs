using System.Collections.Immutable;
using System.Reflection;
using Dockerland.Infra.Settings;
using Dockerland.Tests.Stack.Repository;
using YamlDotNet.RepresentationModel;

namespace Dockerland.Tests.Infra.Settings;

/// <summary>The stack that runs on the real engine and the real provider's planning to see that they take every option of a fleet.</summary>
public sealed class FullStackTests
{
    /// <summary>Nothing but a cloud can be asked for the newest image of a name; the run in moto sets these.</summary>
    private static readonly string[] Elsewhere = ["hostImage.owner", "hostImage.filter"];

    [Fact]
    public void It_Sets_Every_Option_Of_A_Fleet() => Assert.Equal(
        Elsewhere, Unset("", typeof(FleetSettings), [.. Fleets().Children.Values.OfType<YamlMappingNode>()]));

    private static YamlMappingNode Fleets()
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(TrackedFiles.Read("tests/EndToEnd.Tests/Stacks/Pulumi.full.yaml")));
        return (YamlMappingNode)yaml.Documents[0].RootNode["config"]["dockerland:fleets"];
    }

    /// <summary>The settings below a path that none of the objects there has.</summary>
    private static IEnumerable<string> Unset(string path, Type settings, ImmutableArray<YamlMappingNode> objects) => settings
        .GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(property => property.CanWrite)
        .SelectMany(property =>
        {
            var key = SettingKeys.Key(property.Name);
            ImmutableArray<YamlNode> values = [.. objects.Where(node => node.Children.ContainsKey(key)).Select(node => node[key])];
            if (values.IsEmpty) return [path + key];
            return property.PropertyType switch
            {
                { Namespace: "Dockerland.Infra.Settings" } type => Unset($"{path}{key}.", type, [.. values.OfType<YamlMappingNode>()]),
                { IsGenericType: true } type when type.GetGenericArguments()[^1] is { Namespace: "Dockerland.Infra.Settings" } item && type.GetGenericTypeDefinition() == typeof(ImmutableSortedDictionary<,>) =>
                    Unset($"{path}{key}.*.", item, [.. values.OfType<YamlMappingNode>().SelectMany(map => map.Children.Values).OfType<YamlMappingNode>()]),
                _ => [],
            };
        });
}
