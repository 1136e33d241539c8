using System.Collections.Concurrent;
using System.Collections.Immutable;
using Pulumi;
using Pulumi.Testing;

namespace Dockerland.Cli.Planning;

/// <summary>
/// The cloud of a plan: accepts everything, answers with placeholders, and remembers what was asked. Mocks are told neither
/// parents nor options, so these come from a transformation of the whole stack.
/// </summary>
internal sealed class StackRecorder(Placeholders placeholders) : IMocks
{
    private readonly ComputedOutputs _computed = new(placeholders);
    private readonly ConcurrentQueue<Declaration> _declarations = new();
    private readonly ConcurrentDictionary<(string Type, string Name), Declaration> _byName = new();
    private readonly ConcurrentDictionary<(string Type, string Name), ImmutableDictionary<string, object>> _inputs = new();

    public IReadOnlyCollection<Declaration> Declarations => _declarations;

    public ImmutableDictionary<string, Output<object?>> StackOutputs { get; private set; } = ImmutableDictionary<string, Output<object?>>.Empty;

    /// <summary>To be given to the stack's options.</summary>
    public ResourceTransformationResult? Record(ResourceTransformationArgs args)
    {
        var declaration = new Declaration(args.Resource, args.Args, args.Options);
        if (!_byName.TryAdd((declaration.Type, declaration.Name), declaration))
            throw new RunException($"Two resources of type {declaration.Type} have the name '{declaration.Name}'. Give each a name of its own.");
        _declarations.Enqueue(declaration);
        return null;
    }

    /// <summary>The inputs that reached the engine; none for a component.</summary>
    public ImmutableDictionary<string, object> InputsOf(Declaration declaration) =>
        _inputs.GetValueOrDefault((declaration.Type, declaration.Name), ImmutableDictionary<string, object>.Empty);

    public async Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
    {
        var key = (args.Type!, args.Name!);
        _inputs[key] = args.Inputs;
        if (_byName[key] is not { Resource: CustomResource } declaration)
            return (null, ImmutableDictionary<string, object>.Empty);

        var secrets = await InputState.OfAsync(declaration.Args);
        var echoed = args.Inputs.Select(input => KeyValuePair.Create(
            input.Key, secrets.HoldsSecret(InputPath.Root.To(input.Key)) ? Output.CreateSecret(input.Value) : input.Value));
        var name = placeholders.NameOf(args.Type!, args.Name!);
        var state = echoed.Concat(_computed.OfResource(declaration.Resource.GetType(), name, args.Inputs)).ToImmutableDictionary();
        return (string.IsNullOrEmpty(args.Id) ? Placeholders.Text(name, "id") : args.Id, state);
    }

    public Task<object> CallAsync(MockCallArgs args) =>
        Task.FromResult<object>(args.Args.AddRange(_computed.OfFunction(args.Token!, args.Args)));

    public Task RegisterResourceOutputs(MockRegisterResourceOutputsRequest args)
    {
        if (args.Urn.Contains("::pulumi:pulumi:Stack::", StringComparison.Ordinal))
            StackOutputs = args.Outputs;
        return Task.CompletedTask;
    }
}
