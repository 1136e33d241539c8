using System.Reflection;

namespace Dockerland.Tests.Sdks.AwsSdk;

/// <summary>Types as lines of text that are equal where source code can't tell two assemblies apart.</summary>
internal static class ApiText
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>The type's base, its interfaces and what users can see of it, each with the type's name before it.</summary>
    public static IEnumerable<string> Lines(Type type)
    {
        var name = Name(type);
        yield return $"{name}: {Kind(type)}";
        if (type.BaseType is { } parent)
            yield return $"{name}: base {Name(parent)}";
        foreach (var contract in type.GetInterfaces().Select(Name).Order(StringComparer.Ordinal))
            yield return $"{name}: is {contract}";
        foreach (var member in type.GetMembers(Declared).Select(member => Member(type, member)).OfType<string>().Order(StringComparer.Ordinal))
            yield return $"{name}: {member}";
    }

    public static string Name(Type type) =>
        type.IsGenericParameter ? type.Name
        : type.IsArray ? Name(type.GetElementType()!) + "[]"
        : type.IsGenericType ? $"{type.GetGenericTypeDefinition().FullName!.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>"
        : type.FullName!;

    private static string Kind(Type type) =>
        type.IsInterface ? "interface" : (type.IsAbstract ? "abstract " : "") + (type.IsSealed ? "sealed " : "") + "class";

    private static string? Member(Type type, MemberInfo member) => member switch
    {
        ConstructorInfo constructor when IsVisible(constructor) => $"constructor({Parameters(constructor)})",
        PropertyInfo property when property.GetMethod is { } getter && IsVisible(getter) =>
            $"property {Modifiers(getter)}{Name(property.PropertyType)} {property.Name}{(property.SetMethod is { } setter && IsVisible(setter) ? " set" : "")}{Default(type, property)}",
        FieldInfo { IsPublic: true } field => $"field {Name(field.FieldType)} {field.Name}",
        MethodInfo { IsSpecialName: false } method when IsVisible(method) => $"method {Modifiers(method)}{Name(method.ReturnType)} {method.Name}({Parameters(method)})",
        MethodInfo { Name: "op_Implicit" } method => $"implicit {Name(method.ReturnType)}({Parameters(method)})",
        _ => null,
    };

    private static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static string Modifiers(MethodInfo method) =>
        (method.IsFamily ? "protected " : "") + (method.IsStatic ? "static " : "") + (method is { IsVirtual: true, IsFinal: false } ? "virtual " : "");

    private static string Parameters(MethodBase method) =>
        string.Join(", ", method.GetParameters().Select(parameter => $"{Name(parameter.ParameterType)} {parameter.Name}{(parameter.IsOptional ? " optional" : "")}"));

    /// <summary>What a fresh object has there: collections are null unless set.</summary>
    private static string Default(Type type, PropertyInfo property)
    {
        if (type.IsAbstract || type.Namespace?.EndsWith(".Model", StringComparison.Ordinal) != true || type.GetConstructor([]) is not { } constructor || typeof(Exception).IsAssignableFrom(type))
            return "";
        return property.GetValue(constructor.Invoke([])) is { } value ? $" = {value}" : " = null";
    }
}
