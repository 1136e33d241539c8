using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Dockerland.Cli.Planning;
using Dockerland.Tests.Stack.Cli.Planning.Impact;

namespace Dockerland.Tests.Stack.Cli.Planning;

public sealed class PlanSummaryTests
{
    [Fact]
    public void It_Names_Fleets_And_Records() => Assert.Equal(
        [
            "fleet web: 2 to 6 hosts of t3.micro",
            "record web.dev.example.com in <zone.zoneId>: the hosts of web, kept by the updater",
            "record dev.example.com MX in <zone.zoneId>: 10 mail.example.com (TTL 300)",
        ],
        PlanSummary.Of(GoldenCases.Before));

    [Theory]
    [InlineData("0.0.0.0/0", "open to the world: tcp 80 of door")]
    [InlineData("10.0.0.0/16", null)]
    public void It_Names_What_The_World_May_Reach(string range, string? line) => Assert.Equal(
        line,
        PlanSummary.Of(Plan(Resource("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", "door", ("cidrIpv4", range), ("ipProtocol", "tcp"), ("fromPort", 80), ("toPort", 80)))).SingleOrDefault());

    [Fact]
    public void It_Names_What_Is_Kept()
    {
        var zone = Resource("aws:route53/zone:Zone", "zone");

        Assert.Equal(
            "kept: zone (aws:route53/zone:Zone) is protected against deletion",
            Assert.Single(PlanSummary.Of(Plan(zone with { Options = zone.Options.Add("protect", true) }))));
    }

    private static Plan Plan(PlannedResource resource) => new("shop", "dev", [resource], ImmutableSortedDictionary<string, JsonNode?>.Empty);

    private static PlannedResource Resource(string type, string name, params (string Key, JsonNode Value)[] inputs) => new(
        $"urn:pulumi:dev::shop::{type}::{name}", null, 0, type, name, true,
        inputs.ToImmutableSortedDictionary(input => input.Key, input => (JsonNode?)input.Value, StringComparer.Ordinal),
        ImmutableSortedDictionary<string, JsonNode?>.Empty);
}
