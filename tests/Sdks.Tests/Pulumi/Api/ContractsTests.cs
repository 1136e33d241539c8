using System.Reflection;
using System.Text.RegularExpressions;
using Pulumi;

namespace Dockerland.Tests.Sdks.Pulumi.Api;

/// <summary>What the list's third part says of types: modifiers, base types and nullability.</summary>
public sealed partial class ContractsTests
{
    private static readonly Type[] Exported = typeof(Resource).Assembly.GetExportedTypes();

    public static TheoryData<string, string> Modifiers => Rows(ApiList.Contracts.SelectMany(Declared));

    public static TheoryData<string, string> NullableMembers => Rows(NullableLists().SelectMany(Nullables));

    [Theory]
    [MemberData(nameof(Modifiers))]
    public void Type_Has_Its_Modifiers(string modifiers, string name)
    {
        var type = Find(name);

        Assert.Equal(modifiers, ModifiersOf(type));
    }

    [Theory]
    [MemberData(nameof(NullableMembers))]
    public void Member_May_Be_Null(string type, string member)
    {
        var property = Find(type).GetProperty(member)!;

        var isNullable = Nullable.GetUnderlyingType(property.PropertyType) is not null
            || new NullabilityInfoContext().Create(property).ReadState == NullabilityState.Nullable;

        Assert.True(isNullable, $"{type}.{member} is not nullable");
    }

    [Fact]
    public void The_List_Has_Modifiers_And_Nullable_Members() => Assert.True(Modifiers.Count > 40 && NullableMembers.Count > 20);

    [Theory]
    [InlineData(typeof(CustomResource), typeof(Resource))]
    [InlineData(typeof(ComponentResource), typeof(Resource))]
    [InlineData(typeof(ProviderResource), typeof(CustomResource))]
    [InlineData(typeof(Stack), typeof(ComponentResource))]
    [InlineData(typeof(StackReference), typeof(CustomResource))]
    [InlineData(typeof(InvokeOutputOptions), typeof(InvokeOptions))]
    [InlineData(typeof(ResourceArgs), typeof(InputArgs))]
    [InlineData(typeof(InvokeArgs), typeof(InputArgs))]
    [InlineData(typeof(CallArgs), typeof(InputArgs))]
    [InlineData(typeof(InputList<string>), typeof(Input<System.Collections.Immutable.ImmutableArray<string>>))]
    [InlineData(typeof(InputMap<string>), typeof(Input<System.Collections.Immutable.ImmutableDictionary<string, string>>))]
    [InlineData(typeof(InputUnion<string, int>), typeof(Input<Union<string, int>>))]
    public void Type_Has_Its_Base(Type type, Type expected) => Assert.Equal(expected, type.BaseType);

    private static TheoryData<string, string> Rows(IEnumerable<(string, string)> pairs)
    {
        var rows = new TheoryData<string, string>();
        foreach (var (first, second) in pairs)
        {
            rows.Add(first, second);
        }

        return rows;
    }

    private static Type Find(string name)
    {
        var parts = name.Split('<');
        var clr = parts.Length == 1 ? name : $"{parts[0]}`{parts[1].Count(c => c == ',') + 1}";
        return Array.Find(Exported, type => type.Name == clr) ?? throw new InvalidOperationException($"No type {name}.");
    }

    private static string ModifiersOf(Type type) => type switch
    {
        { IsValueType: true } => type.IsDefined(typeof(System.Runtime.CompilerServices.IsReadOnlyAttribute)) ? "readonly struct" : "struct",
        { IsAbstract: true, IsSealed: true } => "static class",
        { IsAbstract: true } => "abstract class",
        { IsSealed: true } => "sealed class",
        _ => "class (open)",
    };

    /// <summary>Types after their modifiers; lists go on in indented lines.</summary>
    private static IEnumerable<(string, string)> Declared(string line, int index)
    {
        if (Modifier().Match(line) is not { Success: true } match)
        {
            return [];
        }

        var text = match.Groups[2].Value + string.Concat(ApiList.Contracts.Skip(index + 1).TakeWhile(next => next.StartsWith("   ", StringComparison.Ordinal)));
        var names = BaseType().Replace(Words().Replace(text, ""), "");
        return TypeName().Matches(names).Select(name => (match.Groups[1].Value, name.Value.Replace(" ", "", StringComparison.Ordinal)));
    }

    private static MatchCollection NullableLists() =>
        MemberLists().Matches(string.Concat(ApiList.Contracts.SkipWhile(line => !line.StartsWith("nullable:", StringComparison.Ordinal)).Take(4)));

    private static IEnumerable<(string, string)> Nullables(Match list) =>
        list.Groups[2].Value.Split(',').Select(member => (list.Groups[1].Value, member.Trim()));

    [GeneratedRegex(@"^(sealed class|static class|abstract class|class \(open\)|readonly struct)\s+(.*)$")]
    private static partial Regex Modifier();

    [GeneratedRegex("all attributes except ResourceTypeAttribute|Mock\\*Args")]
    private static partial Regex Words();

    [GeneratedRegex(@" : \w+(<[^>]*>)?")]
    private static partial Regex BaseType();

    [GeneratedRegex(@"\w+(<[^>]*>)?")]
    private static partial Regex TypeName();

    [GeneratedRegex(@"(\w+)\.\{([^}]*)\}")]
    private static partial Regex MemberLists();
}
