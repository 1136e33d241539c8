using System.Collections.Immutable;
using Dockerland.Dns;
using Dockerland.Infra.Policies;

namespace Dockerland.Tests.Infra.Policies;

/// <summary>What the policy of new settings says to the changes that lead to them from what old ones left in the zone.</summary>
public sealed class ChangedDomainTests
{
    private const string ZoneArn = "arn:zone";
    private const string Stack = "dockerland-dev";

    [Theory]
    [InlineData("www.example.com", "shop.example.com")]
    [InlineData("example.com", "www.example.com")]
    [InlineData("*.example.com", "www.example.com")]
    [InlineData("www.example.com api.example.com", "api.example.com")]
    [InlineData("www.example.com", "")]
    [InlineData("", "www.example.com")]
    public void All_That_A_New_Domain_Changes_Is_Allowed(string before, string after)
    {
        var batches = Batches.Of(Plan(Zone(before), after).Changes);

        Assert.NotEmpty(batches);
        Assert.All(batches, batch => Assert.True(Policy(after).Allows(ZoneArn, batch), string.Join("; ", batch.SelectMany(change => change.Records))));
    }

    [Fact]
    public void A_Name_That_No_Fleet_Has_Is_Not_Made()
    {
        var batch = Assert.Single(Batches.Of(Plan(Zone(""), "api.example.com").Changes));

        Assert.False(Policy("www.example.com").Allows(ZoneArn, batch));
    }

    [Fact]
    public void Nothing_Of_Another_Zone_Is_Removed()
    {
        var batch = Assert.Single(Batches.Of(Plan(Zone("www.example.com"), "").Changes));

        Assert.False(Policy("").Allows("arn:other", batch));
    }

    private static ImmutableArray<Statement> Policy(string domains) => UpdaterPolicy.Statements(new()
    {
        Zones = [ZoneArn],
        PublicZone = (ZoneArn, "example.com"),
        Names = Split(domains),
        Partition = "aws",
        Groups = "arn:groups",
        LogGroup = "arn:log",
        DeadLetterQueue = "arn:queue",
    });

    private static ZoneState Zone(string domains) => new("Z1", [.. Plan(new ZoneState("Z1", []), domains).Changes.SelectMany(change => change.Records).Select(record => record.After!)]) { Name = "example.com" };

    private static DnsPlan Plan(ZoneState zone, string domains) => DnsPlan.Make(
        zone,
        Split(domains).Select(domain => new DesiredSet("Z1", domain, RecordTypes.A, new(Stack, $"{Stack}--{domain}")) { Values = ["54.0.0.1"] }),
        new() { Stack = Stack, Scope = PlanScope.OfGroups() });

    private static string[] Split(string domains) => domains.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
