using System.Reflection;

namespace Dockerland.Infra.Rules;

/// <summary>The methods of a class that have one name, by the generic type that they take first: which of them an input is for is known only when it is there.</summary>
internal sealed class GenericMethods(Type owner, string name)
{
    private readonly Dictionary<Type, MethodInfo> _methods = owner
        .GetMethods(BindingFlags.Instance | BindingFlags.NonPublic)
        .Where(method => method.IsGenericMethodDefinition && method.Name == name)
        .ToDictionary(method => method.GetParameters()[0].ParameterType.GetGenericTypeDefinition());

    /// <summary>The one for a type or one of those that it is made of; null when there is none.</summary>
    public MethodInfo? Find(Type type)
    {
        for (var candidate = type; candidate is not null; candidate = candidate.BaseType)
            if (candidate.IsGenericType && _methods.TryGetValue(candidate.GetGenericTypeDefinition(), out var method))
                return method.MakeGenericMethod(candidate.GetGenericArguments());

        return null;
    }

    /// <summary>Whether a value's type is a generic one, such as <c>Union&lt;,&gt;</c>.</summary>
    public static bool Is(object value, Type definition) => value.GetType() is { IsGenericType: true } type && type.GetGenericTypeDefinition() == definition;

    /// <summary>A property of a value whose type isn't known in full.</summary>
    public static object? Property(object value, string name) => value.GetType().GetProperty(name)!.GetValue(value);
}
