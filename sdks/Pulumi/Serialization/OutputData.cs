using System.Collections.Immutable;

namespace Pulumi.Serialization;

/// <summary>What an output resolves to: a value, what is known of it, and the resources that it came from.</summary>
internal readonly struct OutputData<T>(ImmutableHashSet<Resource> resources, T value, bool isKnown, bool isSecret)
{
    public ImmutableHashSet<Resource> Resources { get; } = resources;

    /// <summary>The value; a placeholder without meaning when <see cref="IsKnown"/> is false.</summary>
    public T Value { get; } = value;

    public bool IsKnown { get; } = isKnown;

    public bool IsSecret { get; } = isSecret;

    public static OutputData<T> Known(T value, bool isSecret = false) => new([], value, true, isSecret);

    public OutputData<U> With<U>(U value) => new(Resources, value, IsKnown, IsSecret);
}
