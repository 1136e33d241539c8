using System.Text.Json.Nodes;

namespace Dockerland.Tests.Infra.Properties;

/// <summary>The same settings in another order.</summary>
internal static class Shuffled
{
    /// <summary>Lists whose order means nothing.</summary>
    private static readonly string[] Sets = ["dockerland:availabilityZones", "dockerland:records", "dockerland:sshCidrs", "dockerland:alarmTargets"];

    /// <summary>Keys of all objects the other way round, and lists that are sets too.</summary>
    public static Configuration Of(Configuration configuration)
    {
        var root = configuration.Parse();
        foreach (var key in Sets.Where(root.ContainsKey))
            root[key] = new JsonArray([.. root[key]!.AsArray().Reverse().Select(item => item?.DeepClone())]);
        return new(Turn(root)!.ToJsonString());
    }

    private static JsonNode? Turn(JsonNode? node) => node switch
    {
        JsonObject entries => new JsonObject(entries.Reverse().Select(entry => KeyValuePair.Create(entry.Key, Turn(entry.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Turn)]),
        _ => node?.DeepClone(),
    };
}
