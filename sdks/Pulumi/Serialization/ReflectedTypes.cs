using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace Pulumi.Serialization;

/// <summary>Structs that stand for a string or number of a fixed set.</summary>
internal static class EnumTypes
{
    private static readonly ConcurrentDictionary<Type, MethodInfo?> Operators = new();

    /// <param name="value">a struct of any type</param>
    /// <param name="raw">its text or number; null when the struct was never given one</param>
    public static bool TryGetValue(object value, out object? raw)
    {
        var conversion = Operators.GetOrAdd(value.GetType(), static type => FindOperator(type));
        raw = conversion?.Invoke(null, [value]);
        return conversion is not null;
    }

    /// <summary>Whether it can be made of its text or number and back.</summary>
    public static bool IsConvertible(Type type) => FindOperator(type) is { } conversion && type.GetConstructor(
        BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic, [conversion.ReturnType]) is not null;

    private static MethodInfo? FindOperator(Type type) =>
        type.IsValueType && type.GetCustomAttribute<EnumTypeAttribute>() is not null
            ? Array.Find(type.GetMethods(BindingFlags.Public | BindingFlags.Static), method =>
                method.Name == "op_Explicit" && (method.ReturnType == typeof(string) || method.ReturnType == typeof(double)))
            : null;
}

/// <summary>Classes that outputs consist of.</summary>
internal static class OutputTypes
{
    private static readonly ConcurrentDictionary<Type, IReadOnlyList<(string Name, FieldInfo Field)>?> Fields = new();
    private static readonly ConcurrentDictionary<Type, OutputConstructor?> Constructors = new();

    /// <summary>The read-only fields with their names on the wire.</summary>
    public static bool TryGetFields(Type type, [NotNullWhen(true)] out IReadOnlyList<(string Name, FieldInfo Field)>? fields)
    {
        fields = Fields.GetOrAdd(type, static key => key.GetCustomAttribute<OutputTypeAttribute>() is null ? null :
        [
            .. key.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
                .Where(field => field.IsInitOnly)
                .Select(field => (char.ToLowerInvariant(field.Name[0]) + field.Name[1..], field)),
        ]);
        return fields is not null;
    }

    /// <summary>The constructor that fills the type; null when there is none or no single one.</summary>
    public static OutputConstructor? Constructor(Type type) => Constructors.GetOrAdd(type, static key =>
    {
        var constructors = key.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic);
        var constructor = Array.Find(constructors, c => c.GetCustomAttribute<OutputConstructorAttribute>() is not null)
            // Records have a private constructor besides, which copies.
            ?? (Array.FindAll(constructors, c => c.IsPublic) is [var only] ? only : null);
        return constructor is null ? null : new OutputConstructor(constructor);
    });
}

/// <summary>A constructor and the wire's names of its parameters.</summary>
internal sealed class OutputConstructor(ConstructorInfo constructor)
{
    public IReadOnlyList<(string Name, ParameterInfo Parameter)> Parameters { get; } =
    [
        .. constructor.GetParameters().Select(parameter =>
            (parameter.GetCustomAttribute<OutputConstructorParameterAttribute>()?.Name ?? parameter.Name!, parameter)),
    ];

    public object Invoke(object?[] arguments) =>
        constructor.Invoke(BindingFlags.DoNotWrapExceptions, null, arguments, null);
}

/// <summary>Arrays whose element type is known at run time only.</summary>
internal static class ImmutableArrays
{
    private static readonly ConcurrentDictionary<Type, Func<IList, bool>> DefaultChecks = new();

    /// <summary>Whether a boxed ImmutableArray was never set; even its Count throws then.</summary>
    public static bool IsDefault(IList list)
    {
        var type = list.GetType();
        return type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>) &&
            DefaultChecks.GetOrAdd(type, static key => (Func<IList, bool>)Delegate.CreateDelegate(
                typeof(Func<IList, bool>), Generic(nameof(IsDefaultOf), key.GetGenericArguments()[0])))(list);
    }

    public static object Create(Type element, IReadOnlyList<object?> items) =>
        Generic(nameof(CreateOf), element).Invoke(null, [items])!;

    public static object CreateDictionary(Type value, IEnumerable<KeyValuePair<string, object?>> entries) =>
        Generic(nameof(CreateDictionaryOf), value).Invoke(null, [entries])!;

    private static readonly ConcurrentDictionary<(string, Type), MethodInfo> Methods = new();

    private static MethodInfo Generic(string name, Type argument) => Methods.GetOrAdd((name, argument), static key =>
        typeof(ImmutableArrays).GetMethod(key.Item1, BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(key.Item2));

    private static bool IsDefaultOf<T>(IList list) => ((ImmutableArray<T>)list).IsDefault;

    private static ImmutableArray<T> CreateOf<T>(IReadOnlyList<object?> items) => items.Select(item => (T)item!).ToImmutableArray();

    private static ImmutableDictionary<string, T> CreateDictionaryOf<T>(IEnumerable<KeyValuePair<string, object?>> entries) =>
        entries.ToImmutableDictionary(entry => entry.Key, entry => (T)entry.Value!);
}
