using System.Collections.Immutable;
using System.Globalization;
using Pulumi;

namespace Dockerland.Infra.Rules;

/// <summary>
/// What is known of a resource before it is registered, by the names that its provider gives its inputs. Values are texts,
/// numbers, booleans, lists and maps; what only a deployment can tell is <see cref="Unknown"/>, and no rule judges it.
/// </summary>
internal sealed record ResourceInputs(string Type, string Name, ImmutableDictionary<string, object?> Values, ImmutableHashSet<string> Secrets)
{
    public static readonly object Unknown = new();

    /// <summary>Resources that values are of and that this update leaves out. What depends on one can't be made: the engine says so, if it is told.</summary>
    public ImmutableArray<Resource> LeftOut { get; init; } = [];

    /// <summary>The value at a path; null when it isn't set.</summary>
    public object? At(params ReadOnlySpan<string> path) => At(Values, path);

    /// <summary>The value at a path inside another value of these inputs.</summary>
    public static object? At(object? value, params ReadOnlySpan<string> path)
    {
        foreach (var key in path)
        {
            if (value == Unknown) return Unknown;
            value = value is IReadOnlyDictionary<string, object?> map ? map.GetValueOrDefault(key) : null;
        }

        return value;
    }

    /// <summary>The items of a list; none when it isn't there, or unknown.</summary>
    public static object?[] List(object? value) => value is object?[] items ? items : [];

    /// <summary>A value that is one thing, as text: providers take numbers and booleans as texts too.</summary>
    public static string? Text(object? value) => value switch
    {
        null => null,
        bool flag => flag ? "true" : "false",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        string text => text,
        _ => "",
    };
}
