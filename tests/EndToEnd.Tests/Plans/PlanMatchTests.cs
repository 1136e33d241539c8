using System.Text.Json;

namespace Dockerland.Tests.EndToEnd.Plans;

public sealed class PlanMatchTests
{
    private const string Unknown = "\"04da6b54-80e4-46f7-96ec-b56ff0331ba9\"";

    [Theory]
    [InlineData("3", "3")]
    [InlineData("\"<web.arn>\"", Unknown)]
    [InlineData("\"arn:aws:sqs:*:<web.name>\"", Unknown)]
    [InlineData("\"<web.name>\"", "\"web-0a1b2c3\"")]
    [InlineData("\"arn:<web.name>:x\"", "\"arn:web-0a1b2c3:x\"")]
    [InlineData("\"<secret>\"", """{"4dabf18193072939515e22adb298388d":"1b47061264138c4ac30d75fd1eb44270","value":"x"}""")]
    [InlineData("\"<zone.id>\"", """{"4dabf18193072939515e22adb298388d":"d0e6a833031e9bbcd3f4e8bde6ca49a4","dependencies":[]}""")]
    [InlineData("\"<unknown>\"", Unknown)]
    [InlineData("[\"<a.id>\"]", Unknown)]
    [InlineData("\"<archive sha256:0123456789abcdef run>\"", """{"4dabf18193072939515e22adb298388d":"0def7320c3a5731c473e5ecbe6d01bc7","assets":{}}""")]
    [InlineData("\"#!/bin/sh\"", "\"IyEvYmluL3No\"")]
    [InlineData("""[{"a":[true]}]""", """[{"a":[true]}]""")]
    public void A_Planned_Value_Matches_What_The_Preview_Sends(string plan, string sent) => Assert.Empty(Differences(plan, sent));

    [Theory]
    [InlineData("3", "4")]
    [InlineData("3", "\"3\"")]
    [InlineData("\"a text\"", Unknown)]
    [InlineData("\"<web.name>\"", "\"api-0a1b2c3\"")]
    [InlineData("\"plain\"", """{"4dabf18193072939515e22adb298388d":"1b47061264138c4ac30d75fd1eb44270","value":"plain"}""")]
    [InlineData("\"<secret>\"", "\"plain\"")]
    [InlineData("[\"a text\"]", Unknown)]
    [InlineData("[1]", "[1,2]")]
    [InlineData("{}", """{"a":1}""")]
    [InlineData("""{"a":1}""", "{}")]
    public void A_Planned_Value_That_Differs_Is_Reported_With_Its_Path(string plan, string sent) =>
        Assert.StartsWith("web", Assert.Single(Differences(plan, sent)), StringComparison.Ordinal);

    private static IEnumerable<string> Differences(string plan, string sent) =>
        PlanMatch.Differences("web", JsonElement.Parse(plan), JsonElement.Parse(sent));
}
