using Dockerland.Contracts;

namespace Dockerland.Infra.Settings;

/// <summary>What only a look at several fleets or at all of the stack finds wrong: a name that two want, or that leads nowhere.</summary>
internal static class StackChecks
{
    public static void Refuse(ConfigSection own, StackSettings settings)
    {
        AgentChecks.Refuse(own, settings);
        RefuseUnreadCertificates(own, settings);
        if (!own.IsSound("zone", "privateZone")) return;

        var fleets = own.Section(SettingKeys.Fleets);
        var holders = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (settings.PrivateZone is { } zone)
        {
            holders[Names.Balancers(zone)] = "that the balancers have in the private zone";
            foreach (var name in settings.Fleets.Keys) holders[Names.Nodes(name, zone)] = $"that the hosts of {fleets.FullKey(name)} have in the private zone";
        }

        foreach (var (name, fleet) in settings.Fleets.Where(fleet => fleet.Value.Domain is not ""))
            if (!holders.TryAdd(fleet.Domain, $"of {fleets.FullKey(name)}.domain"))
                fleets.Report($"{fleets.FullKey(name)}.domain '{fleet.Domain}' is a name {holders[fleet.Domain]}; a record follows one fleet", ConfigSection.InFile);
        foreach (var (index, record) in settings.Records.Index())
            if (holders.TryGetValue(record.Name, out var holder) && !IsBesideAddress(record, settings))
                own.Report($"{own.FullKey("records")}[{index}].name '{record.Name}' is a name {holder}; a record has one keeper", ConfigSection.InFile);
        RefuseServices(fleets, settings, holders);
        RefuseHiddenDomains(fleets, settings);
        HiddenNames.Refuse(own, settings);
        AliasChecks.Refuse(own, settings);
        NameChecks.Refuse(own, settings);
    }

    // RancherOS lacks the AWS command, by which hosts read parameters; the stack puts a PEM into one.
    private static void RefuseUnreadCertificates(ConfigSection own, StackSettings settings)
    {
        var certificate = own.Raw("balancerCertificate") is not "" ? "balancerCertificate" : "balancerPem";
        if (own.Raw(certificate) is "" || !own.IsSound(certificate)) return;

        var fleets = own.Section(SettingKeys.Fleets);
        foreach (var (name, fleet) in settings.Fleets.Where(fleet => fleet.Value.System is Systems.RancherOs && fleet.Value.Containers.Values.Any(container => container.Build is DefaultContainers.Haproxy)))
            fleets.Report($"{fleets.FullKey(name)}.system '{fleet.System}' can't read the certificate of {own.FullKey(certificate)}", "Choose another system in the stack's configuration file, or leave it out");
    }

    // A domain has public addresses, and where there are private subnets only balancers have any.
    private static void RefuseHiddenDomains(ConfigSection fleets, StackSettings settings)
    {
        if (!settings.PrivateSubnets && settings.PrivateSubnetIds is []) return;

        foreach (var (name, fleet) in settings.Fleets.Where(fleet => fleet.Value is { Domain: not "", Role: not Roles.Balancer } && fleets.Section(fleet.Key).IsSound("role", "domain")))
            fleets.Report(
                $"{fleets.FullKey(name)}.domain '{fleet.Domain}' leads to hosts in private subnets, which have no public addresses; only those of the role {Roles.Balancer} have",
                $"Give the domain to a fleet of that role, or remove it: pulumi config rm --path {fleets.FullKey(name)}.domain");
    }

    // Other types may stand beside the addresses that the updater keeps, as mail at the zone's own name does; but the private
    // zone has a CNAME for every other domain, which stands alone.
    private static bool IsBesideAddress(RecordSettings record, StackSettings settings) =>
        record.Type is not ("A" or "AAAA" or "CNAME") && record.Name.Equals(settings.Zone, StringComparison.OrdinalIgnoreCase);

    private static void RefuseServices(ConfigSection fleets, StackSettings settings, Dictionary<string, string> holders)
    {
        if (settings.PrivateZone is not { } zone) return;

        foreach (var (index, record) in settings.Records.Index()) holders.TryAdd(record.Name, $"of {SettingsReader.Project}:records[{index}]");
        foreach (var (fleetName, fleet) in settings.Fleets)
            foreach (var (name, container) in fleet.Containers)
                foreach (var service in container.Domain.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                    if (holders.TryGetValue(Names.Service(service, zone), out var holder))
                        fleets.Report($"{fleets.FullKey(fleetName)}.containers.{name}.domain '{container.Domain}' makes the record '{Names.Service(service, zone)}', a name {holder}", ConfigSection.InFile);
    }
}
