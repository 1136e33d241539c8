using System.Collections;
using System.Collections.Immutable;

namespace Pulumi;

/// <summary>A list whose elements, or the whole of it, may be outputs.</summary>
public sealed class InputList<T> : Input<ImmutableArray<T>>, IEnumerable, IAsyncEnumerable<Input<T>>
{
    // Single elements and whole lists in order; joined when the list is read, so that adding n elements costs n.
    private readonly List<object> _parts;
    private Output<ImmutableArray<Input<T>>>? _elements;

    public InputList() => _parts = [];

    private InputList(IEnumerable<object> parts) => _parts = [.. parts];

    /// <summary>The elements, each with its own unknown and secret state.</summary>
    internal Output<ImmutableArray<Input<T>>> Elements => _elements ??= Join();

    private protected override Output<ImmutableArray<T>> Value => Elements.Apply(
        elements => elements.IsDefault ? Output.Create(default(ImmutableArray<T>)) : Output.All(elements.AsEnumerable()));

    private protected override IOutput SerializableValue => Elements;

    public void Add(params Input<T>[] inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        Append(inputs);
    }

    public void Add(InputList<T> inputs) => AddRange(inputs);

    public void AddRange(InputList<T> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        Append([.. inputs._parts]);
    }

    /// <summary>A new list with the elements of both.</summary>
    public InputList<T> Concat(InputList<T> other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new(_parts.Concat(other._parts));
    }

    public async IAsyncEnumerator<Input<T>> GetAsyncEnumerator(CancellationToken cancellationToken)
    {
        var elements = await Elements.GetValueAsync(whenUnknown: []).ConfigureAwait(false);
        foreach (var element in elements.IsDefault ? [] : elements)
        {
            yield return element;
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => throw new NotSupportedException(
        "An InputList<T> can't be enumerated synchronously: its elements may not be there yet. Use 'await foreach' or Apply.");

    public static implicit operator InputList<T>(T value) => new([(Input<T>)value]);

    public static implicit operator InputList<T>(Output<T> value) => new([(Input<T>)value]);

    public static implicit operator InputList<T>(Input<T> value) => new([value]);

    public static implicit operator InputList<T>(T[] values) => Whole(values);

    public static implicit operator InputList<T>(Output<T>[] values) => new(values.Select(value => (Input<T>)value));

    public static implicit operator InputList<T>(Input<T>[] values) => new(values);

    public static implicit operator InputList<T>(List<T> values) => Whole(values);

    public static implicit operator InputList<T>(List<Output<T>> values) => new(values.Select(value => (Input<T>)value));

    public static implicit operator InputList<T>(List<Input<T>> values) => new(values);

    public static implicit operator InputList<T>(ImmutableArray<T> values) => Output.Create(values);

    public static implicit operator InputList<T>(ImmutableArray<Output<T>> values) =>
        values.IsDefault ? Output.Create(default(ImmutableArray<T>)) : new InputList<T>(values.Select(value => (Input<T>)value));

    public static implicit operator InputList<T>(ImmutableArray<Input<T>> values) =>
        values.IsDefault ? Output.Create(default(ImmutableArray<T>)) : new InputList<T>(values);

    public static implicit operator InputList<T>(Output<T[]> values) => values.Apply(items => Array(items));

    public static implicit operator InputList<T>(Output<List<T>> values) => values.Apply(items => Array(items));

    public static implicit operator InputList<T>(Output<IEnumerable<T>> values) => values.Apply(items => Array(items));

    // A default array stays one: it means "not set", which an empty list doesn't.
    public static implicit operator InputList<T>(Output<ImmutableArray<T>> values) => new([values.Apply(
        items => items.IsDefault ? default : items.Select(item => (Input<T>)item).ToImmutableArray())]);

    private static InputList<T> Whole(IEnumerable<T> values) => new(values.Select(value => (Input<T>)value));

    private static ImmutableArray<T> Array(IEnumerable<T>? items) => items is null ? default : [.. items];

    private void Append(IEnumerable<object> parts)
    {
        _parts.AddRange(parts);
        _elements = null;
    }

    private Output<ImmutableArray<Input<T>>> Join()
    {
        if (_parts is [Output<ImmutableArray<Input<T>>> only])
        {
            return only;
        }

        if (!_parts.Exists(part => part is IOutput))
        {
            return Output.Create(_parts.Cast<Input<T>>().ToImmutableArray());
        }

        var parts = _parts.Select(part => part as IOutput ?? Output<object?>.Known(part)).ToList();
        return Output.Combine(parts, Flatten);
    }

    private static ImmutableArray<Input<T>> Flatten(object?[] parts)
    {
        var elements = ImmutableArray.CreateBuilder<Input<T>>();
        foreach (var part in parts)
        {
            if (part is not ImmutableArray<Input<T>> list)
            {
                // A missing element keeps its place.
                elements.Add((Input<T>)part!);
            }
            else if (!list.IsDefault)
            {
                elements.AddRange(list);
            }
        }

        return elements.ToImmutable();
    }
}
