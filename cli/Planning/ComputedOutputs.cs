using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using Pulumi;

namespace Dockerland.Cli.Planning;

/// <summary>What a provider would compute, learnt from the classes of its SDK and answered with placeholders.</summary>
internal sealed class ComputedOutputs(Placeholders placeholders)
{
    // Programs take the first few of a list, such as a region's availability zones.
    private const int ListLength = 3;

    private static readonly ConcurrentDictionary<Type, ImmutableArray<Computed>> OutputsOfResources = new();

    private enum Kind
    {
        Text,
        Number,
        Texts,
    }

    private sealed record Computed(string Name, Kind Kind);

    /// <summary>Every output that the inputs don't give; one that a provider may leave empty stays unknown.</summary>
    public IEnumerable<KeyValuePair<string, object>> OfResource(Type resource, string name, IReadOnlyDictionary<string, object> inputs) =>
        Answers(OutputsOfResources.GetOrAdd(resource, FindOutputs), name, inputs);

    /// <summary>A function's answer: its arguments, and placeholders that name the function and what it was asked.</summary>
    public IEnumerable<KeyValuePair<string, object>> OfFunction(string token, IReadOnlyDictionary<string, object> arguments)
    {
        var texts = arguments.Where(argument => argument.Value is string).OrderBy(argument => argument.Key, StringComparer.Ordinal);
        var asked = string.Join(',', texts.Select(argument => argument.Value));
        var function = token.Split(':')[^1];
        var results = FunctionResults.Find(token)?.GetConstructors(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public)
            .FirstOrDefault(constructor => constructor.IsDefined(typeof(OutputConstructorAttribute)))?.GetParameters() ?? [];
        return Answers(
            results.SelectMany(result => Describe(WireName(result), result.ParameterType, new NullabilityInfoContext().Create(result))),
            asked.Length == 0 ? function : $"{function}({asked})",
            arguments);
    }

    /// <summary>The outputs that a resource of the class always has.</summary>
    public static IEnumerable<string> NamesOf(Type resource) => OutputsOfResources.GetOrAdd(resource, FindOutputs).Select(output => output.Name);

    private IEnumerable<KeyValuePair<string, object>> Answers(IEnumerable<Computed> outputs, string name, IReadOnlyDictionary<string, object> given) =>
        outputs.Where(output => !given.ContainsKey(output.Name)).Select(output => KeyValuePair.Create(output.Name, Answer(name, output)));

    private object Answer(string name, Computed output) => output.Kind switch
    {
        Kind.Text => placeholders.TextOf(name, output.Name),
        Kind.Number => placeholders.Number(name, output.Name),
        _ => Enumerable.Range(0, ListLength).Select(index => Placeholders.Text(name, $"{output.Name}[{index}]")).ToArray(),
    };

    private static ImmutableArray<Computed> FindOutputs(Type resource)
    {
        var nullability = new NullabilityInfoContext();
        return
        [
            .. resource.GetProperties()
                .Where(property => property.PropertyType.IsGenericType && property.PropertyType.GetGenericTypeDefinition() == typeof(Output<>))
                .Where(property => property.Name is not (nameof(CustomResource.Urn) or nameof(CustomResource.Id)))
                .SelectMany(property => property.GetCustomAttribute<OutputAttribute>() is { } output
                    ? Describe(output.Name ?? property.Name, property.PropertyType.GetGenericArguments()[0], nullability.Create(property).GenericTypeArguments[0])
                    : []),
        ];
    }

    private static IEnumerable<Computed> Describe(string name, Type type, NullabilityInfo nullability) => nullability.ReadState == NullabilityState.Nullable
        ? []
        : type switch
        {
            _ when type == typeof(string) => [new(name, Kind.Text)],
            _ when type == typeof(int) || type == typeof(double) => [new(name, Kind.Number)],
            _ when type == typeof(ImmutableArray<string>) => [new(name, Kind.Texts)],
            _ => [],
        };

    private static string WireName(ParameterInfo parameter) =>
        parameter.GetCustomAttribute<OutputConstructorParameterAttribute>()?.Name ?? parameter.Name!;
}
