using System.Reflection;
using System.Runtime.CompilerServices;

namespace Dockerland.Tests.Sdks.Pulumi.Api;

/// <summary>
/// The public and protected members of an assembly, a line each, in the notation of Roslyn's public API files, with generic
/// parameters by position.
/// </summary>
internal static class ApiReader
{
    private const BindingFlags Declared = BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.NonPublic
        | BindingFlags.Instance | BindingFlags.Static;

    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(string)] = "string",
        [typeof(object)] = "object",
        [typeof(bool)] = "bool",
        [typeof(int)] = "int",
        [typeof(double)] = "double",
        [typeof(byte)] = "byte",
    };

    public static IEnumerable<string> Members(Assembly assembly) => assembly.GetExportedTypes().SelectMany(Members);

    private static IEnumerable<string> Members(Type type)
    {
        yield return NameOf(type);
        if (type.IsSubclassOf(typeof(MulticastDelegate)))
        {
            yield break;
        }

        foreach (var member in type.GetMembers(Declared))
        {
            foreach (var line in Lines(type, member))
            {
                yield return line;
            }
        }
    }

    private static IEnumerable<string> Lines(Type type, MemberInfo member) => member switch
    {
        ConstructorInfo constructor when IsVisible(constructor) && !constructor.IsStatic =>
            [$"{NameOf(type)}.{PlainName(type)}({Parameters(constructor)}) -> void"],
        FieldInfo field when field.IsPublic || field.IsFamily =>
            [$"{(field.IsStatic ? "static " : "")}{(field.IsInitOnly ? "readonly " : "")}{NameOf(type)}.{field.Name} -> {NameOf(field.FieldType)}"],
        PropertyInfo property => property.GetAccessors(nonPublic: true).Where(IsVisible).Select(accessor => Accessor(type, property, accessor)),
        MethodInfo method when IsVisible(method) && !IsAccessor(method) && !IsCompilerMade(method) => [Method(type, method)],
        _ => [],
    };

    private static string Accessor(Type type, PropertyInfo property, MethodInfo accessor)
    {
        var name = property.GetIndexParameters() is [var index] ? $"this[{NameOf(index.ParameterType)} {index.Name}]" : property.Name;
        var result = accessor == property.GetMethod ? $"get -> {NameOf(property.PropertyType)}" : "set -> void";
        return $"{Prefix(accessor)}{NameOf(type)}.{name}.{result}";
    }

    private static string Method(Type type, MethodInfo method)
    {
        var name = method.Name switch
        {
            "op_Implicit" => $"implicit operator {NameOf(method.ReturnType)}",
            "op_Equality" => "operator ==",
            "op_Inequality" => "operator !=",
            _ => method.Name + Generics(method.GetGenericArguments()),
        };
        var names = method.ReturnParameter.GetCustomAttribute<TupleElementNamesAttribute>()?.TransformNames ?? [];
        return $"{Prefix(method)}{NameOf(type)}.{name}({Parameters(method)}) -> {NameOf(method.ReturnType, new(names))}";
    }

    private static string Prefix(MethodInfo method) => method.IsStatic ? "static "
        : method.GetBaseDefinition() != method && method.IsVirtual ? "override " : "";

    private static string Parameters(MethodBase method)
    {
        var isExtension = method.IsDefined(typeof(ExtensionAttribute));
        return string.Join(", ", method.GetParameters().Select((parameter, i) => Parameter(parameter, isExtension && i == 0)));
    }

    private static string Parameter(ParameterInfo parameter, bool isThis)
    {
        var modifier = isThis ? "this " : parameter.IsOut ? "out " : parameter.IsDefined(typeof(ParamArrayAttribute)) ? "params " : "";
        var type = parameter.ParameterType.IsByRef ? parameter.ParameterType.GetElementType()! : parameter.ParameterType;
        var value = parameter.HasDefaultValue
            ? $" = {(parameter.RawDefaultValue is bool flag ? flag ? "true" : "false" : "null")}"
            : "";
        return $"{modifier}{NameOf(type)} {parameter.Name}{value}";
    }

    private static string NameOf(Type type, Queue<string?>? tupleNames = null)
    {
        if (type.IsGenericParameter)
        {
            var outer = type.DeclaringMethod is null ? 0 : type.DeclaringType!.GetGenericArguments().Length;
            return $"!{outer + type.GenericParameterPosition}";
        }

        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return NameOf(underlying) + "?";
        }

        if (type.IsArray)
        {
            return NameOf(type.GetElementType()!) + "[]";
        }

        if (type.IsGenericType && type.FullName?.StartsWith("System.ValueTuple`", StringComparison.Ordinal) != false && Tuple(type) is { } items)
        {
            var names = items.Select(_ => tupleNames?.Count > 0 ? tupleNames.Dequeue() : null).ToList();
            return $"({string.Join(", ", items.Select((item, i) => names[i] is { } name ? $"{NameOf(item)} {name}" : NameOf(item)))})";
        }

        return Keywords.GetValueOrDefault(type) ??
            $"{(type.DeclaringType is { } outerType ? NameOf(outerType) : type.Namespace)}.{PlainName(type)}{Generics(type.GetGenericArguments(), tupleNames)}";
    }

    /// <summary>The items of a tuple of any length: the eighth field holds the rest.</summary>
    private static List<Type>? Tuple(Type type) => !type.Name.StartsWith("ValueTuple`", StringComparison.Ordinal) ? null
        : type.GetGenericArguments() is [.. var first, var rest] && first.Length == 7 ? [.. first, .. Tuple(rest)!]
        : [.. type.GetGenericArguments()];

    private static string Generics(Type[] arguments, Queue<string?>? tupleNames = null) =>
        arguments.Length == 0 ? "" : $"<{string.Join(", ", arguments.Select(argument => NameOf(argument, tupleNames)))}>";

    private static string PlainName(Type type) => type.Name.Split('`')[0];

    private static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static bool IsAccessor(MethodInfo method) =>
        method.IsSpecialName && !method.Name.StartsWith("op_", StringComparison.Ordinal);

    private static bool IsCompilerMade(MethodInfo method) =>
        method.IsDefined(typeof(CompilerGeneratedAttribute)) || method.Name.Contains('<', StringComparison.Ordinal);
}
