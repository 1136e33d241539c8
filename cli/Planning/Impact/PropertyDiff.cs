using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Dockerland.Cli.Planning.Impact;

/// <summary>One value that differs.</summary>
/// <param name="Path">Such as <c>tags[docker.role].value</c>.</param>
/// <param name="Before">Null when it is new.</param>
/// <param name="After">Null when it is gone.</param>
internal sealed record PropertyChange(string Path, JsonNode? Before, JsonNode? After)
{
    /// <summary>Not an input but one of the resource's options.</summary>
    public bool IsOption { get; init; }

    /// <summary>The input, or option, that the value is part of.</summary>
    public string Input => Path.Split('.', '[')[0];
}

/// <summary>Finds what differs between two sets of values, as deep inside as a reader would look for it.</summary>
internal static class PropertyDiff
{
    // What tells the items of a list apart, by the first of these that all of them have.
    private static readonly string[] Identities = ["Sid", "key", "name", "Name", "deviceName", "resourceType"];

    public static ImmutableArray<PropertyChange> Between(
        IReadOnlyDictionary<string, JsonNode?> before, IReadOnlyDictionary<string, JsonNode?> after) =>
        [.. Maps("", before, after)];

    private static IEnumerable<PropertyChange> Maps(string path, IReadOnlyDictionary<string, JsonNode?> before, IReadOnlyDictionary<string, JsonNode?> after) => before.Keys
        .Union(after.Keys)
        .Order(StringComparer.Ordinal)
        .SelectMany(key => Values(path.Length == 0 ? key : $"{path}.{key}", before.GetValueOrDefault(key), after.GetValueOrDefault(key)));

    private static IEnumerable<PropertyChange> Values(string path, JsonNode? before, JsonNode? after) => (Readable(before), Readable(after)) switch
    {
        _ when JsonNode.DeepEquals(before, after) => [],
        (JsonObject old, JsonObject now) => Maps(path, old.ToDictionary(), now.ToDictionary()),
        (JsonArray old, JsonArray now) => Lists(path, old, now),
        (var old, var now) => [new(path, old, now)],
    };

    private static IEnumerable<PropertyChange> Lists(string path, JsonArray before, JsonArray after)
    {
        if (Identity(before, after) is { } identity)
            return Maps(Items(before), Items(after));
        if (before.Concat(after).All(item => item is JsonValue))
            return Members(path, before, after);
        return Maps(Numbered(before), Numbered(after));

        Dictionary<string, JsonNode?> Items(JsonArray list) => list.ToDictionary(item => item![identity]!.GetValue<string>());

        IEnumerable<PropertyChange> Maps(Dictionary<string, JsonNode?> old, Dictionary<string, JsonNode?> now) =>
            old.Keys.Union(now.Keys).SelectMany(key => Values($"{path}[{key}]", old.GetValueOrDefault(key), now.GetValueOrDefault(key)));
    }

    private static Dictionary<string, JsonNode?> Numbered(JsonArray list) =>
        list.Index().ToDictionary(item => item.Index.ToString(CultureInfo.InvariantCulture), item => item.Item);

    // The order of such a list hardly ever means anything, so it is shown by what comes and what goes.
    private static IEnumerable<PropertyChange> Members(string path, JsonArray before, JsonArray after)
    {
        var gone = Beyond(before, after).Select(item => new PropertyChange(path, item, null)).ToArray();
        var come = Beyond(after, before).Select(item => new PropertyChange(path, null, item)).ToArray();
        return gone.Length + come.Length > 0 ? gone.Concat(come) : [new(path, before, after)];
    }

    private static JsonNode?[] Beyond(JsonArray list, JsonArray other)
    {
        var left = other.Select(item => item?.ToJsonString()).ToList();
        return [.. list.Where(item => !left.Remove(item?.ToJsonString()))];
    }

    private static string? Identity(JsonArray before, JsonArray after) => Identities.FirstOrDefault(identity =>
        before.Count + after.Count > 0 && new[] { before, after }.All(list =>
            list.All(item => item is JsonObject map && map[identity] is JsonValue value && value.GetValueKind() == JsonValueKind.String)
            && list.DistinctBy(item => item![identity]!.GetValue<string>()).Count() == list.Count));

    /// <summary>A policy is compared by what it says.</summary>
    private static JsonNode? Readable(JsonNode? value) =>
        value is JsonValue text && text.GetValueKind() == JsonValueKind.String && ScalarText.AsJson(text.GetValue<string>()) is { } document ? document : value;
}
