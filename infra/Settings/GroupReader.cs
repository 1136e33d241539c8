using System.Collections.Immutable;

namespace Dockerland.Infra.Settings;

/// <summary>Reads how a fleet's group replaces, keeps and judges its hosts.</summary>
internal static class GroupReader
{
    private const int SecondsPerDay = 86_400;

    /// <summary>AWS's own limits on how long a hook waits.</summary>
    private const int ShortestHook = 30;
    private const int LongestHook = 7200;

    public static readonly ImmutableArray<string> Metrics =
    [
        "GroupAndWarmPoolDesiredCapacity", "GroupAndWarmPoolTotalCapacity", "GroupDesiredCapacity", "GroupInServiceCapacity", "GroupInServiceInstances", "GroupMaxSize", "GroupMinSize",
        "GroupPendingCapacity", "GroupPendingInstances", "GroupStandbyCapacity", "GroupStandbyInstances", "GroupTerminatingCapacity", "GroupTerminatingInstances", "GroupTotalCapacity", "GroupTotalInstances",
        "WarmPoolDesiredCapacity", "WarmPoolPendingCapacity", "WarmPoolTerminatingCapacity", "WarmPoolTotalCapacity", "WarmPoolWarmedCapacity",
    ];

    public static readonly ImmutableArray<string> TerminationPolicies =
        ["AllocationStrategy", "ClosestToNextInstanceHour", "Default", "NewestInstance", "OldestInstance", "OldestLaunchConfiguration", "OldestLaunchTemplate"];

    public static readonly ImmutableArray<string> Processes =
        ["AZRebalance", "AddToLoadBalancer", "AlarmNotification", "HealthCheck", "InstanceRefresh", "Launch", "ReplaceUnhealthy", "ScheduledActions", "Terminate"];

    public static SpotSettings? Spot(ConfigSection fleet)
    {
        if (fleet.Section("spot", SettingKeys.Of<SpotSettings>()) is not { } section) return null;

        var defaults = new SpotSettings();
        return new()
        {
            OnDemandBase = section.Number("onDemandBase", defaults.OnDemandBase, 0, FleetReader.MostHosts),
            Share = section.Number("share", defaults.Share, 0, 100),
            Allocation = section.Choice("allocation", defaults.Allocation, "capacity-optimized", "capacity-optimized-prioritized", "lowest-price", "price-capacity-optimized"),
            Rebalance = section.Flag("rebalance", defaults.Rebalance),
        };
    }

    public static ReplacementSettings Replacement(ConfigSection fleet)
    {
        var defaults = new ReplacementSettings();
        if (fleet.Section("replacement", SettingKeys.Of<ReplacementSettings>()) is not { } section) return defaults;

        var minHealthy = section.Number("minHealthy", defaults.MinHealthy, 0, 100);
        var replacement = new ReplacementSettings
        {
            MinHealthy = minHealthy,
            MaxHealthy = section.Number("maxHealthy", Math.Min(defaults.MaxHealthy, minHealthy + 100), 100, 200),
            WarmupSeconds = section.Number("warmupSeconds", defaults.WarmupSeconds, 0, SecondsPerDay),
            ScaleInProtected = section.Choice("scaleInProtected", defaults.ScaleInProtected, "Ignore", "Refresh", "Wait"),
            Standby = section.Choice("standby", defaults.Standby, "Ignore", "Terminate", "Wait"),
            Checkpoints = section.Numbers("checkpoints", defaults.Checkpoints, 1, 100),
            CheckpointSeconds = section.Number("checkpointSeconds", defaults.CheckpointSeconds, 0, 2 * SecondsPerDay),
        };
        if (section.IsSound("minHealthy", "maxHealthy") && replacement.MaxHealthy - replacement.MinHealthy > 100)
            section.Refuse("maxHealthy", $"{replacement.MaxHealthy}", $"is more than 100 above {section.FullKey("minHealthy")} '{replacement.MinHealthy}'", $"{replacement.MinHealthy + 100}");
        if (section.IsSound("checkpoints") && !replacement.Checkpoints.SequenceEqual(replacement.Checkpoints.Order()))
            section.Report($"{section.FullKey("checkpoints")} '{section.Raw("checkpoints")}' is not in ascending order", ConfigSection.InFile);
        else if (section.IsSound("checkpoints") && replacement.Checkpoints is [.., not 100 and var last])
            section.Report(
                $"{section.FullKey("checkpoints")} '{section.Raw("checkpoints")}' ends at {last}, where a refresh ends too: the other hosts would never be replaced",
                $"Set it: pulumi config set --path '{section.FullKey("checkpoints")}[{replacement.Checkpoints.Length}]' 100");
        return replacement;
    }

    public static WarmPoolSettings? WarmPool(ConfigSection fleet)
    {
        if (fleet.Section("warmPool", SettingKeys.Of<WarmPoolSettings>()) is not { } section) return null;

        var defaults = new WarmPoolSettings();
        var pool = new WarmPoolSettings
        {
            Min = section.Number("min", defaults.Min, 0, FleetReader.MostHosts),
            // The provider takes 0 for unset.
            MaxPrepared = section.OptionalNumber("maxPrepared", 1, FleetReader.MostHosts, 2),
            State = section.Choice("state", defaults.State, "Hibernated", "Running", "Stopped"),
            Reuse = section.Flag("reuse", defaults.Reuse),
        };
        if (section.IsSound("min") && pool.MaxPrepared < pool.Min)
            section.Refuse("maxPrepared", $"{pool.MaxPrepared}", $"is less than {section.FullKey("min")} '{pool.Min}'", $"{pool.Min}");
        return pool;
    }

    public static HookSettings Hooks(ConfigSection fleet, WarmPoolSettings? pool)
    {
        var defaults = new HookSettings();
        if (pool is { StopsHosts: true }) defaults = defaults with { LaunchSeconds = HostBoot.Seconds };
        if (fleet.Section("hooks", SettingKeys.Of<HookSettings>()) is not { } section) return defaults;

        var hooks = new HookSettings
        {
            LaunchSeconds = section.Number("launchSeconds", defaults.LaunchSeconds, ShortestHook, LongestHook),
            TerminateSeconds = section.Number("terminateSeconds", defaults.TerminateSeconds, ShortestHook, LongestHook),
        };
        if (pool is { StopsHosts: true } && hooks.LaunchSeconds < HostBoot.Seconds && section.IsSound("launchSeconds") && fleet.IsSound("warmPool"))
            section.Refuse("launchSeconds", $"{hooks.LaunchSeconds}", $"is less than the {HostBoot.Seconds} seconds that a host takes to set itself up; in a pool of {fleet.FullKey("warmPool")}.state '{pool.State}' it is stopped when they are over", $"{HostBoot.Seconds}");
        return hooks;
    }

    public static HealthCheckSettings HealthCheck(ConfigSection fleet)
    {
        var defaults = new HealthCheckSettings();
        return fleet.Section("healthCheck", SettingKeys.Of<HealthCheckSettings>()) is { } section
            ? new()
            {
                Type = section.Choice("type", defaults.Type, "EC2", "ELB"),
                GraceSeconds = section.Number("graceSeconds", defaults.GraceSeconds, 0, LongestHook),
            }
            : defaults;
    }

    public static VolumeSettings Volume(ConfigSection fleet)
    {
        var defaults = new VolumeSettings();
        if (fleet.Section("volume", SettingKeys.Of<VolumeSettings>()) is not { } section) return defaults;

        var volume = new VolumeSettings
        {
            Size = section.Number("size", defaults.Size, 8, 16_384),
            Iops = section.Number("iops", defaults.Iops, 3000, 16_000),
            Throughput = section.Number("throughput", defaults.Throughput, 125, 1000),
            KmsKey = section.Text("kmsKey", defaults.KmsKey, "arn:aws:kms:eu-central-1:123456789012:alias/volumes", Rules.KeyArn),
        };
        if (!section.IsSound("size", "iops", "throughput")) return volume;

        // Limits of gp3: 500 operations for each GiB, a quarter of a MiB/s for each operation.
        if (volume.Iops > 500 * volume.Size)
            section.Refuse("iops", $"{volume.Iops}", $"is more than 500 for each GiB of {section.FullKey("size")} '{volume.Size}'", $"{500 * volume.Size}");
        else if (volume.Throughput > volume.Iops / 4)
            section.Refuse("throughput", $"{volume.Throughput}", $"is more than a quarter of {section.FullKey("iops")} '{volume.Iops}'", $"{volume.Iops / 4}");
        return volume;
    }
}
