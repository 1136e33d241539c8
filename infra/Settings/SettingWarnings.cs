using Dockerland.Infra.UserData;

namespace Dockerland.Infra.Settings;

/// <summary>What is set and does nothing, or not what it seems to: allowed, since it harms nobody, and said.</summary>
internal static class SettingWarnings
{
    /// <summary>What hosts need of their root volume beside their memory, in GiB: as much as the smallest volume that one may have.</summary>
    private const int SystemSize = 8;

    /// <summary>What AWS does to a group's broken hosts, and instead of them.</summary>
    private static readonly string[] Healing = ["HealthCheck", "Launch", "ReplaceUnhealthy", "Terminate"];

    public static IEnumerable<string> Of(ConfigSection own, StackSettings settings)
    {
        var defaults = new StackSettings { Region = "", Zone = "", Environment = "", Fleets = settings.Fleets.Clear() };
        var fleets = settings.Fleets.Values.ToArray();
        var isFound = settings.VpcId is not "";
        return
        [
            .. Unused("networkCidr", isFound && settings.NetworkCidr != defaults.NetworkCidr, $"{own.FullKey("vpcId")} is a network that is there already"),
            .. Unused("availabilityZones", isFound && !settings.AvailabilityZones.SequenceEqual(defaults.AvailabilityZones), $"{own.FullKey("vpcId")} is a network that is there already"),
            .. Unused("natGateways", !settings.PrivateSubnets && settings.NatGateways != defaults.NatGateways, $"{own.FullKey("privateSubnets")} is false"),
            .. Unused("ssmAgent", settings.SsmAgent is not null && fleets.All(fleet => fleet.System is not Systems.Debian), "no fleet runs Debian"),
            .. Unused("rancher", settings.Rancher != defaults.Rancher && fleets.All(fleet => fleet.System is not Systems.RancherOs), "no fleet runs RancherOS"),
            .. Unused("swarm", settings.Swarm is not null && fleets.All(fleet => fleet.Swarm is FleetSettings.NoSwarm), "no fleet joins a Swarm"),
            .. Unused("registryUser", settings is { RegistryServer: "", RegistryUser: not "" }, $"{own.FullKey("registryServer")} is not set"),
            .. Unused("nodeRegistryUser", settings is { NodeRegistryUrl: "", NodeRegistryUser: not "" }, $"{own.FullKey("nodeRegistryUrl")} is not set"),
            .. Unused("balancerCertificate", settings.BalancerCertificate is not "" && fleets.All(fleet => fleet.Containers.Values.All(container => container.Build is not DefaultContainers.Haproxy)), $"no fleet runs {DefaultContainers.Haproxy}"),
            .. Ssh(own, settings),
            .. settings.AlarmTargets is [] ? [$"{own.FullKey("alarmTargets")} is empty: alarms are raised and nobody is told. Set it: pulumi config set --path '{own.FullKey("alarmTargets")}[0]' ops@example.com"] : Array.Empty<string>(),
            .. Image(own, settings.HostImage),
            .. settings.BalancerCertificate is "" && settings.BalancerPem is null ? [] : settings.Fleets.SelectMany(fleet => UnreadCertificates(own.Section(SettingKeys.Fleets).Section(fleet.Key), fleet.Value)),
            .. settings.Fleets.SelectMany(fleet => OfFleet(own.Section(SettingKeys.Fleets).Section(fleet.Key), fleet.Value)),
        ];

        IEnumerable<string> Unused(string key, bool isSo, string why) =>
            isSo ? [$"{own.FullKey(key)} is set, but nothing uses it: {why}. Remove it: pulumi config rm {own.FullKey(key)}"] : [];
    }

    private static IEnumerable<string> Ssh(ConfigSection own, StackSettings settings)
    {
        if (settings.SshKey is not "" && settings.SshCidrs is [])
            yield return $"{own.FullKey("sshKey")} '{settings.SshKey}' opens SSH through SSM's sessions alone: {own.FullKey("sshCidrs")} lets nobody reach the hosts' port 22";
        if (settings is { SshKey: "", SshCidrs: not [], AdminKeys.IsEmpty: true })
            yield return $"{own.FullKey("sshCidrs")} opens the hosts' port 22, and neither {own.FullKey("sshKey")} nor {own.FullKey("adminKeys")} has a key for it. Remove it: pulumi config rm {own.FullKey("sshCidrs")}";
    }

    // Metadata that answer over one hop give a container on a bridge no credentials.
    private static IEnumerable<string> UnreadCertificates(ConfigSection fleet, FleetSettings settings) =>
        from container in settings.Containers
        where container.Value is { Build: DefaultContainers.Haproxy, CallsAws: false, Network: not ContainerSettings.HostNetwork }
        select $"{fleet.FullKey("containers", container.Key)}.callsAws 'false' keeps the balancer from reading its certificate, so that nobody gets in by TLS. Set it: pulumi config set --path {fleet.FullKey("containers", container.Key)}.callsAws true";

    private static IEnumerable<string> OfFleet(ConfigSection fleet, FleetSettings settings)
    {
        if (settings.HealthCheck.Type is "ELB")
            yield return $"{fleet.FullKey("healthCheck")}.type 'ELB' asks load balancers how hosts are, and the stack attaches none: it does what EC2 does until somebody does";
        if (settings.SuspendedProcesses.Intersect(Healing).Order(StringComparer.Ordinal).ToArray() is [_, ..] suspended)
            yield return $"{fleet.FullKey("suspendedProcesses")} has {List(suspended)}: the fleet isn't healed while {(suspended.Length == 1 ? "it is" : "they are")} suspended{(suspended.Contains("Terminate") ? ", and a destroy waits in vain for its hosts to go" : "")}";
        var most = settings.Schedules.Values.Select(schedule => schedule.Max ?? 0).Append(settings.Max).Max();
        if (settings.Spot is { Share: > 0 } spot && spot.OnDemandBase >= most)
            yield return $"{fleet.FullKey("spot")}.onDemandBase '{spot.OnDemandBase}' is as many hosts as the fleet ever has, {most}, or more: none of them is a spot host. Set it: pulumi config set --path {fleet.FullKey("spot")}.onDemandBase {most - 1}";
        if (fleet.Has("hostImage") && settings.HostImage is { } image)
            foreach (var warning in Image(fleet, image))
                yield return warning;
        if (settings.WarmPool is { State: "Hibernated" } && settings.InstanceTypes.MaxBy(InstanceMemory.Find) is { } largest && InstanceMemory.Find(largest) + SystemSize > settings.Volume.Size)
            yield return $"{fleet.FullKey("warmPool")}.state 'Hibernated' writes a host's memory to its root volume, {InstanceMemory.Find(largest)} GiB with {largest}: {fleet.FullKey("volume")}.size '{settings.Volume.Size}' GiB doesn't hold that beside {SystemSize} GiB for the system, and the host is stopped instead. Set it: pulumi config set --path {fleet.FullKey("volume")}.size {Math.Ceiling(InstanceMemory.Find(largest) + SystemSize ?? 0)}";
        foreach (var (name, step) in settings.Steps.Where(step => !IsCredit(step.Value.Metric) && step.Value.Changes.Values.Any(hosts => step.Value.Below is null ? hosts < 0 : hosts > 0)))
            yield return $"{fleet.FullKey("steps", name)} {(step.Below is null ? "removes hosts when" : "adds hosts when")} {step.Metric} is {(step.Below is null ? "above" : "below")} its threshold, so that it goes further the same way";
        if (!settings.KeepsRecords)
            foreach (var (name, container) in settings.Containers.Where(container => container.Value.Domain is not ""))
                yield return $"{fleet.FullKey("containers", name)}.domain '{container.Domain}' has no record: no agent on the fleet's hosts keeps one. Set callsAws of the container that it runs in, or have one of the image {DefaultContainers.Haproxy}";
        if (settings.System is Systems.RancherOs)
            foreach (var (name, folder) in settings.Containers.SelectMany(container => LogFiles.FoldersOf(container.Value).Select(folder => (container.Key, folder))))
                yield return $"{fleet.FullKey("containers", name)}.volumes has '{folder}', whose files stay on the host: {fleet.FullKey("system")} '{settings.System}' has nothing that carries them to the log group";
        if (settings.System is Systems.RancherOs)
            foreach (var (name, container) in settings.Containers.Where(container => container.Value.Health is not null || container.Value.StopSeconds != new ContainerSettings().StopSeconds))
                yield return $"{fleet.FullKey("containers", name)}.{(container.Health is null ? "stopSeconds" : "health")} is set, but nothing uses it: {fleet.FullKey("system")} '{settings.System}' can't";
        foreach (var (name, schedule) in settings.Schedules)
            if (Managed(schedule, settings.KeepDesired) is [_, ..] and var managed)
                yield return $"{fleet.FullKey("schedules", name)} changes the group's {List(managed)} behind the stack's back: a look for drift tells of it, and an update after a refresh undoes it until the schedule's next time. desired alone does neither{(settings.KeepDesired ? "" : $" where {fleet.FullKey("keepDesired")} is true")}";
    }

    private static string List(string[] words) => words is [.. var first, var next, var last] ? string.Join(", ", [.. first, next]) + $" and {last}" : words[0];

    // What a schedule sets that deployments set too.
    private static string[] Managed(ScheduleSettings schedule, bool keepsDesired) =>
    [
        .. schedule.Min is null ? [] : Enumerable.Repeat("min", 1),
        .. schedule.Max is null ? [] : Enumerable.Repeat("max", 1),
        .. schedule.Desired is null || keepsDesired ? [] : Enumerable.Repeat("desired", 1),
    ];

    // Those are spent by load.
    private static bool IsCredit(string metric) => metric is "CPUCreditBalance" or "EBSIOBalance%" or "EBSByteBalance%";

    private static IEnumerable<string> Image(ConfigSection owner, HostImageSettings image)
    {
        var key = owner.FullKey("hostImage");
        if (image is { Id: not "", Roll: true })
            yield return $"{key}.roll 'true' does nothing: {key}.id '{image.Id}' is one image, and there is no newer one of it. Remove it: pulumi config rm --path {key}.roll";
        if (image is { Filter: not "", Roll: false })
            yield return $"{key}.filter '{image.Filter}' is looked up once: hosts keep the AMI that they were first made from, whatever is newer and whatever the filter says later. Let them follow: pulumi config set --path {key}.roll true";
    }
}
