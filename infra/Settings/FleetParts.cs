using System.Collections.Immutable;

namespace Dockerland.Infra.Settings;

/// <summary>The hosts' AMI: one of <see cref="Id"/>, <see cref="Parameter"/>, or <see cref="Owner"/> with <see cref="Filter"/>; by itself the newest of the fleet's system.</summary>
public sealed record HostImageSettings
{
    /// <summary>Its id, such as <c>ami-0123456789abcdef0</c>.</summary>
    public string Id { get; init; } = "";

    /// <summary>Path of the SSM parameter that holds the id.</summary>
    public string Parameter { get; init; } = "";

    /// <summary>Account or alias that owns the image.</summary>
    public string Owner { get; init; } = "";

    /// <summary>Pattern of the image's name, of which the newest is taken.</summary>
    public string Filter { get; init; } = "";

    /// <summary>Whether the image has the container runner and its programs already, which user-data then leaves out. Not for the system's own newest, which has not.</summary>
    public bool HasRunner { get; init; }

    /// <summary>Whether a newer image rolls the hosts; else only new hosts take it (parameter), or none does (filter).</summary>
    public bool Roll { get; init; }

    /// <summary>What the image calls its root volume; empty for what AWS says of it, and with a parameter for <c>/dev/xvda</c>, with RancherOS <c>/dev/sda1</c>. With another name hosts have a second volume, and the root stays as the image has it.</summary>
    public string RootDevice { get; init; } = "";
}

/// <summary>Spot hosts beside on-demand ones.</summary>
public sealed record SpotSettings
{
    /// <summary>How many hosts are on-demand whatever the share.</summary>
    public int OnDemandBase { get; init; } = 1;

    /// <summary>Percent of the further hosts that are spot, 0 to 100.</summary>
    public int Share { get; init; } = 100;

    /// <summary>How AWS chooses among the instance types: <c>capacity-optimized</c>, <c>capacity-optimized-prioritized</c>, <c>lowest-price</c> or <c>price-capacity-optimized</c>.</summary>
    public string Allocation { get; init; } = "price-capacity-optimized";

    /// <summary>Whether a host whose interruption is likely is replaced beforehand.</summary>
    public bool Rebalance { get; init; } = true;
}

/// <summary>How many hosts there are while some are replaced, in percent of those wanted; both for the group itself and for a refresh.</summary>
public sealed record ReplacementSettings
{
    /// <summary>0 to 100. 100: a successor runs before its predecessor goes.</summary>
    public int MinHealthy { get; init; } = 100;

    /// <summary>100 to 200, and at most 100 more than <see cref="MinHealthy"/>.</summary>
    public int MaxHealthy { get; init; } = 110;

    /// <summary>How long a new host takes, in seconds, until it counts: a boot, the packages and the containers' images.</summary>
    public int WarmupSeconds { get; init; } = HostBoot.Seconds;

    /// <summary>What a refresh does to hosts protected from scale-in: <c>Refresh</c>, <c>Ignore</c> or <c>Wait</c>.</summary>
    public string ScaleInProtected { get; init; } = "Ignore";

    /// <summary>What a refresh does to hosts in standby: <c>Terminate</c>, <c>Ignore</c> or <c>Wait</c>.</summary>
    public string Standby { get; init; } = "Ignore";

    /// <summary>Percentages at which a refresh pauses, in ascending order; the last is 100.</summary>
    public ImmutableArray<int> Checkpoints { get; init; } = [];

    /// <summary>How long it pauses there.</summary>
    public int CheckpointSeconds { get; init; } = 3600;
}

/// <summary>Hosts that are set up beforehand and wait.</summary>
public sealed record WarmPoolSettings
{
    /// <summary>How many hosts wait at least, 0 to 1,000.</summary>
    public int Min { get; init; }

    /// <summary>How many hosts there are prepared at most, those in service included; unset for the group's own maximum.</summary>
    public int? MaxPrepared { get; init; }

    /// <summary><c>Stopped</c>, <c>Running</c> or <c>Hibernated</c>.</summary>
    public string State { get; init; } = "Stopped";

    /// <summary>Whether hosts don't run while they wait: they are then stopped as soon as the time of their launch hook is over.</summary>
    public bool StopsHosts => State is not "Running";

    /// <summary>Whether hosts return to the pool on scale-in.</summary>
    public bool Reuse { get; init; }
}

/// <summary>How long a host waits for the updater when it comes and when it goes, in seconds: 30 to 7,200.</summary>
public sealed record HookSettings
{
    /// <summary>How long a host waits for its record when it comes. By itself, and at least, 300 in a fleet whose warm pool is stopped or hibernated: a host that comes into the pool has that time to set itself up.</summary>
    public int LaunchSeconds { get; init; } = 60;

    /// <summary>How long it goes on while its record goes.</summary>
    public int TerminateSeconds { get; init; } = 180;
}

/// <summary>Scaling by steps when a metric of the group passes a threshold.</summary>
public sealed record StepSettings
{
    /// <summary>A metric of AWS/EC2.</summary>
    public string Metric { get; init; } = "CPUUtilization";

    /// <summary>The threshold that the metric rises above; exactly one of this and <see cref="Below"/>.</summary>
    public double? Above { get; init; }

    /// <summary>The threshold that the metric falls below.</summary>
    public double? Below { get; init; }

    /// <summary>For how many periods in a row it is past the threshold, 1 to 100.</summary>
    public int Periods { get; init; } = 2;

    /// <summary>How long a period is: whole minutes.</summary>
    public int PeriodSeconds { get; init; } = 60;

    /// <summary>Distance from the threshold → hosts more, or fewer when negative. The first distance is 0.</summary>
    public ImmutableSortedDictionary<int, int> Changes { get; init; } = ImmutableSortedDictionary<int, int>.Empty;
}

/// <summary>A size from a time on.</summary>
public sealed record ScheduleSettings
{
    /// <summary>When, in cron's five fields: <c>0 8 * * MON-FRI</c>.</summary>
    public required string Cron { get; init; }

    /// <summary>The time zone of <see cref="Cron"/>, as the time zone database names it.</summary>
    public string TimeZone { get; init; } = "Etc/UTC";

    /// <summary>Hosts at least from then on, 0 to 1,000.</summary>
    public int? Min { get; init; }

    /// <summary>Hosts at most from then on.</summary>
    public int? Max { get; init; }

    /// <summary>Hosts at that time.</summary>
    public int? Desired { get; init; }
}

/// <summary>What decides whether a host is well.</summary>
public sealed record HealthCheckSettings
{
    /// <summary><c>EC2</c> or <c>ELB</c>.</summary>
    public string Type { get; init; } = "EC2";

    /// <summary>How long a new host is left alone, 0 to 7,200 seconds: as long as it takes until its containers run.</summary>
    public int GraceSeconds { get; init; } = HostBoot.Seconds;
}

/// <summary>The hosts' root volume: encrypted gp3.</summary>
public sealed record VolumeSettings
{
    /// <summary>In GiB, 8 to 16,384.</summary>
    public int Size { get; init; } = 20;

    /// <summary>Operations in a second, 3,000 to 16,000 and at most 500 for each GiB.</summary>
    public int Iops { get; init; } = 3000;

    /// <summary>In MiB/s, 125 to 1,000 and at most a quarter of <see cref="Iops"/>.</summary>
    public int Throughput { get; init; } = 125;

    /// <summary>ARN of the key; empty for the account's own. Its policy lets the role AWSServiceRoleForAutoScaling use it and grant its use: no host launches otherwise.</summary>
    public string KmsKey { get; init; } = "";
}
