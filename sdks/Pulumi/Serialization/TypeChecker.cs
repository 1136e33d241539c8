using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;

namespace Pulumi.Serialization;

/// <summary>Refuses, when a resource is constructed, property types that nothing could be converted to later.</summary>
internal static class TypeChecker
{
    private static readonly ConcurrentDictionary<Type, string?> Problems = new();

    /// <exception cref="InvalidOperationException">when the type, or one inside it, can't be deserialized</exception>
    public static void Check(string context, Type type)
    {
        if (Problems.GetOrAdd(type, static key => Problem(key, [])) is { } problem)
        {
            throw new InvalidOperationException($"{context} contains invalid type {type.FullName}: {problem}");
        }
    }

    private static string? Problem(Type type, HashSet<Type> seen)
    {
        if (!seen.Add(type) || IsPlain(type))
        {
            return null;
        }

        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return Problem(underlying, seen);
        }

        if (type.IsGenericType)
        {
            return GenericProblem(type, seen);
        }

        if (type.IsInterface && type.GetCustomAttribute<DiscriminatedUnionDiscriminatorAttribute>() is not null)
        {
            return type.GetCustomAttributes<DiscriminatedUnionCaseAttribute>()
                .Select(known => type.IsAssignableFrom(known.Type)
                    ? Problem(known.Type, seen)
                    : $"{known.Type.FullName} is a case of {type.FullName}, but doesn't implement it.")
                .FirstOrDefault(problem => problem is not null);
        }

        if (type.IsEnum)
        {
            return type.GetEnumUnderlyingType() == typeof(int) ? null : $"{type.FullName} must have int as its underlying type.";
        }

        if (type.IsValueType && type.GetCustomAttribute<EnumTypeAttribute>() is not null)
        {
            return EnumTypes.IsConvertible(type)
                ? null
                : $"{type.FullName} had [EnumType], but not both a constructor of a string or double and an explicit conversion back to it.";
        }

        if (type.GetCustomAttribute<OutputTypeAttribute>() is null)
        {
            return $"{type.FullName} is not a supported output type: it lacks [OutputType].";
        }

        return OutputTypes.Constructor(type) is { } constructor
            ? constructor.Parameters.Select(parameter => Problem(parameter.Parameter.ParameterType, seen))
                .FirstOrDefault(problem => problem is not null)
            : $"{type.FullName} had [OutputType], but no constructor with [OutputConstructor].";
    }

    private static string? GenericProblem(Type type, HashSet<Type> seen)
    {
        var definition = type.GetGenericTypeDefinition();
        if (definition == typeof(ImmutableDictionary<,>) && type.GetGenericArguments()[0] != typeof(string))
        {
            return $"{type.FullName} must have string keys.";
        }

        return definition == typeof(ImmutableArray<>) || definition == typeof(ImmutableDictionary<,>)
            || definition == typeof(Union<,>) || definition == typeof(Output<>)
            ? type.GetGenericArguments().Select(argument => Problem(argument, seen)).FirstOrDefault(problem => problem is not null)
            : $"{type.FullName} is not a supported generic output type.";
    }

    private static bool IsPlain(Type type) =>
        type == typeof(bool) || type == typeof(int) || type == typeof(double) || type == typeof(string) || type == typeof(object)
        || type == typeof(JsonElement) || type == typeof(Asset) || type == typeof(Archive) || type == typeof(AssetOrArchive)
        || typeof(Resource).IsAssignableFrom(type);
}
