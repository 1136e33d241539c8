using System.Text.Json.Nodes;
using Dockerland.Sdks.Generate;
using Dockerland.Sdks.Generate.Aws.Cutting;

namespace Dockerland.Tests.Sdks.AwsSdk;

public sealed class ModelCutTests
{
    private static readonly JsonObject Model = Parse("""
        {
          "metadata": { "uid": "zoo-2020-01-01", "protocol": "query" },
          "operations": {
            "Find": {
              "input": { "type": "structure", "required": ["Name"], "members": { "Name": {}, "Kind": { "location": "querystring" } } },
              "output": { "resultWrapper": "FindResult", "type": "structure", "members": { "Animals": { "shape": "S1", "locationName": "animalSet" } } }
            },
            "Feed": { "input": { "type": "structure", "members": {} } }
          },
          "shapes": {
            "S1": { "type": "list", "member": { "shape": "S2", "locationName": "item" } },
            "S2": { "type": "structure", "members": { "Age": { "type": "integer" }, "Young": { "shape": "S1" } } },
            "S3": { "type": "structure", "members": {} }
          }
        }
        """);

    private static readonly TypeDeclarations Declarations = TypeDeclarations.Parse("""
          find(params: Zoo.Types.FindInput, callback?: (err: AWSError, data: Zoo.Types.FindOutput) => void): Request<Zoo.Types.FindOutput, AWSError>;
          export interface FindInput {
            Name: Name;
            Kind?: Kind;
          }
          export interface FindOutput {
            Animals?: Animals;
          }
          export interface Animal {
            Age?: Age;
            Young?: Animals;
          }
          export type Animals = Animal[];
          export type Kind = "cat"|string;
        """);

    private static readonly JsonObject WithErrors = Parse("""
        {
          "operations": { "Find": { "errors": [{ "shape": "NotFound" }] } },
          "shapes": {
            "NotFound": { "type": "structure", "members": { "hints": { "shape": "Hints" } }, "error": { "code": "Gone", "httpStatusCode": 404 }, "exception": true },
            "Hints": { "type": "list", "member": { "shape": "Hint" } },
            "Hint": { "type": "string" }
          }
        }
        """);

    private static JsonObject Cut => new ModelCut(Model, Declarations, WithErrors).Apply(Parse("""{ "pagination": { "Feed": { "input_token": "a" } } }"""), ["Find"]);

    [Fact]
    public void Only_What_Is_Listed_And_What_That_Reaches_Is_Kept()
    {
        Assert.Equal(["Find"], Cut["operations"]!.AsObject().Select(operation => operation.Key));
        Assert.Equal(["Animal", "Kind", "NotFound"], Cut["shapes"]!.AsObject().Select(shape => shape.Key));
        Assert.Empty(Cut["pagination"]!.AsObject());
    }

    [Fact]
    public void A_Structure_That_Holds_Itself_Has_Its_Name_Back() =>
        AssertJson(
            """{ "type": "structure", "members": { "Age": { "type": "integer" }, "Young": { "type": "list", "member": { "shape": "Animal", "locationName": "item" } } } }""",
            Cut["shapes"]!["Animal"]);

    [Fact]
    public void A_Member_Keeps_Its_Place_On_The_Wire() =>
        AssertJson("""{ "shape": "Kind", "location": "querystring" }""", Cut["operations"]!["Find"]!["input"]!["members"]!["Kind"]);

    [Fact]
    public void Errors_Come_With_Their_Codes() =>
        AssertJson(
            """
            { "type": "structure", "members": { "hints": { "type": "list", "member": { "type": "string" } } }, "exception": true, "error": { "code": "Gone", "httpStatusCode": 404 } }
            """,
            Cut["shapes"]!["NotFound"]);

    [Fact]
    public void An_Operation_That_The_Model_Lacks_Is_Named()
    {
        var exception = Assert.Throws<GenerateException>(() => new ModelCut(Model, Declarations, WithErrors).Apply(Parse("""{ "pagination": {} }"""), ["Fly"]));

        Assert.Equal("zoo-2020-01-01 has no operation 'Fly'. Correct operations.json.", exception.Message);
    }

    private static JsonObject Parse(string json) => JsonNode.Parse(json)!.AsObject();

    private static void AssertJson(string expected, JsonNode? actual) => Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), actual), actual?.ToJsonString());
}
