using System.Collections.Immutable;
using Pulumi;

namespace Dockerland.Tests.Sdks.Pulumi.Fakes;

internal sealed class ThingArgs : ResourceArgs
{
    [Input("value")]
    public Input<string>? Value { get; set; }

    [Input("any")]
    public object? Any { get; set; }
}

internal sealed class Thing : CustomResource
{
    public Thing(string name, ThingArgs? args = null, CustomResourceOptions? options = null)
        : base("test:index:Thing", name, args ?? new ThingArgs(), options)
    {
    }

    [Output("value")]
    public Output<string?> Value { get; private set; } = null!;

    [Output("numbers")]
    public Output<ImmutableArray<int>> Numbers { get; private set; } = null!;
}

/// <summary>A component whose outputs the test chooses.</summary>
internal sealed class Group : ComponentResource
{
    public Group(string name, ComponentResourceOptions? options = null)
        : base("test:index:Group", name, options)
    {
    }

    public new void RegisterOutputs() => base.RegisterOutputs();

    public new void RegisterOutputs(IDictionary<string, object?> outputs) => base.RegisterOutputs(outputs);
}

internal sealed class ThingProvider : ProviderResource
{
    public ThingProvider(string name, CustomResourceOptions? options = null, string package = "test")
        : base(package, name, ResourceArgs.Empty, options)
    {
    }
}
