using System.Collections.Immutable;
using Pulumi;
using Pulumi.Rpc;

namespace Dockerland.Tests.Sdks.Pulumi.Wire;

public sealed class DepthTests
{
    [Theory]
    [InlineData(100)]
    [InlineData(1000)]
    [InlineData(3000)]
    public async Task A_Deeply_Nested_Value_Passes_The_Whole_Sdk(int depth)
    {
        Output<ImmutableDictionary<string, object>> result = null!;
        await WireProgram.RunAsync(
            () => result = Deployment.Instance.Invoke<ImmutableDictionary<string, object>>("test:index:echo", new DictionaryInvokeArgs(Nested(depth))),
            engine => engine.Invoke = request => Task.FromResult(new ResourceInvokeResponse { Return = request.Args }));

        Assert.Equal(depth, Depth(await result.ValueAsync()));
    }

    private static ImmutableDictionary<string, object?> Nested(int depth)
    {
        object value = "bottom";
        for (var level = 0; level < depth; level++) value = ImmutableDictionary<string, object?>.Empty.Add("in", value);
        return (ImmutableDictionary<string, object?>)value;
    }

    private static int Depth(object? value)
    {
        var depth = 0;
        for (; value is ImmutableDictionary<string, object?> level; value = level["in"]) depth++;
        return depth;
    }
}
