using System.Text.Json.Nodes;
using Dockerland.Sdks.Generate;

namespace Dockerland.Tests.Sdks.Bindings;

public sealed class SchemaCutTests
{
    private const string Whole = """
        {
          "name": "cloud", "version": "1.2.3", "description": "long", "homepage": "https://example.com", "logoUrl": "https://example.com/logo.png",
          "meta": { "moduleFormat": "(.*)(?:/[^/]*)" },
          "language": { "csharp": { "namespaces": { "net": "Net" } }, "nodejs": { "dependencies": {} } },
          "config": { "variables": { "auth": { "$ref": "#/types/cloud:config/auth:auth" } } },
          "provider": {
            "inputProperties": { "tags": { "$ref": "#/types/cloud:index/Tags:Tags" } },
            "methods": { "describe": "pulumi:providers:cloud/describe" }
          },
          "types": {
            "cloud:config/auth:auth": { "type": "object" },
            "cloud:index/Tags:Tags": { "type": "object" },
            "cloud:net/Mode:Mode": { "type": "string", "enum": [{ "value": "a", "description": "long" }] },
            "cloud:net/Rule:Rule": { "type": "object", "properties": { "mode": { "$ref": "#/types/cloud:net%2FMode:Mode" }, "next": { "$ref": "#/types/cloud:net/Rule:Rule" } } },
            "cloud:net/Filter:Filter": { "type": "object" },
            "cloud:net/Unused:Unused": { "type": "object" }
          },
          "resources": {
            "cloud:net/wall:Wall": {
              "description": "A wall.",
              "inputProperties": {
                "description": { "type": "string", "description": "The description's description." },
                "methods": { "type": "string" },
                "rules": { "type": "array", "items": { "$ref": "#/types/cloud:net/Rule:Rule" } },
                "source": { "$ref": "pulumi.json#/Archive" },
                "zone": { "oneOf": [{ "type": "string" }, { "$ref": "#/resources/cloud:net/zone:Zone" }] }
              },
              "aliases": [{ "type": "cloud:old/wall:Wall" }]
            },
            "cloud:net/zone:Zone": {},
            "cloud:net/unused:Unused": {}
          },
          "functions": {
            "cloud:index/getWalls:getWalls": { "inputs": { "properties": { "by": { "additionalProperties": { "$ref": "#/types/cloud:net/Filter:Filter" } } } } },
            "cloud:net/getUnused:getUnused": {},
            "pulumi:providers:cloud/describe": { "inputs": { "properties": { "__self__": { "$ref": "#/resources/pulumi:providers:cloud" } } } }
          }
        }
        """;

    private static readonly Binding Binding = new(["cloud:net/wall:Wall"], ["cloud:index/getWalls:getWalls"]);

    private static JsonObject Cut() => SchemaCut.Apply(JsonNode.Parse(Whole)!.AsObject(), Binding);

    [Fact]
    public void Only_What_Is_Named_And_What_That_Reaches_Is_Kept()
    {
        var cut = Cut();

        Assert.Equal(["cloud:net/wall:Wall", "cloud:net/zone:Zone"], Keys(cut, "resources"));
        Assert.Equal(["cloud:index/getWalls:getWalls", "pulumi:providers:cloud/describe"], Keys(cut, "functions"));
        Assert.Equal(
            ["cloud:config/auth:auth", "cloud:index/Tags:Tags", "cloud:net/Filter:Filter", "cloud:net/Mode:Mode", "cloud:net/Rule:Rule"],
            Keys(cut, "types"));
    }

    [Fact]
    public void A_Definition_Stays_As_It_Is_But_For_Its_Descriptions()
    {
        var whole = JsonNode.Parse(Whole)!["resources"]!["cloud:net/wall:Wall"]!;
        whole["description"] = "See https://www.pulumi.com/registry/packages/cloud/api-docs/net/wall/";
        whole["inputProperties"]!["description"]!.AsObject().Remove("description");

        Assert.True(JsonNode.DeepEquals(whole, Cut()["resources"]!["cloud:net/wall:Wall"]));
    }

    [Theory]
    [InlineData("name")]
    [InlineData("version")]
    [InlineData("meta")]
    [InlineData("config")]
    public void What_The_Generator_Needs_Of_The_Package_Stays(string member) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Whole)![member], Cut()[member]));

    [Fact]
    public void Other_Languages_And_What_A_Web_Page_Shows_Go()
    {
        var cut = Cut();

        Assert.Equal("""{"csharp":{"namespaces":{"net":"Net"}}}""", cut["language"]!.ToJsonString());
        Assert.DoesNotContain(cut, member => member.Key is "description" or "homepage" or "logoUrl");
    }

    [Fact]
    public void Cutting_A_Cut_Changes_Nothing() => Assert.Equal(Cut().ToJsonString(), SchemaCut.Apply(Cut(), Binding).ToJsonString());

    [Fact]
    public void A_Token_That_The_Schema_Lacks_Is_Named()
    {
        var binding = new Binding(["cloud:net/gate:Gate"], []);

        var exception = Assert.Throws<GenerateException>(() => SchemaCut.Apply(JsonNode.Parse(Whole)!.AsObject(), binding));

        Assert.Equal(
            "cloud 1.2.3 has no 'resources/cloud:net/gate:Gate'. Look the token up in the schema and correct bindings.json.",
            exception.Message);
    }

    [Fact]
    public void A_Reference_Into_The_Void_Is_Named_With_Its_User()
    {
        var schema = JsonNode.Parse(Whole)!.AsObject();
        schema["types"]!.AsObject().Remove("cloud:net/Mode:Mode");

        var exception = Assert.Throws<GenerateException>(() => SchemaCut.Apply(schema, Binding));

        Assert.Equal(
            "cloud 1.2.3 has no 'types/cloud:net/Mode:Mode', which 'resources/cloud:net/wall:Wall' names. The schema is not whole.",
            exception.Message);
    }

    private static IEnumerable<string> Keys(JsonObject schema, string section) => schema[section]!.AsObject().Select(member => member.Key);
}
