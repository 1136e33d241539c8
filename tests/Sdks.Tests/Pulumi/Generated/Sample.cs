using Pulumi;
using Pulumi.Serialization;

namespace Dockerland.Tests.Sdks.Pulumi.Generated;

/// <summary>The rest of a generated SDK: a provider, a function, the configuration and what they share.</summary>
[SampleResourceType("pulumi:providers:sample")]
internal sealed partial class Provider : global::Pulumi.ProviderResource
{
    [Output("endpoint")]
    public Output<string?> Endpoint { get; private set; } = null!;

    public Provider(string name, ProviderArgs? args = null, CustomResourceOptions? options = null)
        : base("sample", name, args ?? new ProviderArgs(), MakeResourceOptions(options, ""))
    {
    }

    private static CustomResourceOptions MakeResourceOptions(CustomResourceOptions? options, Input<string>? id)
    {
        var defaultOptions = new CustomResourceOptions
        {
            Version = Utilities.Version,
        };
        var merged = CustomResourceOptions.Merge(defaultOptions, options);
        merged.Id = id ?? merged.Id;
        return merged;
    }
}

internal sealed class ProviderArgs : global::Pulumi.ResourceArgs
{
    [Input("endpoint")]
    public Input<string>? Endpoint { get; set; }

    [Input("insecure", json: true)]
    public Input<bool>? Insecure { get; set; }

    [Input("rules", json: true)]
    private InputList<BucketRuleArgs>? _rules;

    public InputList<BucketRuleArgs> Rules
    {
        get => _rules ?? (_rules = new InputList<BucketRuleArgs>());
        set => _rules = value;
    }

    public ProviderArgs()
    {
    }

    public static new ProviderArgs Empty => new ProviderArgs();
}

internal static class GetBucket
{
    public static Task<GetBucketResult> InvokeAsync(GetBucketArgs args, InvokeOptions? options = null)
        => global::Pulumi.Deployment.Instance.InvokeAsync<GetBucketResult>("sample:storage/getBucket:getBucket", args ?? new GetBucketArgs(), options.WithDefaults());

    public static Output<GetBucketResult> Invoke(GetBucketInvokeArgs args, InvokeOptions? options = null)
        => global::Pulumi.Deployment.Instance.Invoke<GetBucketResult>("sample:storage/getBucket:getBucket", args ?? new GetBucketInvokeArgs(), options.WithDefaults());

    public static Output<GetBucketResult> Invoke(GetBucketInvokeArgs args, InvokeOutputOptions options)
        => global::Pulumi.Deployment.Instance.Invoke<GetBucketResult>("sample:storage/getBucket:getBucket", args ?? new GetBucketInvokeArgs(), options.WithDefaults());
}

internal sealed class GetBucketArgs : global::Pulumi.InvokeArgs
{
    [Input("name", required: true)]
    public string Name { get; set; } = null!;

    public static new GetBucketArgs Empty => new GetBucketArgs();
}

internal sealed class GetBucketInvokeArgs : global::Pulumi.InvokeArgs
{
    [Input("name", required: true)]
    public Input<string> Name { get; set; } = null!;

    public static new GetBucketInvokeArgs Empty => new GetBucketInvokeArgs();
}

[OutputType]
internal sealed class GetBucketResult
{
    public readonly string Id;
    public readonly double Size;

    [OutputConstructor]
    private GetBucketResult(
        string id,

        double size)
    {
        Id = id;
        Size = size;
    }
}

internal static class Config
{
    private static readonly global::Pulumi.Config __config = new global::Pulumi.Config("sample");

    public static string? Endpoint => __config.Get("endpoint");
}

internal static class Utilities
{
    public static string Version => "1.2.3";

    public static global::Pulumi.InvokeOptions WithDefaults(this global::Pulumi.InvokeOptions? src)
    {
        var dst = src ?? new global::Pulumi.InvokeOptions { };
        dst.Version = src?.Version ?? Version;
        return dst;
    }

    public static global::Pulumi.InvokeOutputOptions WithDefaults(this global::Pulumi.InvokeOutputOptions? src)
    {
        var dst = src ?? new global::Pulumi.InvokeOutputOptions { };
        dst.Version = src?.Version ?? Version;
        return dst;
    }
}

internal sealed class SampleResourceTypeAttribute : global::Pulumi.ResourceTypeAttribute
{
    public SampleResourceTypeAttribute(string type)
        : base(type, Utilities.Version)
    {
    }
}
