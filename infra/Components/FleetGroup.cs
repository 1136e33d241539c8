using System.Collections.Immutable;
using System.Globalization;
using Dockerland.Contracts;
using Dockerland.Infra.Settings;
using Pulumi;
using Pulumi.Aws.AutoScaling;
using Pulumi.Aws.AutoScaling.Inputs;
using Pulumi.Aws.Ec2;

namespace Dockerland.Infra.Components;

/// <summary>How many hosts a fleet has, of what kind, and how they follow each other, for its group.</summary>
internal static class FleetGroup
{
    /// <summary>What the provider gives updates and deletions by itself.</summary>
    private static readonly TimeSpan ProviderTimeout = TimeSpan.FromMinutes(10);

    public static GroupArgs Describe(string name, FleetArgs args, LaunchTemplate template)
    {
        var settings = args.Settings;
        var version = template.LatestVersion.Apply(number => number.ToString(CultureInfo.InvariantCulture));
        var mixed = FleetInstances.Mixed(settings, template, version);
        return new()
        {
            NamePrefix = GroupNames.Prefix(args.StackName, name),
            MinSize = settings.Min,
            MaxSize = settings.Max,
            DesiredCapacity = Desired(settings),
            VpcZoneIdentifiers = args.SubnetIds,
            LaunchTemplate = mixed is null ? new GroupLaunchTemplateArgs { Id = template.Id, Version = version } : null,
            MixedInstancesPolicy = mixed,
            CapacityRebalance = settings.Spot is { } spot ? (Input<bool>)spot.Rebalance : null,
            InstanceMaintenancePolicy = new GroupInstanceMaintenancePolicyArgs
            {
                MinHealthyPercentage = settings.Replacement.MinHealthy,
                MaxHealthyPercentage = settings.Replacement.MaxHealthy,
            },
            InstanceRefresh = FleetInstances.Refresh(settings.Replacement),
            DefaultInstanceWarmup = settings.Replacement.WarmupSeconds,
            WarmPool = FleetInstances.WarmPool(settings.WarmPool),
            InitialLifecycleHooks = FleetHooks.Initial(settings.Hooks),
            HealthCheckType = settings.HealthCheck.Type,
            HealthCheckGracePeriod = settings.HealthCheck.GraceSeconds,
            MaxInstanceLifetime = settings.MaxLifetimeDays is { } days ? (Input<int>)(days * 24 * 60 * 60) : null,
            EnabledMetrics = Metrics(settings.Metrics),
            TerminationPolicies = settings.TerminationPolicies,
            SuspendedProcesses = settings.SuspendedProcesses,
            // Whoever waits for the hosts subscribes too late to hear of them.
            WaitForCapacityTimeout = "0",
            Tags = FleetTags.OfGroup(name, args, version),
        };
    }

    public static CustomResourceOptions Options(FleetSettings settings, Resource parent, InputList<Resource> after)
    {
        // Whoever removes hosts waits for their hooks, in the group and in its warm pool.
        var patience = ProviderTimeout + TimeSpan.FromSeconds(settings.Hooks.TerminateSeconds);
        return new()
        {
            Parent = parent,
            DependsOn = after,
            CustomTimeouts = new() { Update = patience, Delete = patience },
            IgnoreChanges = [.. Ignored(settings)],
        };
    }

    private static IEnumerable<string> Ignored(FleetSettings settings)
    {
        // Read at the group's creation and never again: other values would replace the group. The hooks' own resources have them.
        yield return "initialLifecycleHooks";
        if (settings.KeepDesired) yield return "desiredCapacity";
    }

    private static Input<int>? Desired(FleetSettings settings) =>
        settings.Desired is { } desired ? desired
        : settings.KeepDesired ? null
        : settings.Min;

    private static InputList<Metric> Metrics(ImmutableArray<string> names) => names.Select(FleetMetrics.Find).ToArray();
}
