using System.Text.Json;
using Dockerland.Tests.Support.Clouds;

namespace Dockerland.Tests.EndToEnd.Updater;

/// <summary>A stack in moto: a zone and one group, whose hosts follow what it is told.</summary>
internal sealed class MotoStack
{
    private const string Clients = "r = boto3.client('route53'); a = boto3.client('autoscaling'); e = boto3.client('ec2')\n";

    private readonly Moto moto;

    private MotoStack(Moto moto, string name, string zoneId)
    {
        this.moto = moto;
        Name = name;
        ZoneId = zoneId;
    }

    /// <summary>Of the stack, and of the zone before <c>.example.com</c>.</summary>
    public string Name { get; }

    public string ZoneId { get; }

    public string Group => $"{Name}--web_1";

    /// <param name="options">Options of the group's record, as Python has dictionaries.</param>
    public static async Task<MotoStack> CreateAsync(Moto moto, string name, int hosts, string options = "{}")
    {
        var id = await moto.Boto3Async(Clients + $$"""
            zone = r.create_hosted_zone(Name='{{name}}.example.com', CallerReference='{{name}}')['HostedZone']['Id'].split('/')[-1]
            subnet = e.describe_subnets()['Subnets'][0]['SubnetId']
            template = e.create_launch_template(LaunchTemplateName='{{name}}', LaunchTemplateData={'ImageId': 'ami-12c6146b', 'InstanceType': 't3.micro'})['LaunchTemplate']['LaunchTemplateId']
            tags = {'DomainMeta': zone + ':www.{{name}}.example.com', 'docker.environment': 'dev', 'dockerland.stack': '{{name}}', **{{options}} }
            a.create_auto_scaling_group(AutoScalingGroupName='{{name}}--web_1', MinSize=0, MaxSize=400, DesiredCapacity={{hosts}}, VPCZoneIdentifier=subnet,
                LaunchTemplate={'LaunchTemplateId': template, 'Version': '$Latest'}, Tags=[{'Key': k, 'Value': v, 'PropagateAtLaunch': True} for k, v in tags.items()])
            a.put_lifecycle_hook(LifecycleHookName='terminate', AutoScalingGroupName='{{name}}--web_1', LifecycleTransition='autoscaling:EC2_INSTANCE_TERMINATING', HeartbeatTimeout=60, DefaultResult='CONTINUE')
            result = zone
            """);
        return new(moto, name, id.GetString()!);
    }

    /// <summary>Lets the group have so many hosts; those that go are gone at once.</summary>
    public Task ScaleAsync(int hosts) => moto.Boto3Async(Clients + $"result = a.set_desired_capacity(AutoScalingGroupName='{Group}', DesiredCapacity={hosts}) and 0");

    /// <summary>A record that somebody else made.</summary>
    public Task PutForeignAsync(string address) => moto.Boto3Async(Clients + $$"""
        result = r.change_resource_record_sets(HostedZoneId='{{ZoneId}}', ChangeBatch={'Changes': [{'Action': 'CREATE', 'ResourceRecordSet': {'Name': 'www.{{Name}}.example.com', 'Type': 'A', 'TTL': 60, 'ResourceRecords': [{'Value': '{{address}}'}] } }] }) and 0
        """);

    /// <summary>The public addresses of the group's healthy hosts, sorted.</summary>
    public async Task<string[]> HostsAsync() => (await moto.Boto3Async(Clients + $$"""
        ids = [i['InstanceId'] for i in a.describe_auto_scaling_groups(AutoScalingGroupNames=['{{Group}}'])['AutoScalingGroups'][0]['Instances'] if i['HealthStatus'] == 'Healthy']
        result = sorted(i['PublicIpAddress'] for p in e.get_paginator('describe_instances').paginate(InstanceIds=ids) for v in p['Reservations'] for i in v['Instances']) if ids else []
        """)).Deserialize<string[]>()!;

    /// <summary>The values of the record, of all its sets, sorted; none when there is none.</summary>
    public async Task<string[]> RecordAsync() => (await moto.Boto3Async(Clients + $$"""
        sets = [s for p in r.get_paginator('list_resource_record_sets').paginate(HostedZoneId='{{ZoneId}}') for s in p['ResourceRecordSets'] if s['Type'] == 'A']
        result = sorted(v['Value'] for s in sets for v in s['ResourceRecords'])
        """)).Deserialize<string[]>()!;

    /// <summary>The id of one of the group's hosts.</summary>
    public async Task<string> AnyHostAsync() =>
        (await moto.Boto3Async(Clients + $"result = a.describe_auto_scaling_groups(AutoScalingGroupNames=['{Group}'])['AutoScalingGroups'][0]['Instances'][0]['InstanceId']")).GetString()!;
}
