using System.Collections.Immutable;
using Pulumi.Serialization;

namespace Pulumi;

/// <summary>An <see cref="Output{T}"/> whose type isn't known to the caller.</summary>
internal interface IOutput
{
    Task<OutputData<object?>> GetDataAsync();
}

/// <summary>An <see cref="Input{T}"/> whose type isn't known to the caller.</summary>
internal interface IInput
{
    IOutput ToUntypedOutput();

    /// <summary>
    /// What goes over the wire. Lists and maps give their elements as inputs, so that one unknown element doesn't hide the
    /// others.
    /// </summary>
    IOutput ToSerializableOutput();
}

/// <summary>A <see cref="Union{T0, T1}"/> whose types aren't known to the caller.</summary>
internal interface IUnion
{
    object? Value { get; }
}

internal static class OutputCombinator
{
    /// <summary>Awaits all and hands their values over in order: known if all are, secret if any is.</summary>
    public static async Task<OutputData<TResult>> CombineAsync<TResult>(
        IReadOnlyList<IOutput> outputs, Func<object?[], TResult> combine)
    {
        var resources = ImmutableHashSet<Resource>.Empty;
        var values = new object?[outputs.Count];
        var (isKnown, isSecret) = (true, false);
        for (var i = 0; i < values.Length; i++)
        {
            var data = await outputs[i].GetDataAsync().ConfigureAwait(false);
            values[i] = data.Value;
            resources = resources.IsEmpty ? data.Resources : resources.Union(data.Resources);
            isKnown &= data.IsKnown;
            isSecret |= data.IsSecret;
        }

        return new(resources, combine(values), isKnown, isSecret);
    }
}
