using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;

namespace Dockerland.Tests.Infra.Properties;

/// <summary>Parts that generators of settings are made of. Every value is a text of JSON, which can stand in several places.</summary>
internal static class Any
{
    /// <summary>What goes wrong in one of the languages that settings are rendered to.</summary>
    private static readonly string[] Hostile = ["a 'b' \"c\"", "$HOME $(id) `id`", "%n %% %", "{{ .Value }}", "- a: b # c", "\\n\\", "é 漢 🐳", "!important & *alias", "EOF", " space "];

    public static Gen<string> Number(int least, int most) => Gen.Choose(least, most).Select(number => $"{number}");

    public static Gen<string> Flag { get; } = Gen.Elements("true", "false");

    public static Gen<string> Word(params string[] words) => Gen.Elements(words).Select(Quote);

    public static Gen<string> Text { get; } = Gen.Elements(Hostile).Select(Quote);

    /// <summary>Some of these, at least so many, in any order.</summary>
    public static Gen<string[]> Some(int least, params string[] words) =>
        from count in Gen.Choose(least, words.Length)
        from shuffled in Gen.Shuffle(words)
        select shuffled[..count];

    public static Gen<string> Words(int least, params string[] words) => Some(least, words).Select(some => List(some.Select(Quote)));

    /// <summary>An object in which each of these keys is, or isn't.</summary>
    public static Gen<string> Object(params (string Key, Gen<string> Value)[] members) =>
        from values in Gen.CollectToArray(members.Select(member => member.Value))
        from isThere in Gen.ArrayOf(Gen.Elements(true, false), members.Length)
        select Whole(members.Select(member => member.Key).Zip(values).Where((_, index) => isThere[index]));

    /// <summary>An object with all of these keys; those whose value is empty are left out.</summary>
    public static string Whole(IEnumerable<(string Key, string Value)> members) =>
        $"{{{string.Join(',', members.Where(member => member.Value is not "").Select(member => $"{Quote(member.Key)}:{member.Value}"))}}}";

    /// <inheritdoc cref="Whole(IEnumerable{ValueTuple{string, string}})"/>
    public static string Whole(params (string Key, string Value)[] members) => Whole(members.AsEnumerable());

    public static string List(IEnumerable<string> items) => $"[{string.Join(',', items)}]";

    public static string Quote(string text) => JsonValue.Create(text).ToJsonString();

    /// <summary>That value, or none.</summary>
    public static Gen<string> Maybe(this Gen<string> value) => Gen.OneOf(value, Gen.Constant(""));

    /// <summary>The keys of one object and of another.</summary>
    public static string Join(string left, string right) =>
        (left, right) is ("{}", _) or (_, "{}") ? left.Length > right.Length ? left : right : $"{left[..^1]},{right[1..]}";
}
