using System.Text.Json.Nodes;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Pulumi.Serialization;

namespace Dockerland.Tests.Sdks.Pulumi.Fakes;

/// <summary>Values as they stand on the wire.</summary>
internal static class WireValue
{
    public const string Key = "4dabf18193072939515e22adb298388d";
    public const string AssetMark = "c44067f5952c0a294b673a41bacd8c17";
    public const string ArchiveMark = "0def7320c3a5731c473e5ecbe6d01bc7";
    public const string SecretMark = "1b47061264138c4ac30d75fd1eb44270";
    public const string ResourceMark = "5cf8f73096256a8f31e491e813e4eb8e";
    public const string OutputMark = "d0e6a833031e9bbcd3f4e8bde6ca49a4";
    public const string UnknownMark = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

    public static async Task<Value> SerializeAsync(object? value, bool keepResources = true) =>
        await new Serializer(keepResources).SerializeAsync("prop", value);

    public static Value Parse(string json) => Value.Parser.ParseJson(json);

    /// <summary>Equal as JSON: order of keys and spaces don't count.</summary>
    public static void Same(string expected, IMessage actual)
    {
        var text = JsonFormatter.Default.Format(actual);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), JsonNode.Parse(text)), $"Expected {expected}, got {text}");
    }

    public static int DepthOf(Value value)
    {
        for (var depth = 0; ; depth++)
        {
            switch (value.KindCase)
            {
                case Value.KindOneofCase.ListValue:
                    value = value.ListValue.Values.Single();
                    break;
                case Value.KindOneofCase.StructValue:
                    value = value.StructValue.Fields.Values.Single();
                    break;
                default:
                    return depth;
            }
        }
    }
}
