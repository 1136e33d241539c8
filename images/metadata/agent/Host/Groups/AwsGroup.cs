using Amazon.AutoScaling;
using Amazon.AutoScaling.Model;
using Amazon.Runtime;

namespace Dockerland.MetadataAgent.Host.Groups;

/// <summary>The group by Auto Scaling's API.</summary>
internal sealed class AwsGroup(IAmazonAutoScaling client) : IGroup
{
    public Task<GroupView?> FindAsync(string id, CancellationToken cancellationToken) => CallAsync("autoscaling:DescribeAutoScalingGroups", async () =>
    {
        var instances = await client.DescribeAutoScalingInstancesAsync(new DescribeAutoScalingInstancesRequest { InstanceIds = [id] }, cancellationToken);
        if (instances.AutoScalingInstances?.FirstOrDefault()?.AutoScalingGroupName is not { } name) return null;
        var groups = await client.DescribeAutoScalingGroupsAsync(new DescribeAutoScalingGroupsRequest { AutoScalingGroupNames = [name] }, cancellationToken);
        return groups.AutoScalingGroups?.FirstOrDefault() is { } group
            ? new GroupView(name, group.DesiredCapacity ?? 0, [.. (group.Instances ?? []).Select(instance => new Member(instance.InstanceId, instance.LifecycleState.Value, instance.HealthStatus is "Healthy"))])
            : null;
    });

    // A host that just came has the group's grace, in which the group doesn't listen.
    public Task GiveUpAsync(string id, CancellationToken cancellationToken) => CallAsync(
        "autoscaling:SetInstanceHealth",
        () => client.SetInstanceHealthAsync(new() { InstanceId = id, HealthStatus = "Unhealthy", ShouldRespectGracePeriod = true }, cancellationToken));

    private static async Task<T> CallAsync<T>(string action, Func<Task<T>> call)
    {
        try
        {
            return await call();
        }
        catch (Exception error) when (error is AmazonServiceException or AmazonClientException or HttpRequestException)
        {
            throw new AgentException(ExitCodes.Unavailable, $"{action} failed: {error.Message}", error);
        }
    }
}
