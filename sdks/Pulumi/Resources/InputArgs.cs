using System.Collections.Immutable;
using Pulumi.Serialization;

namespace Pulumi;

/// <summary>A set of inputs, named by <see cref="InputAttribute"/>.</summary>
public abstract class InputArgs
{
    private readonly InputProperties _properties;

    protected InputArgs() => _properties = InputProperties.Of(GetType());

    /// <summary>The inputs by their names on the wire.</summary>
    /// <exception cref="ArgumentNullException">when a required input has no value</exception>
    internal virtual IReadOnlyList<KeyValuePair<string, object?>> ToProperties() => _properties.Read(this);
}

/// <summary>What a resource is made of.</summary>
public abstract class ResourceArgs : InputArgs
{
    public static readonly ResourceArgs Empty = new EmptyArgs();

    private sealed class EmptyArgs : ResourceArgs;
}

/// <summary>What a function is called with.</summary>
public abstract class InvokeArgs : InputArgs
{
    public static readonly InvokeArgs Empty = new EmptyArgs();

    private sealed class EmptyArgs : InvokeArgs;
}

/// <summary>What a resource's method is called with.</summary>
public abstract class CallArgs : InputArgs
{
    public static readonly CallArgs Empty = new EmptyArgs();

    private sealed class EmptyArgs : CallArgs;
}

/// <summary>A resource's inputs by their names on the wire, for types without a class.</summary>
public sealed class DictionaryResourceArgs(ImmutableDictionary<string, object?> dictionary) : ResourceArgs
{
    internal override IReadOnlyList<KeyValuePair<string, object?>> ToProperties() => [.. dictionary];
}

/// <summary>A function's arguments by their names on the wire, for functions without a class.</summary>
public sealed class DictionaryInvokeArgs(ImmutableDictionary<string, object?> dictionary) : InvokeArgs
{
    internal override IReadOnlyList<KeyValuePair<string, object?>> ToProperties() => [.. dictionary];
}
