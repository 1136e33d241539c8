using System.Collections.Immutable;

namespace Dockerland.Infra.Settings;

/// <summary>One fleet of <c>dockerland:fleets</c>; each property is the key of the same name.</summary>
public sealed record FleetSettings
{
    public required string Role { get; init; }

    /// <summary>What the hosts run: <c>debian</c>, <c>amazonlinux</c> or <c>rancheros</c>.</summary>
    public string System { get; init; } = "debian";

    /// <summary>The hosts' AMI, if not the stack's.</summary>
    public HostImageSettings? HostImage { get; init; }

    /// <summary>The first is preferred; the others are for when it can't be had.</summary>
    public ImmutableArray<string> InstanceTypes { get; init; } = ["t3.small"];

    public int Min { get; init; } = 1;
    public int Max { get; init; } = 2;

    /// <summary>How many hosts there are at first, and with <see cref="KeepDesired"/> false after each deployment. Null: as many as <see cref="Min"/>.</summary>
    public int? Desired { get; init; }

    /// <summary>Whether a deployment leaves the number as scaling made it.</summary>
    public bool KeepDesired { get; init; } = true;

    /// <summary>Null for on-demand hosts only.</summary>
    public SpotSettings? Spot { get; init; }

    public ReplacementSettings Replacement { get; init; } = new();
    public WarmPoolSettings? WarmPool { get; init; }
    public HookSettings Hooks { get; init; } = new();

    /// <summary>Predefined metric → the value that the group's size follows, such as <c>ASGAverageCPUUtilization</c> → 50.</summary>
    public ImmutableSortedDictionary<string, double> Targets { get; init; } = ImmutableSortedDictionary.Create<string, double>(StringComparer.Ordinal);

    public ImmutableSortedDictionary<string, StepSettings> Steps { get; init; } = ImmutableSortedDictionary.Create<string, StepSettings>(StringComparer.Ordinal);
    public ImmutableSortedDictionary<string, ScheduleSettings> Schedules { get; init; } = ImmutableSortedDictionary.Create<string, ScheduleSettings>(StringComparer.Ordinal);

    public HealthCheckSettings HealthCheck { get; init; } = new();

    /// <summary>After how many days a host is replaced; null for never.</summary>
    public int? MaxLifetimeDays { get; init; }

    public ImmutableArray<string> Metrics { get; init; } = ["GroupDesiredCapacity", "GroupInServiceInstances", "GroupTotalInstances"];
    public ImmutableArray<string> TerminationPolicies { get; init; } = ["Default"];
    public ImmutableArray<string> SuspendedProcesses { get; init; } = [];
    public VolumeSettings Volume { get; init; } = new();

    /// <summary>Membership of the stack's Swarm: <c>none</c>, <c>worker</c> or <c>manager</c>.</summary>
    public string Swarm { get; init; } = NoSwarm;

    /// <summary>The public record that follows the fleet's hosts; empty for none.</summary>
    public string Domain { get; init; } = "";

    /// <summary>Further tags under <c>docker.</c> and the prefix of variables.</summary>
    public ImmutableSortedDictionary<string, string> Tags { get; init; } = None;

    /// <summary>Environment of all the fleet's containers.</summary>
    public ImmutableSortedDictionary<string, string> Environment { get; init; } = None;

    /// <summary>By name; those of the demo's role when none is set.</summary>
    public ImmutableSortedDictionary<string, ContainerSettings> Containers { get; init; } = ImmutableSortedDictionary.Create<string, ContainerSettings>(StringComparer.Ordinal);

    public const string NoSwarm = "none";
    public const string SwarmWorker = "worker";
    public const string SwarmManager = "manager";

    internal static ImmutableSortedDictionary<string, string> None { get; } =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);
}
