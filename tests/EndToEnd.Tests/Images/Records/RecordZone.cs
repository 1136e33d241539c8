using System.Text.Json;
using Dockerland.Tests.Support;
using Dockerland.Tests.Support.Clouds;

namespace Dockerland.Tests.EndToEnd.Images.Records;

/// <summary>A private zone in a moto that containers reach.</summary>
internal sealed class RecordZone : IAsyncDisposable
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);

    private readonly Moto _moto;
    private readonly string _name;
    private readonly string _id;

    private RecordZone(Moto moto, string name, string id) => (_moto, _name, _id) = (moto, name, id);

    public static async Task<RecordZone> StartAsync(string name)
    {
        Prerequisite.Programs(Moto.Programs);
        var moto = await Moto.StartAsync("0.0.0.0");
        try
        {
            var id = await moto.Boto3Async($"result = boto3.client('route53').create_hosted_zone(Name='{name}', CallerReference='1', VPC=dict(VPCRegion='us-east-1', VPCId='vpc-1'), HostedZoneConfig=dict(PrivateZone=True))['HostedZone']['Id'].split('/')[-1]");
            return new(moto, name, id.GetString()!);
        }
        catch
        {
            await moto.DisposeAsync();
            throw;
        }
    }

    /// <summary>What a balancer's <c>docker run</c> is told for it to keep records here as the agent of a host.</summary>
    public string[] Arguments(string instance, string address) =>
    [
        "--add-host", "cloud:host-gateway", "--env", $"AWS_ENDPOINT_URL=http://cloud:{_moto.Endpoint.Port}", "--env", "AWS_REGION=us-east-1", "--env", "AWS_ACCESS_KEY_ID=test", "--env", "AWS_SECRET_ACCESS_KEY=test",
        "--env", $"RECORD_ZONE_ID={_id}", "--env", $"RECORD_ZONE={_name}", "--env", "STACK=web-dev", "--env", "GROUP=app", "--env", $"INSTANCE_ID={instance}", "--env", $"HOST_ADDRESS={address}",
    ];

    /// <summary>Waits until the zone has these A records and no other.</summary>
    /// <param name="sets">As <c>login.example.com 300 [i-1] 10.0.0.1</c>, in their order.</param>
    public async Task WaitForAsync(params string[] sets)
    {
        string[] seen = [];
        try
        {
            await Condition.WaitAsync($"{_name} has [{string.Join(", ", sets)}]", Deadline, async () => (seen = await SeenAsync()).SequenceEqual(sets));
        }
        catch (TimeoutException error)
        {
            throw new TimeoutException($"{error.Message} It has [{string.Join(", ", seen)}].", error);
        }
    }

    private async Task<string[]> SeenAsync() => (await _moto.Boto3Async($$"""
        sets = boto3.client('route53').list_resource_record_sets(HostedZoneId='{{_id}}')['ResourceRecordSets']
        result = sorted(f"{s['Name'].rstrip('.')} {s['TTL']} [{s.get('SetIdentifier', '')}] {', '.join(v['Value'] for v in s['ResourceRecords'])}" for s in sets if s['Type'] == 'A')
        """)).Deserialize<string[]>()!;

    public ValueTask DisposeAsync() => _moto.DisposeAsync();
}
