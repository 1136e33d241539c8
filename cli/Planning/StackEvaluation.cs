using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Pulumi;
using Pulumi.Utilities;

namespace Dockerland.Cli.Planning;

/// <summary>Runs a stack in the test host, as a preview, and writes down what it declares.</summary>
internal sealed class StackEvaluation
{
    private readonly StackRecorder _recorder;
    private readonly PlanValues _values;

    public StackEvaluation(Repository repository, Placeholders? placeholders = null)
    {
        placeholders ??= new();
        _recorder = new(placeholders);
        _values = new(placeholders, new(repository.PathOf("infra")), repository);
    }

    /// <summary>What the last run declared, in that order.</summary>
    public IReadOnlyCollection<Declaration> Declarations => _recorder.Declarations;

    /// <inheritdoc cref="RecordAsync"/>
    public async Task<Plan> RunAsync<TStack>(string project, string stack, Func<StackOptions, TStack> create)
        where TStack : Pulumi.Stack
    {
        await RecordAsync(project, stack, create);
        var resources = new List<PlannedResource>();
        var places = ResourceTree.Arrange(Declarations, project, stack).ToArray();
        var urns = places.ToDictionary(place => place.Declaration.Resource, place => place.Urn);
        foreach (var place in places)
            resources.Add(await DescribeAsync(place, urns));
        return new(project, stack, [.. resources], await OutputsAsync());
    }

    /// <param name="create">Makes the stack; it must hand the options on to its base.</param>
    public async Task RecordAsync<TStack>(string project, string stack, Func<StackOptions, TStack> create)
        where TStack : Pulumi.Stack
    {
        var options = new StackOptions { ResourceTransformations = { _recorder.Record } };
        try
        {
            await Deployment.TestWithServiceProviderAsync<TStack>(
                _recorder,
                new Factory(() => create(options)),
                new() { ProjectName = project, StackName = stack, IsPreview = true });
        }
        catch (Exception error) when (error is RunException or AggregateException)
        {
            throw new CliException(Explain(error), error);
        }
    }

    /// <summary>A declaration's inputs as they are shown.</summary>
    public async Task<ImmutableSortedDictionary<string, JsonNode?>> InputsAsync(Declaration declaration) =>
        Inputs(declaration, await InputState.OfAsync(declaration.Args));

    private ImmutableSortedDictionary<string, JsonNode?> Inputs(Declaration declaration, InputState state)
    {
        var inputs = _recorder.InputsOf(declaration)
            .Select(input => KeyValuePair.Create(input.Key, _values.Show(input.Value, state, InputPath.Root.To(input.Key))))
            .ToImmutableSortedDictionary(StringComparer.Ordinal);
        foreach (var unknown in state.Unknown.Where(name => !inputs.ContainsKey(name)))
            inputs = inputs.Add(unknown, PlanValues.Unknown);
        return inputs;
    }

    private async Task<PlannedResource> DescribeAsync(ResourcePlace place, IReadOnlyDictionary<Resource, string> urns)
    {
        var declaration = place.Declaration;
        var state = await InputState.OfAsync(declaration.Args);
        return new(
            place.Urn,
            place.Parent,
            place.Depth,
            declaration.Type,
            declaration.Name,
            declaration.Resource is CustomResource,
            Inputs(declaration, state),
            await declaration.ShownOptionsAsync(urns, place.IsProtected))
        {
            Dependencies = declaration.Resource is CustomResource ? Dependencies(state, urns) : ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty,
        };
    }

    private static ImmutableSortedDictionary<string, ImmutableArray<string>> Dependencies(InputState state, IReadOnlyDictionary<Resource, string> urns) =>
        state.Dependencies.ToImmutableSortedDictionary(
            input => input.Key,
            input => input.Value.Select(resource => urns[resource]).Order(StringComparer.Ordinal).ToImmutableArray(),
            StringComparer.Ordinal);

    private async Task<ImmutableSortedDictionary<string, JsonNode?>> OutputsAsync()
    {
        var shown = ImmutableSortedDictionary.CreateBuilder<string, JsonNode?>(StringComparer.Ordinal);
        foreach (var (name, output) in _recorder.StackOutputs)
        {
            var state = await InputState.OfAsync(output);
            shown[name] = state.IsSecret(InputPath.Root) ? PlanValues.Secret
                : state.Unknown.Count > 0 ? PlanValues.Unknown
                : _values.Show(await OutputUtilities.GetValueAsync(output), state, InputPath.Root);
        }
        return shown.ToImmutable();
    }

    // The test host's messages carry the stack trace of what the program threw.
    private static string Explain(Exception error)
    {
        var message = error is AggregateException { InnerExceptions: var several }
            ? string.Join('\n', several.Select(one => one.Message))
            : error.Message;
        return string.Join('\n', message.Split('\n').Where(line => !line.TrimStart().StartsWith("at ", StringComparison.Ordinal))).Trim();
    }

    private sealed class Factory(Func<object> create) : IServiceProvider
    {
        public object GetService(Type serviceType) => create();
    }
}
