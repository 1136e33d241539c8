using System.Globalization;
using System.Net;
using Amazon.Route53;
using Amazon.Route53.Model;
using Amazon.Runtime;

namespace Dockerland.Tests.Updater.DnsUpdater.Passes;

/// <summary>Health checks whose sets are gone, since a deletion failed or a function ended too soon.</summary>
public sealed class OrphanedChecksTests : PassTest
{
    // The stack's own part of a reference.
    private string Prefix => string.Join('-', Route53.Checks[0].CallerReference.Split('-')[..2]);

    [Fact]
    public async Task They_Go_With_The_Next_Whole_Pass()
    {
        await CheckedAsync();
        Orphan("i-9");

        await RunAsync();

        Assert.Equal(["i-1"], Hosts());
    }

    [Fact]
    public async Task An_Event_Of_A_Group_Leaves_Them()
    {
        await CheckedAsync();
        Orphan("i-9");

        await RunAsync("web");

        Assert.Equal(["i-1", "i-9"], Hosts());
    }

    [Fact]
    public async Task Those_Of_Others_Stay()
    {
        await CheckedAsync();
        Route53.Checks.Add(new() { Id = "theirs", CallerReference = "dockerland-00000000-i-9-00000000" });
        Route53.Checks.Add(new() { Id = "by hand", CallerReference = "2026-01-01" });

        await RunAsync();

        Assert.Equal(3, Route53.Checks.Count);
    }

    [Fact]
    public async Task One_Of_A_Host_That_Is_There_Stays_Since_Its_Set_May_Be_About_To_Come()
    {
        await CheckedAsync();
        Account.Hosts["web"].Add(Host(2) with { Health = "Unhealthy" });
        Orphan("i-2");

        await RunAsync();

        Assert.Equal(["i-1", "i-2"], Hosts());
    }

    [Fact]
    public async Task No_More_Than_Twenty_Go_At_Once()
    {
        await CheckedAsync();
        for (var host = 100; host < 130; host++) Orphan(string.Create(CultureInfo.InvariantCulture, $"i-{host}"));

        await RunAsync();

        Assert.Equal(11, Route53.Checks.Count);
    }

    [Fact]
    public async Task All_Stay_While_A_Zone_Is_Not_Read_Whose_Sets_May_Have_Them()
    {
        await CheckedAsync();
        Orphan("i-9");
        Route53.Before = request => request is ListResourceRecordSetsRequest ? throw new AmazonRoute53Exception("denied", ErrorType.Sender, "AccessDenied", "1", HttpStatusCode.Forbidden) : Task.CompletedTask;

        await RunAsync();

        Assert.Equal(["i-1", "i-9"], Hosts());
    }

    [Fact]
    public async Task One_That_Somebody_Else_Deleted_Is_No_Failure()
    {
        await CheckedAsync();
        Orphan("i-9");
        Route53.Before = _ => Task.FromResult(Route53.Checks.RemoveAll(check => check.Id == "i-9"));

        Assert.Empty((await RunAsync()).Failures);
    }

    [Fact]
    public async Task A_Host_With_Another_Address_Has_Another_Check()
    {
        await CheckedAsync();
        Account.Hosts["web"] = [Host(1) with { PublicAddress = "54.0.0.99" }];

        await RunAsync();

        Assert.Equal("54.0.0.99", Assert.Single(Route53.Checks).HealthCheckConfig.IPAddress);
    }

    private async Task CheckedAsync()
    {
        var tags = Account.With("web", Www, Host(1)).Tags["web"];
        (tags["DomainMeta.multivalue"], tags["DomainMeta.check"]) = ("yes", "tcp:80");
        await RunAsync();
    }

    private void Orphan(string instance) => Route53.Checks.Add(new() { Id = instance, CallerReference = $"{Prefix}-{instance}-00000000" });

    private IEnumerable<string> Hosts() => Route53.Checks.Select(check => string.Join('-', check.CallerReference.Split('-')[2..4])).Order(StringComparer.Ordinal);
}
