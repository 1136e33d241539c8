using System.Reflection;
using Dockerland.Tests.Sdks.Pulumi.Fakes;
using Pulumi;

namespace Dockerland.Tests.Sdks.Pulumi.Resources;

public sealed class ResourceOptionsTests
{
    public static IEnumerable<object[]> Properties =>
        from type in new[] { typeof(CustomResourceOptions), typeof(ComponentResourceOptions) }
        from property in type.GetProperties()
        select new object[] { type, property.Name };

    [Theory]
    [MemberData(nameof(Properties))]
    public async Task Every_Option_Survives_A_Merge_From_Either_Side(Type type, string property)
    {
        object? expected = null, alone = null, left = null, right = null, copy = null;
        (await Run.UpdateAsync(async () =>
        {
            var options = Options.With(type, property);
            expected = await Options.ReadAsync(options, property);
            alone = await Options.ReadAsync(Options.Merge(type, options, null), property);
            left = await Options.ReadAsync(Options.Merge(type, options, Options.Empty(type)), property);
            right = await Options.ReadAsync(Options.Merge(type, Options.Empty(type), options), property);
            copy = await Options.ReadAsync(options.Copy(), property);
        })).Succeeded();

        Assert.NotNull(expected);
        Assert.Equal(expected, alone);
        Assert.Equal(expected, left);
        Assert.Equal(expected, right);
        Assert.Equal(expected, copy);
    }

    [Theory]
    [MemberData(nameof(Properties))]
    public async Task A_Merge_Never_Changes_What_It_Was_Given(Type type, string property)
    {
        object? before = null, after = null, empty = null, stillEmpty = null;
        (await Run.UpdateAsync(async () =>
        {
            var (first, second) = (Options.With(type, property), Options.Empty(type));
            before = await Options.ReadAsync(first, property);
            empty = await Options.ReadAsync(second, property);
            Options.Merge(type, second, Options.Merge(type, first, first));
            after = await Options.ReadAsync(first, property);
            stillEmpty = await Options.ReadAsync(second, property);
        })).Succeeded();

        Assert.Equal(before, after);
        Assert.Equal(empty, stillEmpty);
    }

    [Fact]
    public void Of_Single_Values_The_Second_Counts()
    {
        var merged = CustomResourceOptions.Merge(
            new() { Version = "1", Protect = true, ImportId = "a" }, new() { Version = "2", Protect = false });

        Assert.Equal(("2", false, "a"), (merged.Version, merged.Protect, merged.ImportId));
    }

    [Fact]
    public void Lists_Are_Joined_In_Order()
    {
        var merged = CustomResourceOptions.Merge(
            new() { IgnoreChanges = { "a" }, AdditionalSecretOutputs = { "x" } },
            new() { IgnoreChanges = { "b" }, AdditionalSecretOutputs = { "y" } });

        Assert.Equal(["a", "b"], merged.IgnoreChanges);
        Assert.Equal(["x", "y"], merged.AdditionalSecretOutputs);
    }

    [Fact]
    public async Task Of_Each_Packages_Providers_The_Last_Counts()
    {
        List<string> names = [];
        (await Run.UpdateAsync(() =>
        {
            var (a, b, c) = (new ThingProvider("a", package: "a"), new ThingProvider("b", package: "b"), new ThingProvider("a2", package: "a"));
            var merged = ComponentResourceOptions.Merge(new() { Providers = { a, b } }, new() { Providers = { c } });
            names = [.. merged.Providers.Select(provider => provider.GetResourceName())];
        })).Succeeded();

        Assert.Equal(["a2", "b"], names.Order());
    }

    [Fact]
    public void Nothing_Merges_To_Nothing()
    {
        Assert.Null(CustomResourceOptions.Merge(null, null).Version);
        Assert.Empty(ComponentResourceOptions.Merge(null, null).Providers);
    }
}

/// <summary>Options with a value in any one property, whatever its type: a new property needs no new test.</summary>
file static class Options
{
    public static ResourceOptions Empty(Type type) => (ResourceOptions)Activator.CreateInstance(type)!;

    public static ResourceOptions With(Type type, string property)
    {
        var options = Empty(type);
        var info = type.GetProperty(property)!;
        info.SetValue(options, Sample(info.PropertyType));
        return options;
    }

    public static ResourceOptions Merge(Type type, ResourceOptions? first, ResourceOptions? second) =>
        (ResourceOptions)type.GetMethod("Merge", BindingFlags.Public | BindingFlags.Static)!.Invoke(null, [first, second])!;

    /// <summary>The property's value in a form that compares by content.</summary>
    public static async Task<object?> ReadAsync(ResourceOptions options, string property) =>
        options.GetType().GetProperty(property)!.GetValue(options) switch
        {
            InputList<Resource> list => string.Join(", ", (await list.ValueAsync()).Select(resource => resource.GetResourceName())),
            Input<string> text => await text.ValueAsync(),
            Input<object> any => await any.ValueAsync(),
            CustomTimeouts timeouts => timeouts.ToWire().ToString(),
            Dictionary<string, string> map => string.Join(", ", map.Select(entry => $"{entry.Key}={entry.Value}")),
            IEnumerable<string> texts => string.Join(", ", texts),
            IEnumerable<ProviderResource> providers => string.Join(", ", providers.Select(provider => provider.GetResourceName())),
            IEnumerable<Input<Alias>> aliases => string.Join(", ", aliases.Select(alias => alias.GetHashCode())),
            IEnumerable<ResourceTransformation> transformations => string.Join(", ", transformations.Select(item => item.GetHashCode())),
            var value => value,
        };

    private static object Sample(Type type) => s_samples.TryGetValue(type, out var sample)
        ? sample()
        : throw new NotSupportedException($"Give a sample of {type} here.");

    private static readonly Dictionary<Type, Func<object>> s_samples = new()
    {
        [typeof(string)] = () => "text",
        [typeof(bool?)] = () => true,
        [typeof(Input<string>)] = () => (Input<string>)"text",
        [typeof(Input<object>)] = () => (Input<object>)Output.Create<object>("text"),
        [typeof(Resource)] = () => new Thing("sample"),
        [typeof(InputList<Resource>)] = () => new InputList<Resource> { new Thing("sample") },
        [typeof(ProviderResource)] = () => new ThingProvider("sample"),
        [typeof(List<ProviderResource>)] = () => new List<ProviderResource> { new ThingProvider("sample") },
        [typeof(List<string>)] = () => new List<string> { "text" },
        [typeof(Dictionary<string, string>)] = () => new Dictionary<string, string> { ["a"] = "b" },
        [typeof(CustomTimeouts)] = () => new CustomTimeouts { Create = TimeSpan.FromSeconds(1) },
        [typeof(List<ResourceTransformation>)] = () => new List<ResourceTransformation> { args => null },
        [typeof(List<Input<Alias>>)] = () => new List<Input<Alias>> { new Alias() },
    };
}
