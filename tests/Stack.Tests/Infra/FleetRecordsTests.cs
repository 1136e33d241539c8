using Dockerland.Infra;
using Pulumi;

namespace Dockerland.Tests.Infra;

public sealed class FleetRecordsTests
{
    [Theory]
    [InlineData("web", "www.example.com", true, "Public www.example.com, Private nodes.one.example.com")]
    [InlineData("balancer", "", true, "Private nodes.one.example.com, Private ha.example.com")]
    [InlineData("balancer", "www.example.com", false, "Public www.example.com")]
    [InlineData("db", "", false, "")]
    public async Task A_Fleet_Has_The_Records_Of_Its_Kind(string role, string domain, bool hasPrivateZone, string expected)
    {
        var records = "";
        await Cloud.RunAsync(() => records = string.Join(", ", FleetRecords
            .Of("one", new() { Role = role, Domain = domain }, Output.Create("Z1"), hasPrivateZone ? (Output.Create("Z2"), "example.com") : null)
            .Select(record => $"{record.Address} {record.Name}")));

        Assert.Equal(expected, records);
    }
}
