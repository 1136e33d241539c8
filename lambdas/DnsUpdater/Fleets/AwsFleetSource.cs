using System.Collections.Immutable;
using Amazon.AutoScaling;
using Amazon.AutoScaling.Model;
using Amazon.EC2;
using Amazon.EC2.Model;
using Dockerland.Contracts;

namespace Dockerland.DnsUpdater.Fleets;

/// <summary>Groups and machines of an AWS account.</summary>
internal sealed class AwsFleetSource(IAmazonAutoScaling autoScaling, IAmazonEC2 ec2) : IFleetSource
{
    private const int GroupsOfPage = 100;

    // Of a filter. A request that names ids instead fails as a whole when one of them is no more.
    private const int IdsOfRequest = 200;

    public async Task<ImmutableArray<GroupState>> ReadGroupsAsync(string stack, string environment, CancellationToken cancellationToken)
    {
        var groups = ImmutableArray.CreateBuilder<GroupState>();
        var request = new DescribeAutoScalingGroupsRequest
        {
            MaxRecords = GroupsOfPage,
            Filters =
            [
                new() { Name = $"tag:{TagKeys.Stack}", Values = [stack] },
                new() { Name = $"tag:{TagKeys.Environment}", Values = [environment] },
            ],
        };
        do
        {
            var page = await Access.CallAsync("autoscaling:DescribeAutoScalingGroups", () => autoScaling.DescribeAutoScalingGroupsAsync(request, cancellationToken));
            groups.AddRange((page.AutoScalingGroups ?? []).Select(ReadGroup));
            request.NextToken = page.NextToken;
        }
        while (!string.IsNullOrEmpty(request.NextToken));

        // Looked at again: whoever answers may know no filters.
        return [.. groups.Where(group => Has(group, TagKeys.Stack, stack) && Has(group, TagKeys.Environment, environment)).OrderBy(group => group.Name, StringComparer.Ordinal)];
    }

    public async Task<ImmutableArray<GroupState>> ReadMachinesAsync(ImmutableArray<GroupState> groups, CancellationToken cancellationToken)
    {
        var machines = new Dictionary<string, MachineState>(StringComparer.Ordinal);
        foreach (var ids in groups.SelectMany(group => group.Instances).Select(instance => instance.Id).Chunk(IdsOfRequest))
            await ReadMachinesAsync(ids, machines, cancellationToken);
        return [.. groups.Select(group => group with { Instances = [.. group.Instances.Select(instance => instance with { Machine = machines.GetValueOrDefault(instance.Id) })] })];
    }

    private async Task ReadMachinesAsync(string[] ids, Dictionary<string, MachineState> machines, CancellationToken cancellationToken)
    {
        var request = new DescribeInstancesRequest { Filters = [new() { Name = "instance-id", Values = [.. ids] }] };
        do
        {
            var page = await Access.CallAsync("ec2:DescribeInstances", () => ec2.DescribeInstancesAsync(request, cancellationToken));
            // Instances that came together are in one reservation.
            foreach (var machine in (page.Reservations ?? []).SelectMany(reservation => reservation.Instances ?? []))
                machines[machine.InstanceId] = new(machine.State?.Name?.Value ?? "", machine.PublicIpAddress, machine.PrivateIpAddress, Ipv6(machine));
            request.NextToken = page.NextToken;
        }
        while (!string.IsNullOrEmpty(request.NextToken));
    }

    private static GroupState ReadGroup(AutoScalingGroup group) => new(
        group.AutoScalingGroupName,
        (group.Tags ?? []).ToImmutableSortedDictionary(tag => tag.Key, tag => tag.Value ?? "", StringComparer.Ordinal),
        [.. (group.Instances ?? []).Select(instance => new InstanceState(instance.InstanceId, instance.LifecycleState?.Value ?? "", instance.HealthStatus ?? "", null))])
    {
        Wanted = group.DesiredCapacity ?? 0,
        // Only a group that is being deleted has a status.
        IsGoing = !string.IsNullOrEmpty(group.Status),
    };

    private static bool Has(GroupState group, string tag, string value) => group.Tags.GetValueOrDefault(tag) == value;

    private static string? Ipv6(Amazon.EC2.Model.Instance machine) => machine.Ipv6Address
        ?? (machine.NetworkInterfaces ?? []).SelectMany(card => card.Ipv6Addresses ?? []).Select(address => address.Ipv6Address).FirstOrDefault();
}
