using System.Collections.Immutable;
using Pulumi;
using Pulumi.Serialization;

namespace Dockerland.Tests.Sdks.Pulumi.Generated;

/// <summary>A resource class as the code generator writes them.</summary>
[SampleResourceType("sample:storage/bucket:Bucket")]
internal sealed partial class Bucket : global::Pulumi.CustomResource
{
    [Output("name")]
    public Output<string> Name { get; private set; } = null!;

    [Output("password")]
    public Output<string?> Password { get; private set; } = null!;

    [Output("rules")]
    public Output<ImmutableArray<BucketRule>> Rules { get; private set; } = null!;

    [Output("kind")]
    public Output<BucketKind?> Kind { get; private set; } = null!;

    [Output("policy")]
    public Output<Union<string, ImmutableDictionary<string, string>>?> Policy { get; private set; } = null!;

    [Output("tags")]
    public Output<ImmutableDictionary<string, string>?> Tags { get; private set; } = null!;

    [Output("size")]
    public Output<int> Size { get; private set; } = null!;

    public Bucket(string name, BucketArgs args, CustomResourceOptions? options = null)
        : base("sample:storage/bucket:Bucket", name, args ?? new BucketArgs(), MakeResourceOptions(options, ""))
    {
    }

    private Bucket(string name, Input<string> id, BucketState? state = null, CustomResourceOptions? options = null)
        : base("sample:storage/bucket:Bucket", name, state, MakeResourceOptions(options, id))
    {
    }

    private static CustomResourceOptions MakeResourceOptions(CustomResourceOptions? options, Input<string>? id)
    {
        var defaultOptions = new CustomResourceOptions
        {
            Version = Utilities.Version,
            PluginDownloadURL = "https://plugins.example.com",
            Aliases =
            {
                new global::Pulumi.Alias { Type = "sample:old/bucket:Bucket" },
            },
            AdditionalSecretOutputs =
            {
                "password",
            },
            ReplaceOnChanges =
            {
                "name",
            },
        };
        var merged = CustomResourceOptions.Merge(defaultOptions, options);
        // Override the ID if one was specified for consistency with other language SDKs.
        merged.Id = id ?? merged.Id;
        return merged;
    }

    public static Bucket Get(string name, Input<string> id, BucketState? state = null, CustomResourceOptions? options = null)
    {
        return new Bucket(name, id, state, options);
    }
}

internal sealed class BucketArgs : global::Pulumi.ResourceArgs
{
    [Input("name", required: true)]
    public Input<string> Name { get; set; } = null!;

    [Input("password")]
    private Input<string>? _password;

    public Input<string>? Password
    {
        get => _password;
        set
        {
            var emptySecret = Output.CreateSecret(0);
            _password = Output.Tuple<Input<string>?, int>(value, emptySecret).Apply(t => t.Item1);
        }
    }

    [Input("rules")]
    private InputList<BucketRuleArgs>? _rules;

    public InputList<BucketRuleArgs> Rules
    {
        get => _rules ?? (_rules = new InputList<BucketRuleArgs>());
        set => _rules = value;
    }

    [Input("kind")]
    public Input<BucketKind>? Kind { get; set; }

    [Input("policy")]
    public InputUnion<string, ImmutableDictionary<string, string>>? Policy { get; set; }

    [Input("tags")]
    private InputMap<string>? _tags;

    public InputMap<string> Tags
    {
        get => _tags ?? (_tags = new InputMap<string>());
        set => _tags = value;
    }

    public BucketArgs()
    {
    }

    public static new BucketArgs Empty => new BucketArgs();
}

internal sealed class BucketState : global::Pulumi.ResourceArgs
{
    [Input("name")]
    public Input<string>? Name { get; set; }

    public BucketState()
    {
    }

    public static new BucketState Empty => new BucketState();
}

internal sealed class BucketRuleArgs : global::Pulumi.ResourceArgs
{
    [Input("prefix", required: true)]
    public Input<string> Prefix { get; set; } = null!;

    [Input("days")]
    public Input<int>? Days { get; set; }

    public BucketRuleArgs()
    {
    }

    public static new BucketRuleArgs Empty => new BucketRuleArgs();
}

[OutputType]

internal sealed class BucketRule
{
    public readonly string Prefix;
    public readonly int? Days;

    [OutputConstructor]
    private BucketRule(
        string prefix,

        int? days)
    {
        Prefix = prefix;
        Days = days;
    }
}

[EnumType]
internal readonly struct BucketKind : IEquatable<BucketKind>
{
    private readonly string _value;

    private BucketKind(string value)
    {
        _value = value ?? throw new ArgumentNullException(nameof(value));
    }

    public static BucketKind Cold { get; } = new BucketKind("cold");

    public static bool operator ==(BucketKind left, BucketKind right) => left.Equals(right);

    public static bool operator !=(BucketKind left, BucketKind right) => !left.Equals(right);

    public static explicit operator string(BucketKind value) => value._value;

    public override bool Equals(object? obj) => obj is BucketKind other && Equals(other);

    public bool Equals(BucketKind other) => string.Equals(_value, other._value, StringComparison.Ordinal);

    public override int GetHashCode() => _value?.GetHashCode(StringComparison.Ordinal) ?? 0;

    public override string ToString() => _value;
}
