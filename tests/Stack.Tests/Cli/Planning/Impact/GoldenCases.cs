using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Dockerland.Cli.Planning;

namespace Dockerland.Tests.Stack.Cli.Planning.Impact;

/// <summary>
/// The plan of a stack, <c>cases/STACK/before.json</c>, and for each case a folder that says what is different in the next one.
/// <c>change.json</c> holds, by type and name, a merge patch (RFC 7396) of the resource, or null where it is gone with all
/// below it; <c>{"$replace": PATTERN, "$by": TEXT}</c> changes a text or a list. What stands in <c>always</c> is so in both plans. The titles
/// <c>provider</c> and <c>secrets</c> are those entries of the plan.
/// </summary>
internal static class GoldenCases
{
    public static readonly string[] Stacks = ["dev", "prod"];

    private const string Always = "always";

    private static readonly string Folder = Path.Combine(Support.Repository.Root, "tests/Stack.Tests/Cli/Planning/Impact/cases");

    /// <summary>STACK/CASE.</summary>
    public static IEnumerable<string> Names =>
        from stack in Stacks
        from folder in Directory.EnumerateDirectories(PathOf(stack)).Order(StringComparer.Ordinal)
        select $"{stack}/{Path.GetFileName(folder)}";

    public static string PathOf(params ReadOnlySpan<string> parts) => Path.Combine([Folder, .. parts]);

    public static Plan Plan(string stack) => PlanReader.Read(File.ReadAllText(PathOf(stack, "before.json")), "before.json");

    public static string Expected(string name) => PathOf(name, "expected.txt") is var file && File.Exists(file) ? File.ReadAllText(file) : "";

    public static Plan Before(string name) => Patched(name, [Always]);

    public static Plan After(string name) => Patched(name, [Always, "change"]);

    private static Plan Patched(string name, string[] parts)
    {
        var plan = JsonNode.Parse(File.ReadAllText(PathOf(name, "..", "before.json")))!.AsObject();
        var changes = JsonNode.Parse(File.ReadAllText(PathOf(name, "change.json")))!.AsObject();
        var resources = plan["resources"]!.AsArray();
        foreach (var (title, patch) in parts.SelectMany(part => changes[part] as JsonObject ?? []))
        {
            if (title is "provider" or "secrets")
            {
                Merge(plan[title]!.AsObject(), patch!.AsObject());
                continue;
            }
            var resource = resources.Single(candidate => $"{candidate!["type"]} {candidate["name"]}" == title)!.AsObject();
            if (patch is null)
                Remove(resources, resource);
            else
                Merge(resource, patch.AsObject());
        }
        return PlanReader.Read(plan.ToJsonString(), name);
    }

    private static void Remove(JsonArray resources, JsonNode resource)
    {
        foreach (var child in resources.Where(child => child!["parent"]?.GetValue<string>() == resource["urn"]!.GetValue<string>()).ToArray())
            Remove(resources, child!);
        resources.Remove(resource);
    }

    private static void Merge(JsonObject target, JsonObject patch)
    {
        foreach (var (key, value) in patch)
        {
            if (value is null)
                target.Remove(key);
            else if (value is JsonObject edit && edit["$replace"] is { } pattern)
                target[key] = Replaced(target[key]!.ToJsonString(PlanJson.Relaxed), pattern.GetValue<string>(), edit["$by"]!.GetValue<string>());
            else if (value is JsonObject inner && target[key] is JsonObject existing)
                Merge(existing, inner);
            else
                target[key] = value.DeepClone();
        }
    }

    private static JsonNode? Replaced(string text, string pattern, string by) =>
        Regex.IsMatch(text, pattern) ? JsonNode.Parse(Regex.Replace(text, pattern, by)) : throw new InvalidOperationException($"Nothing fits '{pattern}' in {text}");
}
