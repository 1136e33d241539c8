using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Dockerland.Cli.Planning;

namespace Dockerland.Tests.Stack.Cli.Planning;

public sealed class PlanTextTests
{
    [Fact]
    public void Children_Are_Indented_Below_Their_Parent() =>
        Assert.Equal(
            """
            shop dev: 1 resources in 1 components
            + pulumi:pulumi:Stack shop-dev
              + shop:web:Fleet web
                + aws:ec2/vpc:Vpc web
                    cidrBlock: 10.0.0.0/16
            outputs
              address: <web.ip>

            """,
            PlanText.Render(new(
                "shop",
                "dev",
                [
                    Resource("pulumi:pulumi:Stack", "shop-dev", depth: 0, custom: false),
                    Resource("shop:web:Fleet", "web", depth: 1, custom: false),
                    Resource("aws:ec2/vpc:Vpc", "web", depth: 2, custom: true) with { Inputs = Values(("cidrBlock", "10.0.0.0/16")) },
                ],
                Values(("address", "<web.ip>")))));

    [Fact]
    public void Options_Stand_Before_Inputs() =>
        Assert.Equal(
            ["+ t:m:T n", "    [import]: Z1", "    name: x"],
            Body(Resource("t:m:T", "n", 0, custom: true) with { Options = Values(("import", "Z1")), Inputs = Values(("name", "x")) }));

    [Theory]
    [InlineData("""{"b":{"y":1,"x":[true,null]},"a":{}}""", "a: {}|b:|  x:|    - true|    - null|  y: 1")]
    [InlineData("""{"list":[{"k":"v"},[]]}""", "list:|  - k: v|  - []")]
    [InlineData("""{"list":[{"b":1,"a":{"c":2}},[[1]]]}""", "list:|  - a:|      c: 2|    b: 1|  -|    -|      - 1")]
    public void Values_Nest(string json, string lines) => Assert.Equal(lines.Split('|'), Inputs(JsonNode.Parse(json)!.AsObject()));

    [Fact]
    public void A_Text_Of_Several_Lines_Is_A_Block() =>
        Assert.Equal(["a: |", "  #!/bin/sh", "", "    echo"], Inputs(new() { ["a"] = "#!/bin/sh\n\n  echo\n" }));

    [Fact]
    public void A_Block_Without_A_Last_Line_End_Says_So() => Assert.Equal(["a: |-", "  x", "  y"], Inputs(new() { ["a"] = "x\ny" }));

    [Fact]
    public void A_Policy_Is_Shown_As_What_It_Says() =>
        Assert.Equal(["policy: (JSON)", "  Statement:", "    - Action: sns:Publish"], Inputs(new() { ["policy"] = """{"Statement":[{"Action":"sns:Publish"}]}""" }));

    [Theory]
    [InlineData("""{"a":1,"a":2}""")]
    [InlineData("{not json}")]
    [InlineData("{}")]
    public void A_Text_That_Only_Looks_Like_Json_Stays_Text(string value) =>
        Assert.Equal([$"a: {ScalarText.Inline(value)}"], Inputs(new() { ["a"] = value }));

    [Theory]
    [InlineData("plain text", "plain text")]
    [InlineData("<secret>", "<secret>")]
    [InlineData("", "\"\"")]
    [InlineData("1", "\"1\"")]
    [InlineData("true", "\"true\"")]
    [InlineData("null", "\"null\"")]
    [InlineData(" x", "\" x\"")]
    [InlineData("[x", "\"[x\"")]
    [InlineData("say \"hi\"", "say \"hi\"")]
    [InlineData("\"hi\"", "\"\\\"hi\\\"\"")]
    [InlineData("+ aws:ec2/vpc:Vpc fake", "\"+ aws:ec2/vpc:Vpc fake\"")]
    [InlineData("\u001b[2Jgone", "\"\\u001b[2Jgone\"")]
    [InlineData("ab\u202Ecd", "\"ab\\u202ecd\"")]
    [InlineData("one\rtwo", "\"one\\rtwo\"")]
    [InlineData("größe 🐳", "größe 🐳")]
    public void A_Value_Can_Not_Be_Mistaken(string value, string shown) => Assert.Equal([$"a: {shown}"], Inputs(new() { ["a"] = value }));

    [Fact]
    public void A_Block_Hides_No_Terminal_Codes() => Assert.Equal(["a: |", "  x\\u001b[2J", "  y\\r"], Inputs(new() { ["a"] = "x\u001b[2J\ny\r\n" }));

    [Fact]
    public void A_Key_With_A_Colon_Is_Quoted() => Assert.Equal(["\"a: b\": c"], Inputs(new() { ["a: b"] = "c" }));

    private static string[] Inputs(JsonObject inputs) =>
        [.. Body(Resource("t:m:T", "n", 0, custom: true) with { Inputs = inputs.ToImmutableSortedDictionary(StringComparer.Ordinal) }).Skip(1).Select(line => line.Length == 0 ? line : line[4..])];

    private static string[] Body(PlannedResource resource) =>
        PlanText.Render(new("shop", "dev", [resource], Values())).TrimEnd('\n').Split('\n')[1..];

    private static PlannedResource Resource(string type, string name, int depth, bool custom) =>
        new($"urn:pulumi:dev::shop::{type}::{name}", null, depth, type, name, custom, Values(), Values());

    private static ImmutableSortedDictionary<string, JsonNode?> Values(params (string Key, string Value)[] values) =>
        values.ToImmutableSortedDictionary(value => value.Key, value => (JsonNode?)value.Value, StringComparer.Ordinal);
}
