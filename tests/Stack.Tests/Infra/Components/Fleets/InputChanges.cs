using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.IO.Compression;
using System.Text;
using Pulumi;

namespace Dockerland.Tests.Infra.Components.Fleets;

/// <summary>
/// What two runs ask of a cloud differently:
/// | <c>+ Policy web-x</c> | only the second has the resource |
/// | <c>- Policy web-x</c> | only the first |
/// | <c>Group web.minSize: 1 → 2</c> | an input, by its path; items of a list by what tells them apart, else by their place |
/// | <c>Group web(deleteTimeout): 1 → 2</c> | what the engine is told about the resource |
/// Of user-data, decoded, and of policies, the words are shown that only one of the two has, unless they are more than a hundred.
/// </summary>
internal static class InputChanges
{
    private const string UserData = ".userData";

    private static readonly ImmutableArray<string> ItemNames = ["key", "name", "resourceType", "instanceType"];

    /// <param name="before">A program, which is handed a transformation to register all resources with.</param>
    /// <param name="after">The other program.</param>
    public static async Task<IEnumerable<string>> BetweenAsync(Action<ResourceTransformation> before, Action<ResourceTransformation> after)
    {
        var (first, second) = (await LeavesAsync(before), await LeavesAsync(after));
        return first.Keys.Except(second.Keys).Select(name => $"- {name}")
            .Concat(second.Keys.Except(first.Keys).Select(name => $"+ {name}"))
            .Concat(first.Keys.Intersect(second.Keys).SelectMany(name => Changes(first[name], second[name])))
            .Order(StringComparer.Ordinal);
    }

    private static IEnumerable<string> Changes(Dictionary<string, string> before, Dictionary<string, string> after) => before.Keys.Union(after.Keys)
        .Select(path => (Path: path, Old: before.GetValueOrDefault(path, "none"), New: after.GetValueOrDefault(path, "none")))
        .Where(change => change.Old != change.New)
        .Select(change => $"{change.Path}: {Difference(change.Path, change.Old, change.New)}");

    private static string Difference(string path, string old, string now)
    {
        if (path.EndsWith(UserData, StringComparison.Ordinal)) return WordDifference(Words(old), Words(now));

        return path.EndsWith(".policy", StringComparison.Ordinal) ? WordDifference(Texts(old), Texts(now)) : $"{old} → {now}";
    }

    private static string WordDifference(string[] old, string[] now) => $"{Text(old.Except(now))} → {Text(now.Except(old))}";

    private static string Text(IEnumerable<string> words) => words.ToArray() switch
    {
        [] => "none",
        { Length: > 100 } => "more than a hundred words",
        var some => string.Join(' ', some),
    };

    /// <summary>The texts of a JSON document.</summary>
    private static string[] Texts(string json) => [.. json.Split('"').Where(text => text.Any(char.IsLetterOrDigit))];

    private static string[] Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Resource → path → value.</summary>
    private static async Task<Dictionary<string, Dictionary<string, string>>> LeavesAsync(Action<ResourceTransformation> program)
    {
        var options = new ConcurrentDictionary<string, ResourceOptions>();
        var cloud = await Cloud.RunAsync(() => program(Record(options)));
        return cloud.Requests.Where(request => !request.Type!.StartsWith("dockerland:", StringComparison.Ordinal)).ToDictionary(request => NameOf(request.Type!, request.Name!), request =>
        {
            var name = NameOf(request.Type!, request.Name!);
            var leaves = new Dictionary<string, string>();
            Collect(name, request.Inputs, leaves);
            leaves.Add($"{name}(ignoreChanges)", string.Join(' ', options[name].IgnoreChanges));
            leaves.Add($"{name}(deleteTimeout)", $"{options[name].CustomTimeouts?.Delete}");
            return leaves;
        });
    }

    private static ResourceTransformation Record(ConcurrentDictionary<string, ResourceOptions> options) => args =>
    {
        options[NameOf(args.Resource.GetResourceType(), args.Resource.GetResourceName())] = args.Options;
        return null;
    };

    private static string NameOf(string type, string name) => $"{type.Split(':')[^1]} {name}";

    private static void Collect(string path, object? value, Dictionary<string, string> leaves)
    {
        switch (value)
        {
            case IReadOnlyDictionary<string, object> { Count: > 0 } map:
                foreach (var (key, item) in map) Collect($"{path}.{key}", item, leaves);
                break;
            case ImmutableArray<object> { Length: > 0 } list:
                foreach (var (index, item) in list.Index()) Collect($"{path}[{ItemName(item) ?? $"{index}"}]", item, leaves);
                break;
            case string text when path.EndsWith(UserData, StringComparison.Ordinal):
                leaves.Add(path, Decode(Convert.FromBase64String(text)));
                break;
            default:
                leaves.Add(path, value as string ?? Cloud.Json(value));
                break;
        }
    }

    /// <summary>User-data as a host reads it, packed or not.</summary>
    public static string Decode(byte[] userData)
    {
        if (userData is not [0x1F, 0x8B, ..]) return Encoding.UTF8.GetString(userData);

        using var reader = new StreamReader(new GZipStream(new MemoryStream(userData), CompressionMode.Decompress));
        return reader.ReadToEnd();
    }

    private static string? ItemName(object item) => item is IReadOnlyDictionary<string, object> map
        ? ItemNames.Where(map.ContainsKey).Select(name => map[name] as string).FirstOrDefault()
        : null;
}
