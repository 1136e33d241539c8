using System.Collections.Concurrent;
using Dockerland.Infra;
using Dockerland.Infra.Rules;
using Pulumi;

namespace Dockerland.Tests.Infra;

/// <summary>
/// What a stack declares, with all that mocks are not told: parents, options, what is secret and what is not yet known.
/// It comes from a transformation of the whole stack.
/// </summary>
internal sealed class Graph
{
    private readonly ConcurrentBag<Declared> _all = [];

    public IEnumerable<Declared> All => _all;

    public static Task<Graph> PreviewAsync(string stack) => RecordAsync(stack, Cloud.PreviewAsync, []);

    /// <param name="settings">Others than those checked in.</param>
    public static Task<Graph> UpAsync(string stack, params (string Key, string Value)[] settings) => RecordAsync(stack, Cloud.RunAsync, settings);

    public IEnumerable<T> Resources<T>()
        where T : Resource => _all.Select(declared => declared.Resource).OfType<T>();

    public Declared Require(string type, string name) => Assert.Single(_all, declared => declared.Type == type && declared.Name == name);

    private static async Task<Graph> RecordAsync(string stack, Func<Action, Task<Cloud>> run, (string Key, string Value)[] settings)
    {
        var graph = new Graph();
        var options = new StackOptions { ResourceTransformations = { graph.Record } };
        await run(() => _ = new DockerlandStack(SampleStack.Inputs(stack, settings), options));
        return graph;
    }

    private ResourceTransformationResult? Record(ResourceTransformationArgs args)
    {
        _all.Add(new(args.Resource, args.Args, args.Options));
        return null;
    }
}

/// <summary>A resource as its program declared it.</summary>
internal sealed record Declared(Resource Resource, ResourceArgs Args, ResourceOptions Options)
{
    public string Type => Resource.GetResourceType();

    public string Name => Resource.GetResourceName();

    public Task<ResourceInputs> InputsAsync() => InputReader.ReadAsync(Resource, Args, isUpdate: false);

    public override string ToString() => $"{Type} {Name}";
}
