using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;
using Amazon.Runtime;

namespace Dockerland.Tests.Support.Aws;

/// <summary>Objects with every member set, the same for the same names, whatever assembly their types are of.</summary>
public static class SampleValues
{
    /// <param name="type">What to make.</param>
    /// <param name="depth">How deep structures are filled; those that hold themselves have no end.</param>
    public static object Fill(Type type, int depth)
    {
        var value = Activator.CreateInstance(type)!;
        foreach (var property in Members(type))
        {
            if (Value(property.PropertyType, property.Name, depth) is { } member)
                property.SetValue(value, member);
        }
        return value;
    }

    /// <summary>The members that stand for the model's; the official SDK has some beside them that say whether these are set.</summary>
    public static IEnumerable<PropertyInfo> Members(Type type) => type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(property => property.CanWrite && property.DeclaringType?.Namespace?.StartsWith("Amazon.Runtime", StringComparison.Ordinal) != true)
        .Where(property => !(property.PropertyType == typeof(bool) && property.Name.StartsWith("Is", StringComparison.Ordinal) && property.Name.EndsWith("Set", StringComparison.Ordinal)))
        .OrderBy(property => property.Name, StringComparer.Ordinal);

    private static object? Value(Type type, string name, int depth)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        if (plain == typeof(string))
            return $"{name} <é> & \"quoted\"\t+/";
        if (plain == typeof(bool))
            return true;
        if (plain == typeof(DateTime))
            return new DateTime(2026, 3, 4, 5, 6, 7, 89, DateTimeKind.Utc);
        if (plain == typeof(MemoryStream))
            return new MemoryStream(Encoding.UTF8.GetBytes(name));
        if (plain.IsPrimitive)
            return Convert.ChangeType(name.Length, plain, CultureInfo.InvariantCulture);
        if (typeof(ConstantClass).IsAssignableFrom(plain))
            return plain.GetMethod("FindValue", [typeof(string)])!.Invoke(null, ["some-" + name]);
        if (plain.IsGenericType)
            return Collection(plain, name, depth);
        return depth > 0 ? Fill(plain, depth - 1) : null;
    }

    private static object? Collection(Type type, string name, int depth)
    {
        var collection = Activator.CreateInstance(type)!;
        var arguments = type.GetGenericArguments();
        foreach (var number in new[] { "1", "2" })
        {
            if (Value(arguments[^1], name + number, depth) is not { } element)
                return null;
            if (collection is IDictionary dictionary)
                dictionary.Add(name + number, element);
            else
                ((IList)collection).Add(element);
        }
        return collection;
    }
}
