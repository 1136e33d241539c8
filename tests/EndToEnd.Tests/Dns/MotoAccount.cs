using System.Text.Json;
using Dockerland.Tests.EndToEnd.AwsSdk;
using Dockerland.Tests.Support.Clouds;
using Dockerland.Tests.Support.Processes;

namespace Dockerland.Tests.EndToEnd.Dns;

/// <summary>Stacks of this repository in a region of a test's own, and a person who asks for their records.</summary>
/// <param name="session">What the account's own clients are made of, in Python: <c>s</c>.</param>
internal sealed class MotoAccount(MotoFixture moto, string region, string session)
{
    public const string Cli = "Dockerland.Cli.dll";

    /// <summary>Of <c>example.com</c>.</summary>
    public string ZoneId { get; private set; } = "";

    /// <param name="role">One of another account, whose resources are meant; null for the credentials' own.</param>
    public static async Task<MotoAccount> CreateAsync(MotoFixture moto, string region, string? role = null)
    {
        Prerequisite.Programs(Moto.Programs);
        var account = new MotoAccount(moto, region, role is null
            ? "s = boto3"
            : $"c = boto3.client('sts').assume_role(RoleArn='{role}', RoleSessionName='test')['Credentials']; s = boto3.Session(c['AccessKeyId'], c['SecretAccessKey'], c['SessionToken'])");
        account.ZoneId = (await account.RunAsync($"result = r.create_hosted_zone(Name='example.com', CallerReference='{Guid.NewGuid()}')['HostedZone']['Id'].split('/')[-1]")).GetString()!;
        return account;
    }

    /// <summary>A fleet whose hosts have the name <c>FLEET.example.com</c>.</summary>
    /// <returns>The hosts' ids.</returns>
    public async Task<string[]> AddGroupAsync(string stack, string environment, string fleet, int hosts, string? zone = null) => (await RunAsync($$"""
        subnet = e.describe_subnets()['Subnets'][0]['SubnetId']
        template = e.create_launch_template(LaunchTemplateName='{{stack}}-{{fleet}}', LaunchTemplateData={'ImageId': 'ami-12c6146b', 'InstanceType': 't3.micro'})['LaunchTemplate']['LaunchTemplateId']
        tags = {'DomainMeta': '{{zone ?? ZoneId}}:{{fleet}}.example.com', 'docker.environment': '{{environment}}', 'dockerland.stack': '{{stack}}'}
        a.create_auto_scaling_group(AutoScalingGroupName='{{stack}}--{{fleet}}_1', MinSize=0, MaxSize=9, DesiredCapacity={{hosts}}, VPCZoneIdentifier=subnet,
            LaunchTemplate={'LaunchTemplateId': template, 'Version': '$Latest'}, Tags=[{'Key': k, 'Value': v, 'PropagateAtLaunch': True} for k, v in tags.items()])
        result = [i['InstanceId'] for i in a.describe_auto_scaling_groups(AutoScalingGroupNames=['{{stack}}--{{fleet}}_1'])['AutoScalingGroups'][0]['Instances']]
        """)).Deserialize<string[]>()!;

    public Task TerminateAsync(string instance) => RunAsync($"result = a.terminate_instance_in_auto_scaling_group(InstanceId='{instance}', ShouldDecrementDesiredCapacity=True) and 0");

    public Task MakeIllAsync(string instance) => RunAsync($"result = a.set_instance_health(InstanceId='{instance}', HealthStatus='Unhealthy', ShouldRespectGracePeriod=False) and 0");

    /// <summary>A record that somebody else made.</summary>
    public Task PutForeignAsync(string label, string address) => RunAsync($$"""
        change = {'Action': 'CREATE', 'ResourceRecordSet': {'Name': '{{label}}.example.com', 'Type': 'A', 'TTL': 60, 'ResourceRecords': [{'Value': '{{address}}'}] } }
        result = r.change_resource_record_sets(HostedZoneId='{{ZoneId}}', ChangeBatch={'Changes': [change]}) and 0
        """);

    public async Task<string> AddressAsync(string instance) => (await RunAsync($"result = e.describe_instances(InstanceIds=['{instance}'])['Reservations'][0]['Instances'][0]['PublicIpAddress']")).GetString()!;

    /// <summary>All A records: <c>NAME: VALUES</c>, sorted.</summary>
    public async Task<string[]> RecordsAsync() => (await RunAsync($$"""
        sets = [s for s in r.list_resource_record_sets(HostedZoneId='{{ZoneId}}')['ResourceRecordSets'] if s['Type'] == 'A']
        result = sorted(s['Name'].removesuffix('.example.com.') + ': ' + ', '.join(sorted(v['Value'] for v in s['ResourceRecords'])) for s in sets)
        """)).Deserialize<string[]>()!;

    /// <summary>Runs <c>./dockerland dns</c>.</summary>
    /// <param name="cloud">Where AWS is for it; moto when null.</param>
    /// <param name="variables">Over those that lead there.</param>
    /// <param name="folder">Of the command line, in a checkout whose stacks have their region; the tests' own when null.</param>
    public Task<ToolResult> DnsAsync(string[] arguments, Uri? cloud = null, IReadOnlyDictionary<string, string?>? variables = null, string? folder = null)
    {
        var environment = new Dictionary<string, string?>
        {
            ["AWS_ENDPOINT_URL"] = (cloud ?? moto.Endpoint).OriginalString,
            ["AWS_ACCESS_KEY_ID"] = "test",
            ["AWS_SECRET_ACCESS_KEY"] = "test",
            ["AWS_PROFILE"] = null,
            ["AWS_REGION"] = null,
            ["AWS_DEFAULT_REGION"] = null,
            ["AWS_EC2_METADATA_DISABLED"] = "true",
        };
        foreach (var (name, value) in variables ?? new Dictionary<string, string?>()) environment[name] = value;
        return new Tool("dotnet") { Environment = environment }.RunAsync([Path.Combine(folder ?? AppContext.BaseDirectory, Cli), "dns", .. arguments, .. folder is null ? new[] { "--region", region } : []]);
    }

    private Task<JsonElement> RunAsync(string script) =>
        moto.Boto3Async($"{session}\nr = s.client('route53'); a = s.client('autoscaling', region_name='{region}'); e = s.client('ec2', region_name='{region}')\n{script}");
}
