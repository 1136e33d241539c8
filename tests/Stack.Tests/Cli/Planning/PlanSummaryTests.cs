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
            "fleet balancer: 1 host of t3.micro, running haproxy",
            "fleet web: 1 host of t3.micro, running webapp",
            "record web.dev.example.com in the public zone: the hosts of balancer, kept by the updater",
            "record nodes.balancer.dev.example.com in the private zone: the hosts of balancer, kept by the updater",
            "record ha.dev.example.com in the private zone: the hosts of balancer, kept by the updater",
            "record nodes.web.dev.example.com in the private zone: the hosts of web, kept by the updater",
            "record db.dev.example.com CNAME in the public zone: dev.c1a2b3c4d5e6.eu-central-1.rds.amazonaws.com (TTL 300)",
            "record db.dev.example.com CNAME in the private zone: dev.c1a2b3c4d5e6.eu-central-1.rds.amazonaws.com (TTL 300)",
            "record web.dev.example.com CNAME in the private zone: nodes.balancer.dev.example.com (TTL 300)",
            "open to the world: tcp 443 of balancer",
            "open to the world: tcp 80 of balancer",
        ],
        PlanSummary.Of(GoldenCases.Plan("dev")));

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
            "protected against deletion: DNS zone zone",
            Assert.Single(PlanSummary.Of(Plan(zone with { Options = zone.Options.Add("protect", true) }))));
    }

    private static Plan Plan(PlannedResource resource) => new("shop", "dev", [resource], ImmutableSortedDictionary<string, JsonNode?>.Empty);

    private static PlannedResource Resource(string type, string name, params (string Key, JsonNode Value)[] inputs) => new(
        $"urn:pulumi:dev::shop::{type}::{name}", null, 0, type, name, true,
        inputs.ToImmutableSortedDictionary(input => input.Key, input => (JsonNode?)input.Value, StringComparer.Ordinal),
        ImmutableSortedDictionary<string, JsonNode?>.Empty);
}
