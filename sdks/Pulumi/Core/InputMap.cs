using System.Collections;
using System.Collections.Immutable;

namespace Pulumi;

/// <summary>A map whose values, or the whole of it, may be outputs.</summary>
public sealed class InputMap<TValue>
    : Input<ImmutableDictionary<string, TValue>>, IEnumerable, IAsyncEnumerable<Input<KeyValuePair<string, TValue>>>
{
    // Single entries and whole maps in order; joined when the map is read.
    private readonly List<object> _parts;
    private Output<ImmutableDictionary<string, Input<TValue>>?>? _entries;

    public InputMap() => _parts = [];

    private InputMap(Output<ImmutableDictionary<string, Input<TValue>>?> whole) => _parts = [whole];

    /// <summary>The entries, each with its own unknown and secret state.</summary>
    internal Output<ImmutableDictionary<string, Input<TValue>>?> Entries => _entries ??= Join();

    private protected override Output<ImmutableDictionary<string, TValue>> Value => Entries.Apply(Flatten);

    private protected override IOutput SerializableValue => Entries;

    /// <summary>Adds an entry. The same key with another value makes the entry fault with an ArgumentException.</summary>
    public void Add(string key, Input<TValue> value)
    {
        ArgumentNullException.ThrowIfNull(key);
        Append(KeyValuePair.Create(key, value));
    }

    public void Add(InputMap<TValue> values) => AddRange(values);

    public void AddRange(InputMap<TValue> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        Append([.. values._parts]);
    }

    public Input<TValue> this[string key]
    {
        set => Add(key, value);
    }

    /// <summary>A new map with the entries of both; where both have a key, the second's value stands.</summary>
    public static InputMap<TValue> Merge(InputMap<TValue> first, InputMap<TValue> second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        return new(Output.Tuple(first.Entries, second.Entries).Apply(
            pair => (ImmutableDictionary<string, Input<TValue>>?)(pair.Item1 ?? None).SetItems(pair.Item2 ?? None)));
    }

    public async IAsyncEnumerator<Input<KeyValuePair<string, TValue>>> GetAsyncEnumerator(CancellationToken cancellationToken)
    {
        foreach (var (key, value) in await Entries.GetValueAsync(whenUnknown: None).ConfigureAwait(false) ?? None)
        {
            yield return value.Apply(v => KeyValuePair.Create(key, v));
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => throw new NotSupportedException(
        "An InputMap<TValue> can't be enumerated synchronously: its entries may not be there yet. Use 'await foreach' or Apply.");

    public static implicit operator InputMap<TValue>(Dictionary<string, TValue> values) => Output.Create(values);

    public static implicit operator InputMap<TValue>(ImmutableDictionary<string, TValue> values) => Output.Create(values);

    public static implicit operator InputMap<TValue>(Output<Dictionary<string, TValue>> values) => new(values.Apply(Entry));

    public static implicit operator InputMap<TValue>(Output<IDictionary<string, TValue>> values) => new(values.Apply(Entry));

    // A null map inside an output flows through: programs use it for "not set".
    public static implicit operator InputMap<TValue>(Output<ImmutableDictionary<string, TValue>> values) => new(values.Apply(Entry));

    private static ImmutableDictionary<string, Input<TValue>> None => ImmutableDictionary<string, Input<TValue>>.Empty;

    private static ImmutableDictionary<string, Input<TValue>>? Entry(IEnumerable<KeyValuePair<string, TValue>>? values) =>
        values?.ToImmutableDictionary(entry => entry.Key, entry => (Input<TValue>)entry.Value);

    private static Output<ImmutableDictionary<string, TValue>> Flatten(ImmutableDictionary<string, Input<TValue>>? entries)
    {
        if (entries is null)
        {
            return Output<ImmutableDictionary<string, TValue>>.Known(null!);
        }

        var keys = entries.Keys.ToList();
        return Output.All(entries.Values).Apply(
            values => keys.Zip(values).ToImmutableDictionary(pair => pair.First, pair => pair.Second));
    }

    private void Append(params object[] parts)
    {
        _parts.AddRange(parts);
        _entries = null;
    }

    private Output<ImmutableDictionary<string, Input<TValue>>?> Join()
    {
        if (_parts is [Output<ImmutableDictionary<string, Input<TValue>>?> only])
        {
            return only;
        }

        if (!_parts.Exists(part => part is IOutput))
        {
            return Output.Create<ImmutableDictionary<string, Input<TValue>>?>(Merged(_parts));
        }

        var parts = _parts.Select(part => part as IOutput ?? Output<object?>.Known(part)).ToList();
        return Output.Combine(parts, values => (ImmutableDictionary<string, Input<TValue>>?)Merged(values));
    }

    private static ImmutableDictionary<string, Input<TValue>> Merged(IEnumerable<object?> parts)
    {
        var entries = None.ToBuilder();
        foreach (var (key, value) in parts.SelectMany(EntriesOf))
        {
            entries[key] = entries.TryGetValue(key, out var existing) ? Same(key, existing, value) : value;
        }

        return entries.ToImmutable();
    }

    private static IEnumerable<KeyValuePair<string, Input<TValue>>> EntriesOf(object? part) => part switch
    {
        ImmutableDictionary<string, Input<TValue>> whole => whole,
        KeyValuePair<string, Input<TValue>> entry => [entry],
        _ => [],
    };

    private static Input<TValue> Same(string key, Input<TValue> first, Input<TValue> second) =>
        Output.Tuple(first, second).Apply(pair => EqualityComparer<TValue>.Default.Equals(pair.Item1, pair.Item2)
            ? pair.Item1
            : throw new ArgumentException($"Key '{key}' already exists in the map with a different value."));
}
