using System.Collections.Immutable;
using System.Text.Json;
using Dockerland.Cli;
using Dockerland.Cli.Dns;
using Dockerland.Dns;
using static Dockerland.Tests.Stack.Cli.Dns.Reports;

namespace Dockerland.Tests.Stack.Cli.Dns;

public sealed class DnsReportTests
{
    private static readonly NameChange New = Change("www.example.com", null, A("www.example.com", "54.0.0.1"));

    [Fact]
    public void A_Plan_Without_Changes_Exits_With_0() => Assert.Equal(0, DnsVerb.ExitCode(Planned([])));

    [Fact]
    public void A_Plan_With_Changes_Exits_With_2() => Assert.Equal(2, DnsVerb.ExitCode(Planned([New])));

    [Fact]
    public void A_Zone_That_Cant_Be_Read_Is_A_Failure_Whatever_Else_Changes() => Assert.Equal(1, DnsVerb.ExitCode(Planned([New], null, "There is no hosted zone Z2.")));

    [Fact]
    public void Changes_That_Were_Made_Exit_With_0() => Assert.Equal(0, DnsVerb.ExitCode(Done(Plan([New]), new DnsResult([New], ["C1"], [], [], []))));

    [Fact]
    public void A_Change_That_Failed_Is_Named_And_Exits_With_1()
    {
        var report = Done(Plan([New]), new DnsResult([], [], [], [new(New, "Access denied.")], []));

        Assert.Equal((1, "www.example.com: Access denied."), (DnsVerb.ExitCode(report), Assert.Single(report.Problems)));
    }

    [Fact]
    public void Programs_Read_The_Same()
    {
        var json = JsonElement.Parse(DnsJson.Render(Planned([New])));

        Assert.Equal(
            ["kept", "unhealthy", "outOfService"],
            json.GetProperty("groups")[0].GetProperty("records")[0].GetProperty("instances").EnumerateArray().Select(instance => instance.GetProperty("reason").GetString()));
        Assert.Equal(
            """{"zone":"Z1","action":"create","name":"www.example.com","type":"A","setIdentifier":null,"before":null,"after":{"ttl":10,"values":["54.0.0.1"],"healthCheck":null}}""",
            JsonSerializer.Serialize(json.GetProperty("changes")[0]));
    }

    [Fact]
    public void A_Stack_Without_An_Environment_Is_None()
    {
        var error = Assert.Throws<CliException>(() => DnsTarget.Of(new("dockerland", "qa", ImmutableSortedDictionary<string, string>.Empty, [])));

        Assert.Equal("Pulumi.qa.yaml has no dockerland:environment, by which the stack's groups are found. Set it: pulumi config set dockerland:environment staging --stack qa", error.Message);
    }
}
