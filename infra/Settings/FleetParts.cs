using System.Collections.Immutable;

namespace Dockerland.Infra.Settings;

/// <summary>The hosts' AMI: exactly one of <see cref="Id"/>, <see cref="Parameter"/>, or <see cref="Owner"/> with <see cref="Filter"/>.</summary>
public sealed record HostImageSettings
{
    public string Id { get; init; } = "";

    /// <summary>Path of the SSM parameter that holds the id.</summary>
    public string Parameter { get; init; } = "";

    /// <summary>Account or alias that owns the image.</summary>
    public string Owner { get; init; } = "";

    /// <summary>Pattern of the image's name, of which the newest is taken.</summary>
    public string Filter { get; init; } = "";

    /// <summary>Whether a newer image rolls the hosts; else only new hosts take it (parameter), or none does (filter).</summary>
    public bool Roll { get; init; }
}

/// <summary>Spot hosts beside on-demand ones.</summary>
public sealed record SpotSettings
{
    /// <summary>How many hosts are on-demand whatever the share.</summary>
    public int OnDemandBase { get; init; } = 1;

    /// <summary>Percent of the further hosts that are spot, 0 to 100.</summary>
    public int Share { get; init; } = 100;

    public string Allocation { get; init; } = "price-capacity-optimized";

    /// <summary>Whether a host whose interruption is likely is replaced beforehand.</summary>
    public bool Rebalance { get; init; } = true;
}

/// <summary>How many hosts there are while some are replaced, in percent of those wanted; both for the group itself and for a refresh.</summary>
public sealed record ReplacementSettings
{
    /// <summary>100: a successor runs before its predecessor goes.</summary>
    public int MinHealthy { get; init; } = 100;

    /// <summary>At most 100 more than <see cref="MinHealthy"/>.</summary>
    public int MaxHealthy { get; init; } = 110;

    /// <summary>How long a new host takes, in seconds, until it counts.</summary>
    public int WarmupSeconds { get; init; } = 120;

    /// <summary>What a refresh does to hosts protected from scale-in: <c>Refresh</c>, <c>Ignore</c> or <c>Wait</c>.</summary>
    public string ScaleInProtected { get; init; } = "Ignore";

    /// <summary>What a refresh does to hosts in standby: <c>Terminate</c>, <c>Ignore</c> or <c>Wait</c>.</summary>
    public string Standby { get; init; } = "Ignore";

    /// <summary>Percentages at which a refresh pauses.</summary>
    public ImmutableArray<int> Checkpoints { get; init; } = [];

    /// <summary>How long it pauses there.</summary>
    public int CheckpointSeconds { get; init; } = 3600;
}

/// <summary>Hosts that are set up beforehand and wait.</summary>
public sealed record WarmPoolSettings
{
    public int Min { get; init; }

    /// <summary>How many hosts there are prepared at most, those in service included; null for the group's own maximum.</summary>
    public int? MaxPrepared { get; init; }

    /// <summary><c>Stopped</c>, <c>Running</c> or <c>Hibernated</c>.</summary>
    public string State { get; init; } = "Stopped";

    /// <summary>Whether hosts return to the pool on scale-in.</summary>
    public bool Reuse { get; init; }
}

/// <summary>How long a host waits for the updater when it comes and when it goes, in seconds: 30 to 7,200.</summary>
public sealed record HookSettings
{
    public int LaunchSeconds { get; init; } = 60;
    public int TerminateSeconds { get; init; } = 180;
}

/// <summary>Scaling by steps when a metric of the group passes a threshold.</summary>
public sealed record StepSettings
{
    /// <summary>A metric of AWS/EC2.</summary>
    public string Metric { get; init; } = "CPUUtilization";

    /// <summary>Exactly one of this and <see cref="Below"/>.</summary>
    public double? Above { get; init; }

    public double? Below { get; init; }
    public int Periods { get; init; } = 2;
    public int PeriodSeconds { get; init; } = 60;

    /// <summary>Distance from the threshold → hosts more, or fewer when negative. The first distance is 0.</summary>
    public ImmutableSortedDictionary<int, int> Changes { get; init; } = ImmutableSortedDictionary<int, int>.Empty;
}

/// <summary>A size from a time on.</summary>
public sealed record ScheduleSettings
{
    /// <summary>In cron's five fields.</summary>
    public required string Cron { get; init; }

    public string TimeZone { get; init; } = "Etc/UTC";
    public int? Min { get; init; }
    public int? Max { get; init; }
    public int? Desired { get; init; }
}

/// <summary>What decides whether a host is well.</summary>
public sealed record HealthCheckSettings
{
    /// <summary><c>EC2</c> or <c>ELB</c>.</summary>
    public string Type { get; init; } = "EC2";

    public int GraceSeconds { get; init; } = 120;
}

/// <summary>The hosts' root volume: encrypted gp3.</summary>
public sealed record VolumeSettings
{
    /// <summary>In GiB, 8 to 16,384.</summary>
    public int Size { get; init; } = 20;

    /// <summary>3,000 to 16,000.</summary>
    public int Iops { get; init; } = 3000;

    /// <summary>In MiB/s, 125 to 1,000.</summary>
    public int Throughput { get; init; } = 125;

    /// <summary>ARN of the key; empty for the account's own.</summary>
    public string KmsKey { get; init; } = "";
}
