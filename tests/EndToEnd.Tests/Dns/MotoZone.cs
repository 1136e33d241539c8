using System.Text.Json;
using Amazon.Route53;
using Dockerland.Dns;
using Dockerland.Tests.EndToEnd.AwsSdk;
using Dockerland.Tests.Support.Clouds;

namespace Dockerland.Tests.EndToEnd.Dns;

/// <summary>A zone of a test's own in moto, and what is wanted of it.</summary>
internal sealed class MotoZone
{
    private const string Python = "r = boto3.client('route53')\n";
    private const string Stack = "web-dev";

    private readonly MotoFixture moto;

    private MotoZone(MotoFixture moto, string name, string id)
    {
        this.moto = moto;
        Name = name;
        Id = id;
    }

    public string Name { get; }

    public string Id { get; }

    public PlanOptions Options { get; } = new() { Stack = Stack, Scope = PlanScope.OfGroups(instances: []) };

    public static async Task<MotoZone> CreateAsync(MotoFixture moto, string name)
    {
        Prerequisite.Programs(Moto.Programs);
        var id = await moto.Boto3Async(Python + $"result = r.create_hosted_zone(Name='{name}', CallerReference='{Guid.NewGuid()}')['HostedZone']['Id'].split('/')[-1]");
        return new(moto, name, id.GetString()!);
    }

    public DesiredSet Want(string label, string group, params string[] addresses) =>
        new(Id, $"{label}.{Name}", RecordTypes.A, new(Stack, group)) { Values = [.. addresses] };

    public DesiredSet WantOf(string label, string instance, string address) =>
        new(Id, $"{label}.{Name}", RecordTypes.A, new(Stack, "app", instance)) { Values = [address], SetIdentifier = instance };

    /// <summary>A client of moto, or of what stands before it.</summary>
    public AmazonRoute53Client Client(Uri? endpoint = null)
    {
        var config = moto.Config<AmazonRoute53Config>();
        config.MaxErrorRetry = 0;
        if (endpoint is not null) config.ServiceURL = endpoint.OriginalString;
        return new(MotoFixture.Credentials, config);
    }

    public static DnsTiming Timing(int seconds = 30) => new()
    {
        Deadline = TimeProvider.System.GetUtcNow() + TimeSpan.FromSeconds(seconds),
        FirstWait = TimeSpan.FromMilliseconds(20),
        Try = TimeSpan.FromSeconds(2),
    };

    public Task<DnsResult> SyncAsync(AmazonRoute53Client client, params DesiredSet[] desired) => SyncAsync(client, Options, desired);

    public async Task<DnsResult> SyncAsync(AmazonRoute53Client client, PlanOptions options, params DesiredSet[] desired)
    {
        var sync = new DnsSync(client, Timing());
        return await sync.ApplyAsync(await sync.PlanAsync(Id, desired, options, default), desired, options, default);
    }

    /// <summary>All sets but the zone's own, as boto3 sees them: <c>TYPE LABEL [IDENTIFIER] TTL: VALUES</c>.</summary>
    public async Task<string[]> SeenAsync()
    {
        var seen = await moto.Boto3Async(Python + $$"""
            sets = [s for p in r.get_paginator('list_resource_record_sets').paginate(HostedZoneId='{{Id}}') for s in p['ResourceRecordSets'] if s['Type'] not in ('SOA', 'NS')]
            result = sorted(f"{s['Type']} {s['Name'].removesuffix('.{{Name}}.')} [{s.get('SetIdentifier', '')}] {s['TTL']}: {', '.join(v['Value'] for v in s['ResourceRecords'])}" for s in sets)
            """);
        return seen.Deserialize<string[]>()!;
    }

    /// <summary>Records that somebody else made, some hundreds at once.</summary>
    public Task PutAsync(int count) => moto.Boto3Async(Python + $$"""
        def change(n):
            return {'Action': 'CREATE', 'ResourceRecordSet': {'Name': f'other{n}.{{Name}}', 'Type': 'A', 'TTL': 60, 'ResourceRecords': [{'Value': '192.0.2.1'}] } }
        for start in range(0, {{count}}, 400):
            r.change_resource_record_sets(HostedZoneId='{{Id}}', ChangeBatch=dict(Changes=[change(n) for n in range(start, min({{count}}, start + 400))]))
        result = 0
        """);
}
