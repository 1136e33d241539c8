using System.Text.Json.Nodes;

namespace Dockerland.Tests.Sdks.Pulumi.Wire;

/// <summary>What stands on the wire for the things that tests write short.</summary>
internal static class Wire
{
    public const string Unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
    public const string StackUrn = "urn:pulumi:dev::dockerland::pulumi:pulumi:Stack::dockerland-dev";

    private const string Signature = "4dabf18193072939515e22adb298388d";

    public static string ThingUrn(string name) => $"urn:pulumi:dev::dockerland::test:index:Thing::{name}";

    public static string ChildUrn(string name) => $"urn:pulumi:dev::dockerland::test:index:Things$test:index:Thing::{name}";

    public static string Secret(string json) => $$"""{ "{{Signature}}": "1b47061264138c4ac30d75fd1eb44270", "value": {{json}} }""";

    public static string TextAsset(string text) => $$"""{ "{{Signature}}": "c44067f5952c0a294b673a41bacd8c17", "text": "{{text}}" }""";

    public static string Reference(string urn, string id) =>
        $$"""{ "{{Signature}}": "5cf8f73096256a8f31e491e813e4eb8e", "urn": "{{urn}}", "id": "{{id}}" }""";

    /// <summary>Equal as JSON: order of keys and spaces don't count.</summary>
    public static void Equal(string expected, JsonNode actual)
    {
        if (!JsonNode.DeepEquals(JsonNode.Parse(expected), actual)) Assert.Equal(Sorted(JsonNode.Parse(expected)!), Sorted(actual));
    }

    private static string Sorted(JsonNode node) => Sort(node)!.ToJsonString(new() { WriteIndented = true });

    private static JsonNode? Sort(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(members.OrderBy(member => member.Key, StringComparer.Ordinal).Select(member => KeyValuePair.Create(member.Key, Sort(member.Value)))),
        JsonArray elements => new JsonArray([.. elements.Select(Sort)]),
        _ => node?.DeepClone(),
    };
}
