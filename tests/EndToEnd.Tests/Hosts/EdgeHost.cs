using Dockerland.Cli.Boot;
using Dockerland.Tests.Support;

namespace Dockerland.Tests.EndToEnd.Hosts;

/// <summary>What a host of <see cref="EdgeFleet"/> and the AWS around it are asked, on the host itself and as its role.</summary>
internal sealed class EdgeHost(BootRun run)
{
    public const string AutoScaling = "aws --region eu-central-1 autoscaling";
    public const string Instances = $"{AutoScaling} describe-auto-scaling-instances";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private readonly DateTimeOffset _since = DateTimeOffset.UtcNow;

    public string Id => run.Aws.Metadata.InstanceId;

    public Task<string> RunAsync(string script) => run.Container.RunAsync(script);

    /// <summary>That a name of the host's record leads to; empty without one.</summary>
    public Task<string> AddressOfAsync(string name) => RunAsync($"""
        zone=$(sed -n 's/^RECORD_ZONE_ID="\(.*\)"$/\1/p' /etc/dockerland/haproxy.env)
        aws route53 list-resource-record-sets --hosted-zone-id "$zone" --query "ResourceRecordSets[?Type=='A' && Name=='{name}.{EdgeFleet.Zone}.'].ResourceRecords[0].Value" --output text
        """);

    /// <summary>Until the host service writes that line.</summary>
    public Task SaysAsync(string line) => Condition.WaitAsync($"the host service says '{line}'", Patience, async () => (await SaidAsync()).Contains(line, StringComparison.Ordinal));

    public Task<string> SaidAsync() => RunAsync($"journalctl --no-pager --output cat --unit dockerland-host.service --since @{_since.ToUnixTimeSeconds()}");

    /// <summary>The other host of the group, of which nothing but its entry there is.</summary>
    public Task<string> NeighbourAsync() => RunAsync($"{Instances} --query \"AutoScalingInstances[?InstanceId!='{Id}'].InstanceId | [0]\" --output text");

    public Task<string> HealthOfAsync(string id) => RunAsync($"{Instances} --query \"AutoScalingInstances[?InstanceId=='{id}'].HealthStatus | [0]\" --output text");

    public Task SetHealthAsync(string id, string health) => RunAsync($"{AutoScaling} set-instance-health --instance-id {id} --health-status {health}");
}
