using System.Text.Json.Nodes;
using Dockerland.Cli.Planning;

namespace Dockerland.Tests.Stack.Cli.Planning.Impact;

/// <summary>
/// A plan, and for each case a folder that says what is different in the next one: <c>change.json</c> holds, by type and
/// name, a merge patch (RFC 7396) of the resource, or null where it is gone.
/// </summary>
internal static class GoldenCases
{
    private static readonly string Folder = Path.Combine(Support.Repository.Root, "tests/Stack.Tests/Cli/Planning/Impact/cases");

    public static IEnumerable<string> Names => Directory.EnumerateDirectories(Folder).Select(folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal);

    public static Plan Before => PlanReader.Read(Text("before.json"), "before.json");

    public static string Expected(string name) => Text(name, "expected.txt");

    public static Plan After(string name)
    {
        var plan = JsonNode.Parse(Text("before.json"))!.AsObject();
        var resources = plan["resources"]!.AsArray();
        foreach (var (title, patch) in JsonNode.Parse(Text(name, "change.json"))!.AsObject())
        {
            var resource = resources.Single(candidate => $"{candidate!["type"]} {candidate["name"]}" == title)!.AsObject();
            if (patch is null)
                resources.Remove(resource);
            else
                Merge(resource, patch.AsObject());
        }
        return PlanReader.Read(plan.ToJsonString(), name);
    }

    private static void Merge(JsonObject target, JsonObject patch)
    {
        foreach (var (key, value) in patch)
        {
            if (value is null)
                target.Remove(key);
            else if (value is JsonObject inner && target[key] is JsonObject existing)
                Merge(existing, inner);
            else
                target[key] = value.DeepClone();
        }
    }

    private static string Text(params string[] path) => File.ReadAllText(Path.Combine([Folder, .. path]));
}
