using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Dockerland.Cli.Planning.Impact;

namespace Dockerland.Tests.Stack.Cli.Planning.Impact;

public sealed class PermissionTextTests
{
    [Fact]
    public void What_Has_Other_Conditions_Is_One_Change() => Assert.Equal(
        ["role web", "  ~ a:Get on x, under other conditions", "    - if aws:Name is one", "    + if aws:Name is two"],
        Lines(Change(false, Name("one"), "a:Get"), Change(true, Name("two"), "a:Get")));

    [Fact]
    public void What_Has_No_Conditions_Any_More_Says_So() => Assert.Equal(
        ["role web", "  ~ a:Get on x, now without conditions", "    - if aws:Name is one"],
        Lines(Change(false, Name("one"), "a:Get"), Change(true, Conditions.None, "a:Get")));

    [Fact]
    public void Actions_Beside_Those_With_Other_Conditions_Come_And_Go() => Assert.Equal(
        ["role web", "  - a:List on x", "      if aws:Name is one", "  ~ a:Get on x, under other conditions", "    - if aws:Name is one", "    + if aws:Name is two"],
        Lines(Change(false, Name("one"), "a:Get", "a:List"), Change(true, Name("two"), "a:Get")));

    [Fact]
    public void A_Permission_That_Goes_Is_Not_Hidden_By_Another_That_Has_Other_Conditions() => Assert.Equal(
        ["role web", "  - a:Get on x", "      if aws:Other is three", "  ~ a:Get on x, under other conditions", "    - if aws:Name is one", "    + if aws:Name is two"],
        Lines(Change(false, Read("""{ "StringEquals": { "aws:Other": "three" } }"""), "a:Get"), Change(false, Name("one"), "a:Get"), Change(true, Name("two"), "a:Get")));

    [Fact]
    public void Many_Actions_Are_Counted() => Assert.Equal(
        ["role web", "  + a:0, a:1, a:2, a:3, a:4, a:5, a:6, a:7, a:8, a:9 and 2 more (see details) on x"],
        Lines(Change(true, Conditions.None, [.. Enumerable.Range(0, 12).Select(number => $"a:{number}")])));

    [Fact]
    public void A_Region_Is_Shown_Where_Nothing_Else_Differs() => Assert.Equal(
        ["role web", "  - a:Get on ssm:eu-central-1:parameter/x", "  + a:Get on ssm:eu-west-1:parameter/x", "  + a:Get on parameter/y"],
        Lines(In(false, "eu-central-1", "x"), In(true, "eu-west-1", "x"), In(true, "eu-west-1", "y")));

    [Theory]
    [InlineData("""{ "Null": { "a:Key": "false" } }""", "a:Key is there")]
    [InlineData("""{ "Null": { "a:Key": "true" } }""", "a:Key isn't there")]
    [InlineData("""{ "ForAllValues:StringLike": { "a:Key": ["x*", "y"] } }""", "each a:Key is like x* or y")]
    [InlineData("""{ "ArnNotEqualsIfExists": { "a:Key": "x" } }""", "a:Key (if there is one) is not x")]
    [InlineData("""{ "NumericLessThan": { "a:Key": "3" } }""", "a:Key NumericLessThan 3")]
    public void Conditions_Are_Sentences(string document, string line) => Assert.Equal([line], Read(document).Lines);

    private static IEnumerable<string> Lines(params PermissionChange[] changes) => PermissionText.Lines(changes);

    private static PermissionChange Change(bool gained, Conditions conditions, params ImmutableArray<string> actions) => new(gained, "role web", actions, "x", conditions);

    private static PermissionChange In(bool gained, string region, string name) =>
        new(gained, "role web", ["a:Get"], $"arn:<getPartition.partition>:ssm:{region}:<getCallerIdentity.accountId>:parameter/{name}", Conditions.None);

    private static Conditions Name(string name) => Read($$"""{ "StringEquals": { "aws:Name": "{{name}}" } }""");

    private static Conditions Read(string document) => Conditions.Read(JsonNode.Parse(document)!.AsObject());
}
