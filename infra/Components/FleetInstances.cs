using System.Globalization;
using Dockerland.Infra.Settings;
using Pulumi;
using Pulumi.Aws.AutoScaling.Inputs;
using Pulumi.Aws.Ec2;

namespace Dockerland.Infra.Components;

/// <summary>Of what kinds a group's instances are, and how one takes another's place.</summary>
internal static class FleetInstances
{
    /// <summary>Null for a single type of on-demand hosts.</summary>
    public static GroupMixedInstancesPolicyArgs? Mixed(FleetSettings settings, LaunchTemplate template, Output<string> version) =>
        settings is { Spot: null, InstanceTypes.Length: 1 } ? null : new()
        {
            InstancesDistribution = Distribution(settings.Spot),
            LaunchTemplate = new GroupMixedInstancesPolicyLaunchTemplateArgs
            {
                LaunchTemplateSpecification = new GroupMixedInstancesPolicyLaunchTemplateLaunchTemplateSpecificationArgs { LaunchTemplateId = template.Id, Version = version },
                Overrides = settings.InstanceTypes.Select(type => new GroupMixedInstancesPolicyLaunchTemplateOverrideArgs { InstanceType = type }).ToArray(),
            },
        };

    public static GroupInstanceRefreshArgs Refresh(ReplacementSettings settings)
    {
        // Neither autoRollback: the group is on the new template before the refresh starts, so that there is nothing to go
        // back to. Nor skipMatching: a host whose tags alone are old matches.
        var preferences = new GroupInstanceRefreshPreferencesArgs
        {
            // Both are stated, since the provider's default for the one left out would override the group's own policy.
            MinHealthyPercentage = settings.MinHealthy,
            MaxHealthyPercentage = settings.MaxHealthy,
            InstanceWarmup = Text(settings.WarmupSeconds),
            ScaleInProtectedInstances = settings.ScaleInProtected,
            StandbyInstances = settings.Standby,
        };
        if (!settings.Checkpoints.IsEmpty)
        {
            // An empty list would be waited for without end.
            preferences.CheckpointPercentages = settings.Checkpoints;
            preferences.CheckpointDelay = Text(settings.CheckpointSeconds);
        }

        // A new version of the template is always a trigger. Tags are one since changed ones reach no host that runs already.
        return new() { Strategy = "Rolling", Triggers = { "tag" }, Preferences = preferences };
    }

    public static GroupWarmPoolArgs? WarmPool(WarmPoolSettings? settings) => settings is null ? null : new()
    {
        PoolState = settings.State,
        MinSize = settings.Min,
        MaxGroupPreparedCapacity = settings.MaxPrepared is { } most ? (Input<int>)most : null,
        InstanceReusePolicy = new GroupWarmPoolInstanceReusePolicyArgs { ReuseOnScaleIn = settings.Reuse },
    };

    private static GroupMixedInstancesPolicyInstancesDistributionArgs Distribution(SpotSettings? spot) => new()
    {
        // In the order of the types.
        OnDemandAllocationStrategy = "prioritized",
        OnDemandBaseCapacity = spot?.OnDemandBase ?? 0,
        OnDemandPercentageAboveBaseCapacity = 100 - (spot?.Share ?? 0),
        SpotAllocationStrategy = spot is null ? null : (Input<string>)spot.Allocation,
    };

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
