using System.Text.Json.Nodes;
using Dockerland.Cli.Planning;
using Pulumi;

namespace Dockerland.Cli.Bench;

/// <summary>A stack's resources in the order of their declaration, for another language's SDK to register.</summary>
internal static class BenchGraph
{
    public static async Task<JsonArray> RecordAsync<TStack>(Repository repository, Func<StackOptions, TStack> create)
        where TStack : Pulumi.Stack
    {
        // The placeholders in the inputs are the graph's edges, so each must name one resource only.
        var evaluation = new StackEvaluation(repository, new(withTypes: true));
        await evaluation.RecordAsync(StackBench.Project, StackBench.Stack, create);

        var declarations = evaluation.Declarations.Where(declaration => !declaration.IsStack).ToList();
        var places = declarations.Select((declaration, index) => (declaration.Resource, index)).ToDictionary(place => place.Resource, place => place.index);
        var graph = new JsonArray();
        foreach (var declaration in declarations)
        {
            graph.Add(new JsonObject
            {
                ["type"] = declaration.Type,
                ["name"] = declaration.Name,
                ["parent"] = declaration.Options.Parent is { } parent ? places[parent] : null,
                ["custom"] = declaration.Resource is CustomResource,
                ["outputs"] = new JsonArray([.. ComputedOutputs.NamesOf(declaration.Resource.GetType()).Select(name => JsonValue.Create(name))]),
                ["inputs"] = new JsonObject(await evaluation.InputsAsync(declaration)),
            });
        }
        return graph;
    }
}
