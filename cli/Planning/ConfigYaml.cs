using System.Globalization;
using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Dockerland.Cli.Planning;

/// <summary>Turns YAML into the texts that the engine hands a program: scalars as they are, lists and objects as JSON.</summary>
internal sealed class ConfigYaml(string file)
{
    // An alias may point at what contains it, or at what grows tenfold with each.
    private const int MaxDepth = 64;
    private const int MaxNodes = 100_000;

    private int _nodes;

    /// <summary>The file's top-level mapping; an empty file is an empty one.</summary>
    public YamlMappingNode Read(string text)
    {
        var yaml = new YamlStream();
        try
        {
            yaml.Load(new StringReader(text));
        }
        catch (YamlException error)
        {
            throw new CliException($"{file}:{error.Start.Line}: {error.InnerException?.Message ?? error.Message}", error);
        }
        return yaml.Documents is [{ RootNode: var root }, ..] ? Mapping(root, "the file") : [];
    }

    public YamlMappingNode Mapping(YamlNode node, string what) => node switch
    {
        YamlMappingNode mapping => mapping,
        YamlScalarNode { Value: null or "", Style: not (ScalarStyle.SingleQuoted or ScalarStyle.DoubleQuoted) } => [],
        _ => throw new CliException($"{file}:{node.Start.Line}: {what} must be a mapping of keys to values."),
    };

    public string Key(YamlNode node) =>
        (node as YamlScalarNode)?.Value ?? throw new CliException($"{file}:{node.Start.Line}: a key must be plain text.");

    /// <summary>The value as configuration text.</summary>
    public string Text(YamlNode node) => node is YamlScalarNode scalar ? scalar.Value ?? "" : ToJson(node, 0)!.ToJsonString(PlanJson.Relaxed);

    private JsonNode? ToJson(YamlNode node, int depth)
    {
        if (depth > MaxDepth || ++_nodes > MaxNodes)
            throw new CliException($"{file}:{node.Start.Line}: more than {MaxDepth} levels or {MaxNodes} values; an alias (*name) may refer to itself.");
        return node switch
        {
            YamlSequenceNode list => new JsonArray([.. list.Children.Select(item => ToJson(item, depth + 1))]),
            YamlMappingNode mapping => new JsonObject(mapping.Children.Select(entry => KeyValuePair.Create(Key(entry.Key), ToJson(entry.Value, depth + 1)))),
            YamlScalarNode { Style: ScalarStyle.Plain } scalar => Typed(scalar.Value ?? ""),
            YamlScalarNode scalar => JsonValue.Create(scalar.Value),
            _ => throw new CliException($"{file}:{node.Start.Line}: neither a value, a list nor a mapping."),
        };
    }

    private static JsonValue? Typed(string text) => text switch
    {
        "" or "~" or "null" => null,
        "true" => JsonValue.Create(true),
        "false" => JsonValue.Create(false),
        _ when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) => JsonValue.Create(whole),
        _ when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) => JsonValue.Create(number),
        _ => JsonValue.Create(text),
    };
}
