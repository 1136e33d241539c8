using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using Pulumi;

namespace Dockerland.Infra.Rules;

/// <summary>The inputs of an args object by their wire names; generated code marks properties, or the fields behind secret ones.</summary>
internal static class InputMembers
{
    private const BindingFlags Declared = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static readonly ConcurrentDictionary<Type, ImmutableArray<(string Name, MemberInfo Member)>> Known = new();

    public static IEnumerable<(string Name, object? Value)> Of(InputArgs args) =>
        Known.GetOrAdd(args.GetType(), Find).Select(input => (input.Name, ValueOf(input.Member, args)));

    private static object? ValueOf(MemberInfo member, object args) =>
        member is FieldInfo field ? field.GetValue(args) : ((PropertyInfo)member).GetValue(args);

    private static ImmutableArray<(string, MemberInfo)> Find(Type type)
    {
        var inputs = ImmutableArray.CreateBuilder<(string, MemberInfo)>();
        for (var declaring = type; declaring is not null; declaring = declaring.BaseType)
        {
            foreach (var member in declaring.GetMembers(Declared))
            {
                // The attribute keeps its name to itself, but not the argument it was made of.
                if (member.CustomAttributes.FirstOrDefault(attribute => attribute.AttributeType == typeof(InputAttribute)) is { } input)
                    inputs.Add(((string)input.ConstructorArguments[0].Value!, member));
            }
        }
        return inputs.ToImmutable();
    }
}
