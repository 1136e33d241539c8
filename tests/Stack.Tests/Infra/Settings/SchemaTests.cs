using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Dockerland.Infra.Settings;
using YamlDotNet.Serialization;

namespace Dockerland.Tests.Infra.Settings;

/// <summary>Pulumi.yaml's schema and the settings record say the same, each of the other.</summary>
public sealed class SchemaTests
{
    private static readonly string[] NotConfigured = [nameof(StackSettings.Region), nameof(StackSettings.DefaultTags), nameof(StackSettings.Warnings)];

    private static readonly PropertyInfo[] Properties =
        [.. typeof(StackSettings).GetProperties().Where(property => !NotConfigured.Contains(property.Name))];

    [Fact]
    public void Every_Key_Of_The_Schema_Is_A_Setting_And_Every_Setting_A_Key() =>
        Assert.Equal(Properties.Select(KeyOf).Order(), Schema().Keys.Order());

    [Fact]
    public void The_Reader_Knows_The_Same_Keys() =>
        Assert.Equal(Properties.Select(KeyOf).Order(), SettingKeys.Stack.Order());

    [Fact]
    public void Types_Agree() => Assert.Equal(
        Properties.ToDictionary(KeyOf, TypeOf),
        Schema().ToDictionary(key => key.Key, key => key.Value.Type));

    [Fact]
    public void Defaults_Agree() => Assert.Equal(
        Properties.ToDictionary(KeyOf, DefaultOf),
        Schema().ToDictionary(key => key.Key, key => key.Value.Default is { } value ? JsonSerializer.Serialize(value) : null));

    [Fact]
    public void Every_Key_Is_Described() =>
        Assert.DoesNotContain(Schema().Values, key => string.IsNullOrWhiteSpace(key.Description));

    [Fact]
    public void The_Secrets_Are_Those_That_Are_Read_As_Such() => Assert.Equal(
        Properties.Where(property => property.PropertyType == typeof(Secret)).Select(KeyOf).Order(),
        SettingKeys.Secrets.Order());

    private static string KeyOf(PropertyInfo property) => SettingKeys.Key(property.Name);

    private static string TypeOf(PropertyInfo property) => property.PropertyType switch
    {
        var type when type == typeof(string) || type == typeof(Secret) => "string",
        var type when type == typeof(bool) => "boolean",
        var type when type == typeof(int) => "integer",
        { Name: "ImmutableArray`1" } => "array",
        _ => "object",
    };

    private static string? DefaultOf(PropertyInfo property)
    {
        if (property.GetCustomAttribute<RequiredMemberAttribute>() is not null) return null;

        var defaults = new StackSettings { Region = "", Zone = "", Environment = "", Fleets = ImmutableSortedDictionary<string, FleetSettings>.Empty };
        return property.GetValue(defaults) switch
        {
            // What is found out in the end, or is only there when it is set.
            null or HostImageSettings or RancherSettings => TypeOf(property) is "object" ? "{}" : JsonSerializer.Serialize(""),
            int number => JsonSerializer.Serialize($"{number}"),
            bool flag => JsonSerializer.Serialize(flag ? "true" : "false"),
            var value => JsonSerializer.Serialize(value),
        };
    }

    private static Dictionary<string, SchemaKey> Schema() => new DeserializerBuilder()
        .IgnoreUnmatchedProperties()
        .Build()
        .Deserialize<Project>(File.ReadAllText(Path.Combine(Support.Repository.Root, "Pulumi.yaml"))).Config;

    private sealed class Project
    {
        [YamlMember(Alias = "config", ApplyNamingConventions = false)]
        public Dictionary<string, SchemaKey> Config { get; set; } = [];
    }

    private sealed class SchemaKey
    {
        [YamlMember(Alias = "type", ApplyNamingConventions = false)]
        public string Type { get; set; } = "";

        [YamlMember(Alias = "description", ApplyNamingConventions = false)]
        public string Description { get; set; } = "";

        [YamlMember(Alias = "default", ApplyNamingConventions = false)]
        public object? Default { get; set; }
    }
}
