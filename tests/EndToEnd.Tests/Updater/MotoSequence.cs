using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Amazon.AutoScaling;
using Amazon.EC2;
using Amazon.Route53;
using Amazon.Runtime;
using Dockerland.Dns;
using Dockerland.DnsUpdater;
using Dockerland.DnsUpdater.Fleets;
using Dockerland.DnsUpdater.Passes;
using Dockerland.Tests.Support.Clouds;
using Dockerland.Tests.Updater.DnsUpdater;
using Dockerland.Tests.Updater.DnsUpdater.Sequences;

namespace Dockerland.Tests.EndToEnd.Updater;

/// <summary>A sequence of steps on a stack of its own in moto; what groups tell of waits in a queue here.</summary>
internal sealed class MotoSequence : IDisposable
{
    private static readonly BasicAWSCredentials Credentials = new("test", "test");

    private readonly string _stack;
    private readonly string _zoneId;
    private readonly FaultProxy _route53Proxy;
    private readonly MotoQuery _moto;
    private readonly AmazonAutoScalingClient _autoScaling;
    private readonly AmazonEC2Client _ec2;
    private readonly AmazonRoute53Client _route53;
    private readonly EventQueue _events = new();

    private MotoSequence(string stack, string zoneId, Uri cloud, FaultProxy route53Proxy, MotoQuery moto)
    {
        (_stack, _zoneId, _route53Proxy, _moto) = (stack, zoneId, route53Proxy, moto);
        _autoScaling = new(Credentials, new AmazonAutoScalingConfig { ServiceURL = cloud.OriginalString, AuthenticationRegion = "us-east-1" });
        _ec2 = new(Credentials, new AmazonEC2Config { ServiceURL = cloud.OriginalString, AuthenticationRegion = "us-east-1" });
        _route53 = new(Credentials, new AmazonRoute53Config { ServiceURL = route53Proxy.Endpoint.OriginalString, AuthenticationRegion = "us-east-1", MaxErrorRetry = 0 });
    }

    public static async Task<MotoSequence> CreateAsync(string stack, Uri cloud, FaultProxy route53Proxy, MotoQuery moto)
    {
        var zoneId = await moto.CreateZoneAsync("example.com", stack);
        await moto.CreateTemplateAsync(stack);
        await moto.CreateGroupAsync($"{stack}-a", stack, Tags(stack, $"{zoneId}:www.example.com"));
        await moto.CreateGroupAsync($"{stack}-b", stack, Tags(stack, $"{zoneId}:www.example.com;{zoneId}:app.example.com"));
        return new(stack, zoneId, cloud, route53Proxy, moto);
    }

    /// <summary>All steps, then a pass of the schedule; what the oracle says, and what there is.</summary>
    public async Task<(ImmutableSortedDictionary<string, string> Expected, ImmutableSortedDictionary<string, string> Actual)> RunAsync(IEnumerable<Step> steps)
    {
        foreach (var step in steps) await TakeAsync(step);
        _route53Proxy.Faults.Clear();
        var before = await RecordsAsync();
        await PassAsync(null);
        return (Oracle.Records(await AccountAsync(), before), await RecordsAsync());
    }

    public void Dispose()
    {
        _autoScaling.Dispose();
        _ec2.Dispose();
        _route53.Dispose();
    }

    private async Task TakeAsync(Step step)
    {
        var group = $"{_stack}-{step.Group}";
        var hosts = step.Kind is StepKind.Launch or StepKind.Terminate or StepKind.Sicken ? await HostsAsync(group) : [];
        switch (step.Kind)
        {
            case StepKind.Launch:
                await _moto.ScaleAsync(group, hosts.Length + 1);
                _events.Tell(group);
                break;
            case StepKind.Terminate when hosts.Length > 0:
                await _autoScaling.TerminateInstanceInAutoScalingGroupAsync(new() { InstanceId = hosts[step.Pick % hosts.Length].InstanceId, ShouldDecrementDesiredCapacity = true });
                _events.Tell(group);
                break;
            case StepKind.Sicken when hosts.Length > 0:
                await _autoScaling.SetInstanceHealthAsync(new() { InstanceId = hosts[step.Pick % hosts.Length].InstanceId, HealthStatus = "Unhealthy" });
                break;
            case StepKind.Fail:
                _route53Proxy.Faults.Enqueue(step.Pick > 1 ? new(403, FaultProxy.Error("AccessDenied", "denied")) : new(500, "", IsMade: step.Pick is 1));
                break;
            default:
                await _events.TakeAsync(step.Kind, PassAsync);
                break;
        }
    }

    private async Task PassAsync(string? group)
    {
        var settings = new UpdaterSettings { Stack = _stack, Environment = "dev", ZoneIds = [_zoneId] };
        var timing = new DnsTiming { Deadline = DateTimeOffset.UtcNow.AddSeconds(60), FirstWait = TimeSpan.FromMilliseconds(10) };
        var pass = new UpdaterPass(settings, new AwsFleetSource(_autoScaling, _ec2), _route53, timing);
        await pass.RunOnceAsync(await pass.ReadGroupsAsync(default), group is null ? null : [group], default);
    }

    private async Task<Amazon.AutoScaling.Model.Instance[]> HostsAsync(string group) =>
        [.. (await _autoScaling.DescribeAutoScalingGroupsAsync(new Amazon.AutoScaling.Model.DescribeAutoScalingGroupsRequest { AutoScalingGroupNames = [group] })).AutoScalingGroups[0].Instances ?? []];

    // As moto has it, past all that the updater reads by.
    private async Task<MemoryAccount> AccountAsync()
    {
        var account = new MemoryAccount();
        foreach (var group in (await _autoScaling.DescribeAutoScalingGroupsAsync(new Amazon.AutoScaling.Model.DescribeAutoScalingGroupsRequest { AutoScalingGroupNames = [$"{_stack}-a", $"{_stack}-b"] })).AutoScalingGroups)
        {
            account.With(group.AutoScalingGroupName, group.Tags.Single(tag => tag.Key == "DomainMeta").Value);
            foreach (var host in group.Instances ?? [])
            {
                var machine = (await _ec2.DescribeInstancesAsync(new Amazon.EC2.Model.DescribeInstancesRequest { InstanceIds = [host.InstanceId] })).Reservations[0].Instances[0];
                account.Hosts[group.AutoScalingGroupName].Add(new(host.InstanceId, machine.PublicIpAddress) { Lifecycle = host.LifecycleState, Health = host.HealthStatus, State = machine.State.Name });
            }
        }

        return account;
    }

    private async Task<ImmutableSortedDictionary<string, string>> RecordsAsync() =>
        (await _route53.ListResourceRecordSetsAsync(new() { HostedZoneId = _zoneId })).ResourceRecordSets.Where(set => set.Type == RRType.A)
            .ToImmutableSortedDictionary(set => set.Name.TrimEnd('.'), set => string.Join(", ", set.ResourceRecords.Select(record => record.Value).Order(StringComparer.Ordinal)), StringComparer.Ordinal);

    private static Dictionary<string, string> Tags(string stack, string domainMeta) =>
        new() { ["DomainMeta"] = domainMeta, ["dockerland.stack"] = stack, ["docker.environment"] = "dev" };
}

/// <summary>What no client of ours has, asked of moto directly.</summary>
internal sealed partial class MotoQuery(Uri cloud) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = cloud };

    public async Task<string> CreateZoneAsync(string name, string reference)
    {
        var answer = await SendAsync("route53", "2013-04-01/hostedzone", new StringContent(
            $"<CreateHostedZoneRequest xmlns=\"https://route53.amazonaws.com/doc/2013-04-01/\"><Name>{name}</Name><CallerReference>{reference}</CallerReference></CreateHostedZoneRequest>"));
        return ZoneId().Match(answer).Groups[1].Value;
    }

    public Task CreateTemplateAsync(string name) => SendAsync("ec2", "", new FormUrlEncodedContent(
    [
        new("Action", "CreateLaunchTemplate"), new("Version", "2016-11-15"), new("LaunchTemplateName", name),
        new("LaunchTemplateData.ImageId", "ami-12c6146b"), new("LaunchTemplateData.InstanceType", "t3.micro"),
    ]));

    public Task CreateGroupAsync(string name, string template, Dictionary<string, string> tags) => SendAsync("autoscaling", "", new FormUrlEncodedContent(
    [
        new("Action", "CreateAutoScalingGroup"), new("Version", "2011-01-01"), new("AutoScalingGroupName", name), new("MinSize", "0"), new("MaxSize", "100"), new("DesiredCapacity", "0"),
        new("LaunchTemplate.LaunchTemplateName", template), new("LaunchTemplate.Version", "$Latest"), new("AvailabilityZones.member.1", "us-east-1a"),
        .. tags.Index().SelectMany(tag => new KeyValuePair<string, string>[]
        {
            new($"Tags.member.{tag.Index + 1}.Key", tag.Item.Key), new($"Tags.member.{tag.Index + 1}.Value", tag.Item.Value), new($"Tags.member.{tag.Index + 1}.PropagateAtLaunch", "true"),
        }),
    ]));

    public Task ScaleAsync(string group, int hosts) => SendAsync("autoscaling", "", new FormUrlEncodedContent(
        [new("Action", "SetDesiredCapacity"), new("Version", "2011-01-01"), new("AutoScalingGroupName", group), new("DesiredCapacity", $"{hosts}")]));

    public void Dispose() => _http.Dispose();

    private async Task<string> SendAsync(string service, string path, HttpContent content)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        // moto goes by the service that is signed for and looks at no signature.
        request.Headers.TryAddWithoutValidation("Authorization", $"AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/{service}/aws4_request, SignedHeaders=host, Signature=0");
        using var response = await _http.SendAsync(request);
        var answer = await response.Content.ReadAsStringAsync();
        return response.IsSuccessStatusCode ? answer : throw new InvalidOperationException($"moto's {service} answered {(int)response.StatusCode}: {answer}");
    }

    [GeneratedRegex("<Id>/hostedzone/(\\w+)</Id>")]
    private static partial Regex ZoneId();
}
