using System.Collections.Immutable;

namespace Dockerland.Infra.Settings;

/// <summary>One fleet of <c>dockerland:fleets</c>.</summary>
public sealed record FleetSettings
{
    /// <summary>What the hosts are for, the tag <c>docker.role</c>; by itself the fleet's name. Fleets may share one. <c>balancer</c> takes the world's traffic.</summary>
    public required string Role { get; init; }

    /// <summary>What the hosts run: <c>debian</c>, <c>amazonlinux</c> or <c>rancheros</c>.</summary>
    public string System { get; init; } = "debian";

    /// <summary>The hosts' AMI, if not the stack's.</summary>
    public HostImageSettings? HostImage { get; init; }

    /// <summary>The first is preferred; the others are for when it can't be had.</summary>
    public ImmutableArray<string> InstanceTypes { get; init; } = ["t3.small"];

    /// <summary>Hosts at least, 0 to 1,000.</summary>
    public int Min { get; init; } = 1;

    /// <summary>Hosts at most, 1 to 1,000; by itself 2, or <see cref="Min"/> if that is more.</summary>
    public int Max { get; init; } = 2;

    /// <summary>How many hosts there are at first, and with <see cref="KeepDesired"/> false after each deployment. Unset: as many as <see cref="Min"/>.</summary>
    public int? Desired { get; init; }

    /// <summary>Whether a deployment leaves the number as scaling made it.</summary>
    public bool KeepDesired { get; init; } = true;

    /// <summary>Unset for on-demand hosts only.</summary>
    public SpotSettings? Spot { get; init; }

    /// <summary>How hosts are replaced.</summary>
    public ReplacementSettings Replacement { get; init; } = new();

    /// <summary>Hosts that wait, prepared; unset for none.</summary>
    public WarmPoolSettings? WarmPool { get; init; }

    /// <summary>How long hosts wait for their records.</summary>
    public HookSettings Hooks { get; init; } = new();

    /// <summary>Predefined metric → the value that the group's size follows, such as <c>ASGAverageCPUUtilization</c> → 50.</summary>
    public ImmutableSortedDictionary<string, double> Targets { get; init; } = ImmutableSortedDictionary.Create<string, double>(StringComparer.Ordinal);

    /// <summary>Steps by which the size follows a metric, by name.</summary>
    public ImmutableSortedDictionary<string, StepSettings> Steps { get; init; } = ImmutableSortedDictionary.Create<string, StepSettings>(StringComparer.Ordinal);

    /// <summary>Sizes at certain times, by name.</summary>
    public ImmutableSortedDictionary<string, ScheduleSettings> Schedules { get; init; } = ImmutableSortedDictionary.Create<string, ScheduleSettings>(StringComparer.Ordinal);

    /// <summary>What decides whether a host is well.</summary>
    public HealthCheckSettings HealthCheck { get; init; } = new();

    /// <summary>After how many days a host is replaced; unset for never.</summary>
    public int? MaxLifetimeDays { get; init; }

    /// <summary>The group's metrics that are recorded.</summary>
    public ImmutableArray<string> Metrics { get; init; } = ["GroupDesiredCapacity", "GroupInServiceInstances", "GroupTotalInstances"];

    /// <summary>Which host goes first, as AWS names it; <c>Default</c> keeps zones balanced.</summary>
    public ImmutableArray<string> TerminationPolicies { get; init; } = ["Default"];

    /// <summary>What the group leaves be, such as <c>AZRebalance</c>.</summary>
    public ImmutableArray<string> SuspendedProcesses { get; init; } = [];

    /// <summary>ARNs of IAM policies that the hosts' role gets beside what hosts need, for what their containers (<c>callsAws</c>) and agents do in AWS.</summary>
    public ImmutableArray<string> Policies { get; init; } = [];

    /// <summary>The root volume.</summary>
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

    /// <summary>The names that containers answer to, each <see cref="Contracts.EnvironmentVariables.Domain"/> in its parts; none where no agent keeps their records.</summary>
    internal IEnumerable<string> Services => !KeepsRecords ? [] : Containers.Values.SelectMany(container => container.Domain.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Distinct(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether an agent on the hosts keeps records: our balancer has one, and others are in a container that calls AWS.</summary>
    internal bool KeepsRecords =>
        Containers.Values.Any(container => container.Build is DefaultContainers.Haproxy)
        || (Containers.Values.Any(container => container.CallsAws) && Containers.Values.Any(container => container.Domain is not ""));

    /// <summary>Whether our balancer is on the hosts, beside containers that have names.</summary>
    internal bool ServesNames => Containers.Values.Any(container => container.Build is DefaultContainers.Haproxy) && Services.Any();

    public const string NoSwarm = "none";
    public const string SwarmWorker = "worker";
    public const string SwarmManager = "manager";

    internal static ImmutableSortedDictionary<string, string> None { get; } =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);
}
