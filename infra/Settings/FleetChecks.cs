using System.Collections.Immutable;
using Dockerland.Contracts;
using Dockerland.Infra.UserData;

namespace Dockerland.Infra.Settings;

/// <summary>What only a look at several settings of a fleet finds wrong. Each compares settings that are good by themselves.</summary>
internal static class FleetChecks
{
    /// <summary>AWS's limit for a resource, less those that the stack gives hosts itself.</summary>
    private const int MostTags = 50 - OwnTags;
    private const int OwnTags = 10;

    public static void Refuse(ConfigSection fleet, string name, FleetSettings settings, StackSettings stack, ConfigSection own)
    {
        RefuseSize(fleet, settings);
        if (settings.HostImage is null && fleet.IsSound("system", "hostImage"))
            fleet.Refuse("system", settings.System, $"has no AMI that AWS names; {fleet.FullKey("hostImage")} says which", Systems.Debian);
        if (settings is { WarmPool: not null, Spot.Share: > 0 } && fleet.IsSound("warmPool", "spot"))
            fleet.Report($"{fleet.FullKey("warmPool")} is set together with {fleet.FullKey("spot")}.share '{settings.Spot.Share}'; only on-demand hosts can wait in a pool", "Remove one of them in the stack's configuration file");
        if (settings.System is Systems.RancherOs) RefuseWhatRancherOsLacks(fleet, settings, own);
        RefuseTags(fleet, settings, stack);
        RefuseGossip(fleet, settings, stack, own);
        RefuseLongDomains(fleet, name, settings, stack, own);
        RefuseShadows(fleet, settings, stack, own);
        FleetVariables.RefuseClashes(fleet, settings, stack.VariablePrefix);
        HostPorts.RefuseClashes(fleet, settings, stack);
    }

    private static void RefuseSize(ConfigSection fleet, FleetSettings settings)
    {
        if (!fleet.IsSound("min", "max", "desired")) return;

        var (min, max) = (settings.Min, settings.Max);
        if (min > max) fleet.Refuse("min", $"{min}", $"is more than {fleet.FullKey("max")} '{max}'", $"{max}");
        else if (settings.Desired < min) fleet.Refuse("desired", $"{settings.Desired}", $"is less than {fleet.FullKey("min")} '{min}'", $"{min}");
        else if (settings.Desired > max) fleet.Refuse("desired", $"{settings.Desired}", $"is more than {fleet.FullKey("max")} '{max}'", $"{max}");
        RefuseLoss(fleet, settings);
        ScheduleChecks.Refuse(fleet, settings);
    }

    // At its smallest, by its own size or by a schedule's, a fleet has so many hosts, and never less than one to lose.
    private static void RefuseLoss(ConfigSection fleet, FleetSettings settings)
    {
        if (!fleet.IsSound("schedules", "replacement")) return;

        var sizes = settings.Schedules
            .Where(schedule => schedule.Value.Min is not null)
            .Select(schedule => (Key: $"{fleet.FullKey("schedules", schedule.Key)}.min", Min: schedule.Value.Min ?? 0))
            .Prepend((Key: fleet.FullKey("min"), settings.Min));
        var (key, least) = sizes.MinBy(size => size.Min);
        var hosts = Math.Max(1, least);
        // Where nothing may be added either, the only host goes first.
        if (hosts is 1 && settings.Replacement is { MinHealthy: 100, MaxHealthy: 100 })
            fleet.Report(
                $"{fleet.FullKey("replacement")}.maxHealthy '{settings.Replacement.MaxHealthy}' lets no successor run beside the only host, with {key} '{least}'",
                $"Set it: pulumi config set --path {fleet.FullKey("replacement")}.maxHealthy 110");
        // Rounded down: less than the whole of one host is none.
        if (hosts * settings.Replacement.MinHealthy / 100 >= 1) return;

        fleet.Report(
            $"{fleet.FullKey("replacement")}.minHealthy '{settings.Replacement.MinHealthy}' lets all hosts go before a successor runs, with {key} '{least}'",
            $"Set it: pulumi config set --path {fleet.FullKey("replacement")}.minHealthy {(99 + hosts) / hosts}");
    }

    // It has neither systemd nor the AWS command, and a Docker from before today's Swarm.
    private static void RefuseWhatRancherOsLacks(ConfigSection fleet, FleetSettings settings, ConfigSection own)
    {
        var system = $"{fleet.FullKey("system")} '{settings.System}'";
        if (settings.Swarm is not FleetSettings.NoSwarm)
            fleet.Refuse("swarm", settings.Swarm, $"is for today's Swarm, and {system} has a Docker from before it", FleetSettings.NoSwarm);
        if (own.Section("agents").Keys.Any())
            fleet.Report($"{system} can't have the programs of {own.FullKey("agents")}", "Choose another system in the stack's configuration file, or leave them out");
        foreach (var (name, container) in settings.Containers.Where(container => container.Value.Network is not (ContainerSettings.BridgeNetwork or ContainerSettings.HostNetwork) && fleet.Section("containers").Section(container.Key).IsSound("network")))
            fleet.Report($"{fleet.FullKey("containers", name)}.network '{container.Network}' is one that hosts of {system} don't make", $"Set it: pulumi config set --path {fleet.FullKey("containers", name)}.network {ContainerSettings.BridgeNetwork}");
        foreach (var (name, _) in settings.Containers.Where(container => !container.Value.Secrets.IsEmpty))
            fleet.Report($"{fleet.FullKey("containers", name)}.secrets can't be read by hosts of {system}", "Choose another system in the stack's configuration file, or leave them out");
    }

    // RancherOS has no units, and gets neither packages nor agents.
    private static void RefuseShadows(ConfigSection fleet, FleetSettings settings, StackSettings stack, ConfigSection own)
    {
        if (settings.System is Systems.RancherOs) return;

        foreach (var name in settings.Containers.Keys.Where(name => ContainerRules.Name(name) is null))
            if (stack.Agents.FirstOrDefault(agent => HostUnits.IsOf(name, agent.Value)).Key is { } agent)
                fleet.Report($"{fleet.FullKey("containers", name)} has the name of a unit or package of {own.FullKey("agents", agent)}, whose place its own unit would take", "Rename the container in the stack's configuration file");
            else if (stack.Packages.Contains(name))
                fleet.Report($"{fleet.FullKey("containers", name)} has the name of one of {own.FullKey("packages")}, the place of whose unit its own would take", "Rename the container in the stack's configuration file, or leave the package out");
    }

    private static void RefuseTags(ConfigSection fleet, FleetSettings settings, StackSettings stack)
    {
        var count = settings.Tags.Keys.Concat(stack.DefaultTags.Keys).Distinct(StringComparer.Ordinal).Count();
        if (count > MostTags)
            fleet.Report($"{fleet.FullKey("tags")} has {count} tags with those of aws:defaultTags; a host has at most {MostTags} beside the stack's own", ConfigSection.InFile);
    }

    private static void RefuseGossip(ConfigSection fleet, FleetSettings settings, StackSettings stack, ConfigSection own)
    {
        if (!settings.Containers.Values.Any(container => container.Gossips(stack.GossipPort))) return;

        if (settings.Swarm is not FleetSettings.NoSwarm && stack.GossipPort is Ports.SwarmGossip && own.IsSound("gossipPort"))
            fleet.Report($"{fleet.FullKey("swarm")} '{settings.Swarm}' takes port {Ports.SwarmGossip} of the hosts, which is {own.FullKey("gossipPort")} '{stack.GossipPort}' of their containers", $"Move that one: pulumi config set {own.FullKey("gossipPort")} {Ports.SwarmGossip + 1}");
        if (stack.PrivateZone is null)
            fleet.Report($"{fleet.FullKey("containers")} has one that joins the balancers' gossip, which it finds in the private zone, but {own.FullKey("privateZone")} is '{ZoneReader.None}'", $"Remove it: pulumi config rm {own.FullKey("privateZone")}");
    }

    private static void RefuseLongDomains(ConfigSection fleet, string name, FleetSettings settings, StackSettings stack, ConfigSection own)
    {
        if (!own.IsSound("zone", "privateZone") || !fleet.IsSound("domain") || Rules.FleetName(name) is not null) return;

        var length = DomainMetaTags.MostCharacters(Records(name, settings, stack));
        if (length > DomainMetaTags.MaxLength)
            fleet.Report($"{fleet.FullKey("domain")} '{ConfigText.Shown(settings.Domain)}' makes the tag {TagKeys.DomainMeta} up to {length} characters long with the fleet's names in the private zone; a tag's value has at most {DomainMetaTags.MaxLength}", "Shorten it, the zone's name or the fleet's in the stack's configuration file");
    }

    private static ImmutableArray<string> Records(string name, FleetSettings settings, StackSettings stack)
    {
        ImmutableArray<string> records = settings.Domain is "" ? [] : [settings.Domain];
        if (stack.PrivateZone is not { } zone) return records;

        records = records.Add(Names.Nodes(name, zone));
        return settings.Role is Roles.Balancer ? records.Add(Names.Balancers(zone)) : records;
    }
}
