using System.Collections.Immutable;
using Pulumi;

namespace Dockerland.Tests.Stack.Cli.Planning;

/// <summary>A resource in the style of generated SDKs, with every kind of property that a plan treats in its own way.</summary>
internal sealed class Thing(string name, ThingArgs? args = null, CustomResourceOptions? options = null)
    : CustomResource("test:index/thing:Thing", name, args ?? new(), options)
{
    [Output("text")] public Output<string> Text { get; private set; } = null!;
    [Output("arn")] public Output<string> Arn { get; private set; } = null!;
    [Output("version")] public Output<int> Version { get; private set; } = null!;
    [Output("servers")] public Output<ImmutableArray<string>> Servers { get; private set; } = null!;
    [Output("note")] public Output<string?> Note { get; private set; } = null!;
    [Output("password")] public Output<string> Password { get; private set; } = null!;
}

internal sealed class ThingArgs : ResourceArgs
{
    [Input("password")] private Input<string>? _password;
    [Input("list")] private InputList<string>? _list;
    [Input("map")] private InputMap<string>? _map;

    [Input("text")] public Input<string>? Text { get; set; }
    [Input("number")] public Input<double>? Number { get; set; }
    [Input("userData")] public Input<string>? UserData { get; set; }
    [Input("part")] public Input<PartArgs>? Part { get; set; }
    [Input("choice")] public InputUnion<string, PartArgs>? Choice { get; set; }
    [Input("settings", json: true)] public Input<PartArgs>? Settings { get; set; }
    [Input("code")] public Input<AssetOrArchive>? Code { get; set; }

    public Input<string>? Password
    {
        get => _password;
        set => _password = Output.CreateSecret(value!.ToOutput()).Apply(secret => secret);
    }

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

internal sealed class PartArgs : ResourceArgs
{
    [Input("key")] public Input<string>? Key { get; set; }
    [Input("label")] public Input<string>? Label { get; set; }
}

internal sealed class Group(string name, ComponentResourceOptions? options = null) : ComponentResource("test:index:Group", name, options);
