using System.Collections.Immutable;
using Pulumi;

namespace Dockerland.Tests.Sdks.Pulumi.Wire;

/// <summary>A resource as a provider's SDK declares it, with an input of each kind that is special on the wire.</summary>
internal sealed class Thing : CustomResource
{
    public Thing(string name, ThingArgs? args = null, CustomResourceOptions? options = null)
        : base("test:index:Thing", name, args ?? new ThingArgs(), MakeOptions(options, ""))
    {
    }

    private Thing(string name, Input<string> id, CustomResourceOptions? options)
        : base("test:index:Thing", name, null, MakeOptions(options, id))
    {
    }

    [Output("text")]
    public Output<string?> Text { get; private set; } = null!;

    [Output("count")]
    public Output<int> Count { get; private set; } = null!;

    [Output("list")]
    public Output<ImmutableArray<string>> List { get; private set; } = null!;

    /// <summary>What only the provider can tell.</summary>
    [Output("address")]
    public Output<string?> Address { get; private set; } = null!;

    public static Thing Get(string name, Input<string> id, CustomResourceOptions? options = null) => new(name, id, options);

    private static CustomResourceOptions MakeOptions(CustomResourceOptions? options, Input<string>? id)
    {
        var merged = CustomResourceOptions.Merge(new CustomResourceOptions { Version = "1.2.3" }, options);
        merged.Id = id ?? merged.Id;
        return merged;
    }
}

internal sealed class ThingArgs : ResourceArgs
{
    [Input("list")]
    private InputList<string>? _list;

    [Input("map")]
    private InputMap<string>? _map;

    [Input("text")]
    public Input<string>? Text { get; set; }

    [Input("count")]
    public Input<int>? Count { get; set; }

    [Input("file")]
    public Input<AssetOrArchive>? File { get; set; }

    [Input("other")]
    public Input<Thing>? Other { get; set; }

    [Input("settings", json: true)]
    public Input<ImmutableDictionary<string, int>>? Settings { get; set; }

    public InputList<string> List
    {
        get => _list ??= [];
        set => _list = value;
    }

    public InputMap<string> Map
    {
        get => _map ??= [];
        set => _map = value;
    }
}

/// <summary>A component of one thing or more.</summary>
internal sealed class Things : ComponentResource
{
    public Things(string name, ComponentResourceOptions? options = null) : base("test:index:Things", name, options)
    {
    }

    public Thing Add(string name, ThingArgs? args = null, CustomResourceOptions? options = null) =>
        new(name, args, CustomResourceOptions.Merge(new CustomResourceOptions { Parent = this }, options));

    public void Complete(IDictionary<string, object?> outputs) => RegisterOutputs(outputs);
}

internal sealed class TestProvider(string name, CustomResourceOptions? options = null)
    : ProviderResource("test", name, ResourceArgs.Empty, options);
