using Amazon.Route53;
using Amazon.Route53.Model;

namespace Dockerland.Tests.EndToEnd.AwsSdk;

[Collection(MotoClients.Name)]
public sealed class Route53ClientTests(MotoFixture moto)
{
    private const string Python = "r = boto3.client('route53')\n";

    [SkippableFact]
    public async Task Records_That_Are_Changed_Are_What_Boto3_Sees()
    {
        using var client = Client();
        var zone = await ZoneAsync("changed.example.com");

        var changed = await client.ChangeResourceRecordSetsAsync(new()
        {
            HostedZoneId = zone,
            ChangeBatch = new() { Comment = "<both> & at once", Changes = [Upsert("web.changed", RRType.A, "10.0.0.1", "10.0.0.2"), Upsert("_web.changed", RRType.TXT, "\"heritage=dockerland,owner=dev\"")] },
        });

        Assert.Equal(ChangeStatus.INSYNC, changed.ChangeInfo.Status);
        var listed = await client.ListResourceRecordSetsAsync(new() { HostedZoneId = zone });
        Boto3View.AssertSame(await moto.Boto3Async(Python + $"result = r.list_resource_record_sets(HostedZoneId='{zone}')"), listed);
        Assert.Equal(["10.0.0.1", "10.0.0.2"], listed.ResourceRecordSets.Single(set => set.Name == "web.changed.example.com.").ResourceRecords.Select(record => record.Value));
    }

    [SkippableFact]
    public async Task All_Pages_Of_Records_Are_Read()
    {
        using var client = Client();
        var zone = await ZoneAsync("pages.example.com");
        List<Change> changes = [.. Enumerable.Range(0, 7).Select(number => Upsert($"host{number}.pages", RRType.A, "10.0.0.1"))];
        await client.ChangeResourceRecordSetsAsync(new() { HostedZoneId = zone, ChangeBatch = new() { Changes = changes } });

        var names = new List<string>();
        await foreach (var set in client.Paginators.ListResourceRecordSets(new() { HostedZoneId = zone, MaxItems = "2" }).ResourceRecordSets)
            names.Add(set.Name);

        var seen = await moto.Boto3Async(Python + $"result = [s['Name'] for s in r.list_resource_record_sets(HostedZoneId='{zone}')['ResourceRecordSets']]");
        Assert.Equal(seen.EnumerateArray().Select(name => name.GetString()), names);
    }

    [SkippableFact]
    public async Task Zones_Are_What_Boto3_Sees()
    {
        using var client = Client();
        var zone = await ZoneAsync("zones.example.com");

        Boto3View.AssertSame(await moto.Boto3Async(Python + $"result = r.get_hosted_zone(Id='{zone}')"), await client.GetHostedZoneAsync(new() { Id = zone }));
        Boto3View.AssertSame(await moto.Boto3Async(Python + "result = r.list_hosted_zones(MaxItems='1')"), await client.ListHostedZonesAsync(new ListHostedZonesRequest { MaxItems = "1" }));
        Boto3View.AssertSame(
            await moto.Boto3Async(Python + "result = r.list_hosted_zones_by_name(DNSName='zones.example.com')"),
            await client.ListHostedZonesByNameAsync(new() { DNSName = "zones.example.com" }));
    }

    [SkippableFact]
    public async Task A_Change_Is_In_Sync()
    {
        using var client = Client();

        var change = await client.GetChangeAsync(new() { Id = "/change/C1PA6795UKMFR9" });

        Assert.Equal(ChangeStatus.INSYNC, change.ChangeInfo.Status);
        Boto3View.AssertSame(await moto.Boto3Async(Python + "result = r.get_change(Id='C1PA6795UKMFR9')['ChangeInfo']['Status']"), change.ChangeInfo.Status);
    }

    [SkippableFact]
    public async Task Health_Checks_Come_Change_And_Go()
    {
        using var client = Client();
        var created = await client.CreateHealthCheckAsync(new()
        {
            CallerReference = Guid.NewGuid().ToString(),
            HealthCheckConfig = new() { Type = HealthCheckType.HTTP, IPAddress = "192.0.2.1", Port = 3000, ResourcePath = "/health", RequestInterval = 30, FailureThreshold = 2 },
        });
        var id = created.HealthCheck.Id;
        await client.UpdateHealthCheckAsync(new() { HealthCheckId = id, ResourcePath = "/healthy", FailureThreshold = 3 });

        var listed = await client.ListHealthChecksAsync();
        Boto3View.AssertSame(await moto.Boto3Async(Python + "result = r.list_health_checks()"), listed);
        Assert.Equal("/healthy", listed.HealthChecks.Single(check => check.Id == id).HealthCheckConfig.ResourcePath);

        await client.DeleteHealthCheckAsync(new() { HealthCheckId = id });
        Assert.DoesNotContain(await ReadAsync(client), check => check == id);
    }

    [SkippableFact]
    public async Task Tags_Of_Zones_Are_What_Boto3_Sees()
    {
        using var client = Client();
        var zone = await ZoneAsync("tags.example.com");

        await client.ChangeTagsForResourceAsync(new()
        {
            ResourceType = TagResourceType.Hostedzone,
            ResourceId = zone,
            AddTags = [new() { Key = "owner", Value = "dev & co" }, new() { Key = "group", Value = "web" }],
        });
        await client.ChangeTagsForResourceAsync(new() { ResourceType = TagResourceType.Hostedzone, ResourceId = zone, RemoveTagKeys = ["group"] });

        var one = await client.ListTagsForResourceAsync(new() { ResourceType = TagResourceType.Hostedzone, ResourceId = zone });
        Boto3View.AssertSame(await moto.Boto3Async(Python + $"result = r.list_tags_for_resource(ResourceType='hostedzone', ResourceId='{zone}')"), one);
        Assert.Equal("dev & co", Assert.Single(one.ResourceTagSet.Tags).Value);
        var several = await client.ListTagsForResourcesAsync(new() { ResourceType = TagResourceType.Hostedzone, ResourceIds = [zone] });
        Boto3View.AssertSame(await moto.Boto3Async(Python + $"result = r.list_tags_for_resources(ResourceType='hostedzone', ResourceIds=['{zone}'])"), several);
    }

    [SkippableFact]
    public async Task An_Unknown_Zone_Is_The_Exception_Of_Its_Name()
    {
        using var client = Client();

        var exception = await Assert.ThrowsAsync<NoSuchHostedZoneException>(() => client.GetHostedZoneAsync(new() { Id = "ZNOTHERE" }));

        Assert.Equal(System.Net.HttpStatusCode.NotFound, exception.StatusCode);
    }

    [SkippableFact]
    public async Task A_Change_That_Cannot_Be_Made_Is_An_Invalid_Batch()
    {
        using var client = Client();
        var zone = await ZoneAsync("invalid.example.com");
        var change = Upsert("missing.elsewhere", RRType.A, "10.0.0.1");

        var exception = await Assert.ThrowsAsync<InvalidChangeBatchException>(
            () => client.ChangeResourceRecordSetsAsync(new() { HostedZoneId = zone, ChangeBatch = new() { Changes = [change] } }));

        Assert.Contains("missing", exception.Message, StringComparison.Ordinal);
    }

    private AmazonRoute53Client Client() => new(MotoFixture.Credentials, moto.Config<AmazonRoute53Config>());

    private async Task<string> ZoneAsync(string name) =>
        (await moto.Boto3Async(Python + $"result = r.create_hosted_zone(Name='{name}', CallerReference='{Guid.NewGuid()}')['HostedZone']['Id'].split('/')[-1]")).GetString()!;

    private static async Task<List<string>> ReadAsync(AmazonRoute53Client client)
    {
        var ids = new List<string>();
        await foreach (var check in client.Paginators.ListHealthChecks(new()).HealthChecks)
            ids.Add(check.Id);
        return ids;
    }

    private static Change Upsert(string name, RRType type, params string[] values) => new()
    {
        Action = ChangeAction.UPSERT,
        ResourceRecordSet = new()
        {
            Name = $"{name}.example.com.",
            Type = type,
            TTL = 10,
            ResourceRecords = [.. values.Select(value => new ResourceRecord { Value = value })],
        },
    };
}
