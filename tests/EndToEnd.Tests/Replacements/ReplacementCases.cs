using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Dockerland.Tests.EndToEnd.Replacements;

/// <summary>One input of one type that gets another value.</summary>
/// <param name="Replaces">Whether the data expects that the provider can't do it in place.</param>
public sealed record ReplacementCase(string Type, string Input, bool Replaces)
{
    public string Name => $"{Type.Split(':')[^1]}-{Input}-{(Replaces ? "replaces" : "updates")}";

    public override string ToString() => $"{Type} {Input}";
}

/// <summary>
/// Data/replacements.json: for each type a resource, values that its inputs can get instead, and under <c>starting</c> how
/// the resource is otherwise at first, for cases that the resource itself doesn't fit.
/// </summary>
internal static class ReplacementCases
{
    // The versions of the schemas in sdks/.
    private const string Aws = "7.48.0";
    private const string Docker = "5.2.0";

    private static readonly JsonObject Types =
        JsonNode.Parse(File.ReadAllText(Path.Combine(Dockerland.Tests.Support.Repository.Root, "tests/EndToEnd.Tests/Data/replacements.json")))!.AsObject();

    public static IEnumerable<string> AllTypes => Types.Select(type => type.Key);

    public static IEnumerable<ReplacementCase> All => Types.SelectMany(type =>
        Inputs(type, "replacing").Select(input => new ReplacementCase(type.Key, input, true))
            .Concat(Inputs(type, "updating").Select(input => new ReplacementCase(type.Key, input, false))));

    /// <summary>One resource for each case, as it is at first or as it becomes.</summary>
    public static string Resources(bool changed) => new JsonArray([.. All.Select(one => Resource(one, changed))]).ToJsonString();

    /// <summary>The inputs of a type that get another value, and what is in them that does.</summary>
    public static ImmutableHashSet<string> Tried(string type) =>
        [.. All.Where(one => one.Type == type).SelectMany(one => InputLeaves.Changed(Resource(one, false)["inputs"]!.AsObject(), Resource(one, true)["inputs"]!.AsObject()))];

    private static JsonObject Resource(ReplacementCase one, bool changed)
    {
        var type = Types[one.Type]!;
        var kind = one.Replaces ? "replacing" : "updating";
        var inputs = type["inputs"]!.DeepClone().AsObject();
        foreach (var (input, value) in type["starting"]?[kind]?[one.Input] as JsonObject ?? [])
        {
            inputs.Remove(input);
            if (value is not null)
                inputs[input] = value.DeepClone();
        }
        if (changed)
            inputs[one.Input] = type[kind]![one.Input]!.DeepClone();
        return new() { ["type"] = one.Type, ["name"] = one.Name, ["version"] = one.Type.StartsWith("docker:", StringComparison.Ordinal) ? Docker : Aws, ["inputs"] = inputs };
    }

    private static IEnumerable<string> Inputs(KeyValuePair<string, JsonNode?> type, string kind) => type.Value![kind]!.AsObject().Select(input => input.Key);
}
