using System.Collections.Immutable;
using Dockerland.Cli.Planning;
using Pulumi;
using Pulumi.Testing;

namespace Dockerland.Cli.Bench;

/// <summary>Answers as quickly as Node's mocks do: inputs, and a text for each computed output.</summary>
internal sealed class BenchMocks : IMocks
{
    private readonly Placeholders _placeholders = new();
    private readonly ComputedOutputs _computed;
    private readonly ImmutableDictionary<string, Type> _classes;

    public BenchMocks(IEnumerable<Declaration> declarations)
    {
        _computed = new(_placeholders);
        _classes = declarations
            .Where(declaration => declaration.Resource is CustomResource)
            .DistinctBy(declaration => declaration.Type)
            .ToImmutableDictionary(declaration => declaration.Type, declaration => declaration.Resource.GetType());
    }

    public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args) => Task.FromResult(_classes.TryGetValue(args.Type!, out var resource)
        ? ((string?)Placeholders.Text(args.Name!, "id"), (object)args.Inputs.AddRange(_computed.OfResource(resource, args.Name!, args.Inputs)))
        : (null, args.Inputs));

    public Task<object> CallAsync(MockCallArgs args) => Task.FromResult<object>(args.Args.AddRange(_computed.OfFunction(args.Token!, args.Args)));
}
