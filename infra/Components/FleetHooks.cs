using Dockerland.Contracts;
using Dockerland.Infra.Settings;
using Pulumi;
using Pulumi.Aws.AutoScaling;
using Pulumi.Aws.AutoScaling.Inputs;

namespace Dockerland.Infra.Components;

/// <summary>
/// The points at which hosts wait for the updater. Each is there twice under one name: the group is made with them, so that
/// its first hosts wait too, and a resource of their own brings later changes, which the group's never would.
/// A host that nobody answers for goes on when its time is up: an updater that fails costs time and no host.
/// </summary>
internal static class FleetHooks
{
    private const string Continue = "CONTINUE";

    public static InputList<GroupInitialLifecycleHookArgs> Initial(HookSettings settings) => All(settings)
        .Select(hook => new GroupInitialLifecycleHookArgs
        {
            Name = hook.Name,
            LifecycleTransition = hook.Transition,
            DefaultResult = Continue,
            HeartbeatTimeout = hook.Seconds,
        })
        .ToArray();

    public static void Create(string name, HookSettings settings, Group group, Resource parent)
    {
        // Its last hosts wait too: a group that goes takes its hooks along.
        var options = new CustomResourceOptions { Parent = parent, DeletedWith = group };
        foreach (var hook in All(settings))
            _ = new LifecycleHook($"{name}-{hook.Name}", new()
            {
                Name = hook.Name,
                AutoscalingGroupName = group.Name,
                LifecycleTransition = hook.Transition,
                DefaultResult = Continue,
                HeartbeatTimeout = hook.Seconds,
            }, options);
    }

    private static IEnumerable<Hook> All(HookSettings settings) =>
    [
        new(LifecycleHooks.Launch, "autoscaling:EC2_INSTANCE_LAUNCHING", settings.LaunchSeconds),
        new(LifecycleHooks.Terminate, "autoscaling:EC2_INSTANCE_TERMINATING", settings.TerminateSeconds),
    ];

    private sealed record Hook(string Name, string Transition, int Seconds);
}
