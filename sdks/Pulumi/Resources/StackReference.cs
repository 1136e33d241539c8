using System.Collections.Immutable;
using Pulumi.Serialization;

namespace Pulumi;

public class StackReferenceArgs : ResourceArgs
{
    /// <summary>The other stack's name, with its organization and project.</summary>
    [Input("name", required: true)]
    public Input<string>? Name { get; set; }
}

/// <summary>The outputs of another stack.</summary>
public class StackReference : CustomResource
{
    public StackReference(string name, StackReferenceArgs? args = null, CustomResourceOptions? options = null)
        : base(
            "pulumi:pulumi:StackReference",
            name,
            new StackReferenceArgs { Name = args?.Name ?? name },
            CustomResourceOptions.Merge(options, new CustomResourceOptions { Id = args?.Name ?? name }))
    {
    }

    [Output("name")]
    public Output<string> Name { get; private set; } = null!;

    [Output("outputs")]
    public Output<ImmutableDictionary<string, object>> Outputs { get; private set; } = null!;

    [Output("secretOutputNames")]
    public Output<ImmutableArray<string>> SecretOutputNames { get; private set; } = null!;

    /// <summary>The output of this name; null when there is none.</summary>
    public Output<object?> GetOutput(Input<string> name) => new(ReadAsync(name, required: false));

    /// <exception cref="KeyNotFoundException">from the output, when there is none of this name</exception>
    public Output<object> RequireOutput(Input<string> name) => new(RequireAsync(name));

    /// <exception cref="InvalidOperationException">when the output is secret; use <see cref="GetOutput"/></exception>
    public Task<object?> GetValueAsync(Input<string> name) => PlainAsync(ReadAsync(name, required: false), nameof(GetOutput));

    /// <exception cref="InvalidOperationException">when the output is secret; use <see cref="RequireOutput"/></exception>
    public async Task<object> RequireValueAsync(Input<string> name) =>
        (await PlainAsync(ReadAsync(name, required: true), nameof(RequireOutput)).ConfigureAwait(false))!;

    /// <summary>The output's value, in the member that tells whether it is secret.</summary>
    public async Task<StackReferenceOutputDetails> GetOutputDetailsAsync(string name)
    {
        var data = await ReadAsync(name, required: false).ConfigureAwait(false);
        return data.IsSecret ? new() { SecretValue = data.Value } : new() { Value = data.Value };
    }

    private static async Task<object?> PlainAsync(Task<OutputData<object?>> read, string instead)
    {
        var data = await read.ConfigureAwait(false);
        return data.IsSecret
            ? throw new InvalidOperationException($"The output is secret and has no plain value. Use {instead}.")
            : data.Value;
    }

    private async Task<OutputData<object>> RequireAsync(Input<string> name)
    {
        var data = await ReadAsync(name, required: true).ConfigureAwait(false);
        return data.With(data.Value!);
    }

    private async Task<OutputData<object?>> ReadAsync(Input<string> name, bool required)
    {
        var all = await Output.Tuple(name, (Input<ImmutableDictionary<string, object>>)Outputs).DataTask.ConfigureAwait(false);
        if (!all.IsKnown)
        {
            return all.With<object?>(null);
        }

        var (key, outputs) = all.Value;
        if (!(outputs ?? ImmutableDictionary<string, object>.Empty).TryGetValue(key, out var value) && required)
        {
            var stack = await Name.GetValueAsync(whenUnknown: GetResourceName()).ConfigureAwait(false);
            throw new KeyNotFoundException($"Required output '{key}' does not exist on stack '{stack}'.");
        }

        // One secret output makes all outputs secret together; the names tell which ones are.
        var secrets = await SecretOutputNames.DataTask.ConfigureAwait(false);
        var isSecret = secrets.IsKnown && !secrets.Value.IsDefault ? secrets.Value.Contains(key) : all.IsSecret;
        return new(all.Resources, value, true, isSecret);
    }
}

public sealed class StackReferenceOutputDetails
{
    /// <summary>The value; null when it is secret or there is none.</summary>
    public object? Value { get; set; }

    /// <summary>The value when it is secret.</summary>
    public object? SecretValue { get; set; }
}
