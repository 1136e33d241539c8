using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using Google.Protobuf.WellKnownTypes;
using Type = System.Type;

namespace Pulumi.Serialization;

/// <summary>
/// Reads the wire's values into the types that a program declares. A provider that sends another type than it declared gets
/// a warning and the default: that is no reason to stop a deployment.
/// </summary>
internal static class Converter
{
    private static readonly MethodInfo KnownOutput =
        typeof(Converter).GetMethod(nameof(ToKnownOutput), BindingFlags.NonPublic | BindingFlags.Static)!;

    // The default of 64 is less than providers nest.
    private static readonly JsonSerializerOptions DeepJson = new() { MaxDepth = 1000 };

    public static OutputData<T> Convert<T>(Action<string> warn, string context, Value value)
    {
        TypeChecker.Check(context, typeof(T));
        var data = Deserializer.Deserialize(value);
        return data.With((T)Convert(warn, context, data.Value, typeof(T))!);
    }

    /// <summary>The value as the type, or its default and a warning.</summary>
    public static object? Convert(Action<string> warn, string context, object? value, Type target)
    {
        var (converted, error) = DeepCall.Run(
            (warn, context, value, target), static call => TryConvert(call.warn, call.context, call.value, call.target));
        if (error is not null)
        {
            warn(error);
        }

        return converted ?? Default(target);
    }

    private static object? Default(Type type) => type.IsValueType ? Activator.CreateInstance(type) : null;

    private static (object? Value, string? Error) TryConvert(Action<string> warn, string context, object? value, Type target)
    {
        if (value is null)
        {
            return (null, null);
        }

        if (Nullable.GetUnderlyingType(target) is { } underlying)
        {
            return TryConvert(warn, context, value, underlying);
        }

        if (target == typeof(int) || target.IsEnum)
        {
            return value is double number
                ? (target.IsEnum ? System.Enum.ToObject(target, (int)number) : (int)number, null)
                : (null, Mismatch<double>(context, value));
        }

        if (target == typeof(object))
        {
            return (value, null);
        }

        if (typeof(AssetOrArchive).IsAssignableFrom(target))
        {
            return (target.IsInstanceOfType(value) ? value : target == typeof(Archive) ? new InvalidArchive() : new InvalidAsset(), null);
        }

        if (target == typeof(JsonElement))
        {
            return ToJson(context, value);
        }

        if (target == typeof(string) || target == typeof(bool) || target == typeof(double) || typeof(Resource).IsAssignableFrom(target))
        {
            var expected = typeof(Resource).IsAssignableFrom(target) ? typeof(Resource) : target;
            return expected.IsInstanceOfType(value) ? (value, null) : (null, Mismatch(expected, context, value));
        }

        if (target.IsGenericType)
        {
            return TryConvertGeneric(warn, context, value, target);
        }

        if (target.IsValueType && target.GetCustomAttribute<EnumTypeAttribute>() is not null)
        {
            return ToEnumType(context, value, target);
        }

        return target.GetCustomAttribute<DiscriminatedUnionDiscriminatorAttribute>() is { } discriminator
            ? ToCase(warn, context, value, target, discriminator.PropertyName)
            : ToOutputType(warn, context, value, target);
    }

    private static (object? Value, string? Error) TryConvertGeneric(Action<string> warn, string context, object value, Type target)
    {
        var arguments = target.GetGenericArguments();
        var definition = target.GetGenericTypeDefinition();
        if (definition == typeof(Union<,>))
        {
            return ToUnion(warn, context, value, target, arguments);
        }

        if (definition == typeof(ImmutableArray<>))
        {
            return value is ImmutableArray<object?> items
                ? (ImmutableArrays.Create(arguments[0], [.. items.Select(item => Convert(warn, context, item, arguments[0]))]), null)
                : (null, Mismatch<ImmutableArray<object>>(context, value));
        }

        if (definition == typeof(ImmutableDictionary<,>))
        {
            return value is ImmutableDictionary<string, object?> entries
                ? (ImmutableArrays.CreateDictionary(arguments[1], entries.Select(entry => KeyValuePair.Create(
                    entry.Key, Convert(warn, $"{context}.{entry.Key}", entry.Value, arguments[1])))), null)
                : (null, Mismatch<ImmutableDictionary<string, object>>(context, value));
        }

        return definition == typeof(Output<>)
            ? (KnownOutput.MakeGenericMethod(arguments[0]).Invoke(null, [Convert(warn, context, value, arguments[0])]), null)
            : (null, $"Unexpected generic target type {target.FullName} when deserializing {context}");
    }

    private static Output<T> ToKnownOutput<T>(object? value) => Output<T>.Known((T)value!);

    private static (object? Value, string? Error) ToUnion(
        Action<string> warn, string context, object value, Type target, Type[] cases)
    {
        for (var i = 0; i < cases.Length; i++)
        {
            // What a case warns of inside isn't the user's concern while another case may fit.
            var complaints = new List<string>();
            var (converted, error) = TryConvert(complaints.Add, $"{context}.AsT{i}", value, cases[i]);
            if (error is null && (complaints.Count == 0 || i == cases.Length - 1))
            {
                complaints.ForEach(warn);
                return (target.GetMethod($"FromT{i}")!.Invoke(null, [converted]), null);
            }
        }

        return (null, $"Expected {string.Join(" or ", cases.Select(type => type.FullName))} but got " +
            $"{value.GetType().FullName} deserializing {context}");
    }

    private static (object? Value, string? Error) ToEnumType(string context, object value, Type target)
    {
        if (value is not (string or double))
        {
            return (null, $"Expected {typeof(string).FullName} or {typeof(double).FullName} but got " +
                $"{value.GetType().FullName} deserializing {context}");
        }

        var constructor = target.GetConstructor(
            BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic, [value.GetType()]);
        return constructor is null
            ? (null, $"Expected target type {target.FullName} to have a constructor with a single " +
                $"{value.GetType().FullName} parameter deserializing {context}")
            : (constructor.Invoke([value]), null);
    }

    private static (object? Value, string? Error) ToCase(
        Action<string> warn, string context, object value, Type target, string discriminator)
    {
        var cases = target.GetCustomAttributes<DiscriminatedUnionCaseAttribute>().ToList();
        var tag = (value as ImmutableDictionary<string, object?>)?.GetValueOrDefault(discriminator) as string;
        return cases.Find(known => known.Tag == tag) is { } match
            ? TryConvert(warn, context, value, match.Type)
            : (null, $"Expected property \"{discriminator}\" to be one of {string.Join(", ", cases.Select(known => known.Tag).Order())} " +
                $"but got \"{tag}\" deserializing {context}");
    }

    private static (object? Value, string? Error) ToOutputType(Action<string> warn, string context, object value, Type target)
    {
        if (target.GetCustomAttribute<OutputTypeAttribute>() is null)
        {
            return (null, $"Unexpected target type {target.FullName} when deserializing {context}");
        }

        if (OutputTypes.Constructor(target) is not { } constructor)
        {
            return (null, $"Expected target type {target.FullName} to have [OutputConstructor] constructor when deserializing {context}");
        }

        if (value is not ImmutableDictionary<string, object?> fields)
        {
            return (null, Mismatch<ImmutableDictionary<string, object>>(context, value));
        }

        var arguments = constructor.Parameters.Select(parameter => Convert(
            warn,
            $"{target.FullName}({parameter.Parameter.Name})",
            fields.GetValueOrDefault(parameter.Name),
            parameter.Parameter.ParameterType));
        return (constructor.Invoke([.. arguments]), null);
    }

    private static (object? Value, string? Error) ToJson(string context, object value)
    {
        try
        {
            return (JsonSerializer.SerializeToElement(Plain(value), DeepJson), null);
        }
        catch (NotSupportedException exception)
        {
            return (null, $"{exception.Message} when converting {context} to {nameof(JsonElement)}");
        }
    }

    private static object? Plain(object? value) => DeepCall.Run(value, PlainHere);

    private static object? PlainHere(object? value) => value switch
    {
        null or string or double or bool => value,
        ImmutableArray<object?> items => items.Select(Plain).ToArray(),
        ImmutableDictionary<string, object?> entries => entries.ToDictionary(entry => entry.Key, entry => Plain(entry.Value)),
        _ => throw new NotSupportedException($"Unexpected type {value.GetType().FullName}"),
    };

    private static string Mismatch<T>(string context, object value) => Mismatch(typeof(T), context, value);

    private static string Mismatch(Type expected, string context, object value) =>
        $"Expected {expected.FullName} but got {value.GetType().FullName} deserializing {context}";
}
