using System.Diagnostics.CodeAnalysis;

namespace Pulumi;

/// <summary>What a resource takes: a plain value, or another resource's <see cref="Output{T}"/>.</summary>
public class Input<T> : IInput
{
    private readonly Output<T>? _output;

    private protected Input(Output<T> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        _output = output;
    }

    /// <summary>For collections, whose value is computed from their elements.</summary>
    private protected Input()
    {
    }

    private protected virtual Output<T> Value => _output!;

    public static implicit operator Input<T>([AllowNull] T value) => new(Output<T>.Known(value!));

    public static implicit operator Input<T>(Output<T> value) => new(value);

    [return: NotNullIfNotNull(nameof(input))]
    public static implicit operator Output<T>?(Input<T>? input) => input?.Value;

    IOutput IInput.ToUntypedOutput() => Value;

    IOutput IInput.ToSerializableOutput() => SerializableValue;

    private protected virtual IOutput SerializableValue => Value;
}

/// <summary>Inputs used like outputs; a missing input is a known default.</summary>
public static class InputExtensions
{
    public static Output<TResult> Apply<T, TResult>(this Input<T>? input, Func<T, TResult> func) => input.ToOutput().Apply(func);

    public static Output<TResult> Apply<T, TResult>(this Input<T>? input, Func<T, Task<TResult>> func) => input.ToOutput().Apply(func);

    public static Output<TResult> Apply<T, TResult>(this Input<T>? input, Func<T, Input<TResult>?> func) => input.ToOutput().Apply(func);

    public static Output<TResult> Apply<T, TResult>(this Input<T>? input, Func<T, Output<TResult>?> func) => input.ToOutput().Apply(func);

    public static Output<T> ToOutput<T>(this Input<T>? input) => input is null ? Output<T>.Known(default!) : input;
}
