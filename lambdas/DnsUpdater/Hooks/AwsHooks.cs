using Amazon.AutoScaling;
using Amazon.Runtime;

namespace Dockerland.DnsUpdater.Hooks;

/// <summary>Auto Scaling's hooks.</summary>
internal sealed class AwsHooks(IAmazonAutoScaling autoScaling) : IHooks
{
    private const string Continue = "CONTINUE";
    private const string NotWaiting = "No active Lifecycle Action found";

    public async Task<TimeSpan> HeartbeatAsync(string group, string hook, CancellationToken cancellationToken)
    {
        var response = await Access.CallAsync(
            "autoscaling:DescribeLifecycleHooks",
            () => autoScaling.DescribeLifecycleHooksAsync(new() { AutoScalingGroupName = group, LifecycleHookNames = [hook] }, cancellationToken));
        return TimeSpan.FromSeconds(response.LifecycleHooks?.FirstOrDefault()?.HeartbeatTimeout ?? 0);
    }

    public async Task<bool> ContinueAsync(HookMessage hook, CancellationToken cancellationToken)
    {
        try
        {
            await Access.CallAsync("autoscaling:CompleteLifecycleAction", () => autoScaling.CompleteLifecycleActionAsync(new()
            {
                AutoScalingGroupName = hook.Group,
                LifecycleHookName = hook.Hook,
                InstanceId = hook.Instance,
                LifecycleActionToken = hook.Token,
                LifecycleActionResult = Continue,
            }, cancellationToken), $"group {hook.Group}");
            return true;
        }
        catch (UpdaterException error) when (error.InnerException is AmazonServiceException service && service.Message.Contains(NotWaiting, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }
    }
}
