using System.Collections.Immutable;
using Dockerland.Contracts;

namespace Dockerland.Infra.Settings;

/// <summary>Reads <c>dockerland:fleets</c>: one object per fleet, under the fleet's name.</summary>
internal sealed class FleetReader(ConfigSection own, StackSettings stack, IReadOnlySet<string> images)
{
    public const int MostHosts = 1000;

    private const int LongestLifetime = 365;

    /// <summary>AWS's limit for a group, as its API reference has it of launch templates' overrides.</summary>
    private const int MostTypes = 40;

    /// <summary>IAM's quota for a role, unless a higher one was asked for.</summary>
    private const int MostPolicies = 10;

    // Null for what is itself wrong: there is then nothing to hold fleets to.
    private readonly string? _zone = own.IsSound("zone") ? stack.Zone : null;
    private readonly string? _architecture = own.IsSound("architecture") ? stack.Architecture : null;

    public ImmutableSortedDictionary<string, FleetSettings> Read()
    {
        if (own.Raw(SettingKeys.Fleets) is "")
            own.Report($"{own.FullKey(SettingKeys.Fleets)} is not set", $"Set it: pulumi config set --path {own.FullKey(SettingKeys.Fleets)}.web.role web");

        return own.Named(SettingKeys.Fleets, "fleet", NameProblem, ReadOne);
    }

    private FleetSettings ReadOne(string name, ConfigSection fleets)
    {
        var defaults = new FleetSettings { Role = name, InstanceTypes = Architectures.InstanceTypes(stack.Architecture) };
        if (fleets.Section(name, SettingKeys.Of<FleetSettings>()) is not { } fleet) return defaults;

        var pool = GroupReader.WarmPool(fleet);
        var settings = Hosts(fleet, name, defaults) with
        {
            Targets = ScalingReader.Targets(fleet),
            Steps = ScalingReader.Steps(fleet),
            Schedules = ScalingReader.Schedules(fleet),
            Spot = GroupReader.Spot(fleet),
            Replacement = GroupReader.Replacement(fleet),
            WarmPool = pool,
            Hooks = GroupReader.Hooks(fleet, pool),
            HealthCheck = GroupReader.HealthCheck(fleet),
            Volume = GroupReader.Volume(fleet),
            Tags = fleet.Texts("tags", (key, value) => (own.IsSound("variablePrefix") ? Rules.Tag(stack.VariablePrefix)(key) : null) ?? Rules.TagValue(value)),
            Environment = fleet.Texts("environment", Rules.Variable),
        };
        settings = settings with { Containers = ContainerReader.Read(fleet, settings, stack, images) };
        FleetChecks.Refuse(fleet, name, settings, stack, own);
        return settings;
    }

    private FleetSettings Hosts(ConfigSection fleet, string name, FleetSettings defaults)
    {
        var min = fleet.Number("min", defaults.Min, 0, MostHosts);
        var types = fleet.List("instanceTypes", defaults.InstanceTypes, defaults.InstanceTypes, TypeProblem);
        if (types.Length > MostTypes)
            fleet.Report($"{fleet.FullKey("instanceTypes")} has {types.Length} types; a group has at most {MostTypes}", "Leave some out in the stack's configuration file");
        var system = fleet.Choice("system", defaults.System, Systems.AmazonLinux, Systems.Debian, Systems.RancherOs);
        return new()
        {
            Role = fleet.Text("role", defaults.Role, name, Rules.Label),
            System = system,
            HostImage = HostImageReader.Resolve(HostImageReader.Read(fleet, _architecture), stack.HostImage, system, stack.Architecture),
            InstanceTypes = types,
            Min = min,
            Max = fleet.Number("max", Math.Max(defaults.Max, min), 1, MostHosts),
            Desired = fleet.OptionalNumber("desired", 0, MostHosts, min),
            KeepDesired = fleet.Flag("keepDesired", defaults.KeepDesired),
            MaxLifetimeDays = fleet.OptionalNumber("maxLifetimeDays", 1, LongestLifetime, 30),
            Metrics = fleet.Choices("metrics", defaults.Metrics, GroupReader.Metrics),
            TerminationPolicies = fleet.Choices("terminationPolicies", defaults.TerminationPolicies, GroupReader.TerminationPolicies),
            SuspendedProcesses = fleet.Choices("suspendedProcesses", defaults.SuspendedProcesses, GroupReader.Processes),
            Policies = Policies(fleet),
            Swarm = fleet.Choice("swarm", defaults.Swarm, FleetSettings.SwarmManager, FleetSettings.NoSwarm, FleetSettings.SwarmWorker),
            Domain = fleet.Text("domain", defaults.Domain, $"{name}.{_zone ?? SettingsReader.ZoneExample}", DomainProblem),
        };
    }

    private static ImmutableArray<string> Policies(ConfigSection fleet)
    {
        var policies = fleet.List("policies", [], ["arn:aws:iam::aws:policy/CloudWatchAgentServerPolicy"], Rules.PolicyArn, mayBeEmpty: true);
        if (policies.Length > MostPolicies)
            fleet.Report($"{fleet.FullKey("policies")} has {policies.Length} policies; a role has at most {MostPolicies}", "Put several into one policy, and leave some out in the stack's configuration file");
        return policies;
    }

    // Images are components too, by the names of their folders.
    private string? NameProblem(string name) =>
        Rules.FleetName(name) ?? (images.Contains(name) ? "has the name of an image in images/; both are components of the stack" : null);

    private string? TypeProblem(string type) =>
        Rules.InstanceType(type) ?? (_architecture is null ? null : Architectures.TypeProblem(type, _architecture));

    private string? DomainProblem(string domain) =>
        DomainName.Problem(domain) ?? (_zone is null || DomainName.IsWithin(domain, _zone) ? null : $"is not in the zone '{_zone}'");
}
