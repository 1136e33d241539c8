using Dockerland.Contracts;

namespace Dockerland.Infra.Settings;

/// <summary>Reads <c>dockerland:swarm</c>, which the fleets that join it complete.</summary>
internal static class SwarmReader
{
    public static SwarmSettings? Read(ConfigSection own, StackSettings settings)
    {
        var section = own.Section("swarm", SettingKeys.Of<SwarmSettings>());
        var swarm = new SwarmSettings
        {
            Managers = section?.Text("managers", "", "swarm.example.com", DomainName.Problem) ?? "",
            WorkerToken = section?.Text("workerToken", "", "/swarm/worker-token", Rules.Parameter) ?? "",
            ManagerToken = section?.Text("managerToken", "", "/swarm/manager-token", Rules.Parameter) ?? "",
        };
        var managers = settings.Fleets.FirstOrDefault(fleet => fleet.Value.Swarm is FleetSettings.SwarmManager).Key;
        if (swarm.Managers is "" && managers is not null && settings.PrivateZone is { } zone) swarm = swarm with { Managers = Names.Nodes(managers, zone) };

        var fleets = own.Section(SettingKeys.Fleets);
        foreach (var (name, fleet) in settings.Fleets.Where(fleet => fleet.Value.Swarm is not FleetSettings.NoSwarm))
            if (Problem(own, swarm, fleet.Swarm) is { } problem)
                fleets.Report($"{fleets.FullKey(name)}.swarm '{fleet.Swarm}' {problem.What}", $"Set it: pulumi config set --path {own.FullKey("swarm")}.{problem.Key} {problem.Example}");

        return swarm is { Managers: "", WorkerToken: "", ManagerToken: "" } ? null : swarm;
    }

    private static (string What, string Key, string Example)? Problem(ConfigSection own, SwarmSettings swarm, string member)
    {
        var key = own.FullKey("swarm");
        if (swarm.Managers is "" && own.IsSound("swarm")) return ($"has no manager to join: no fleet is one that the private zone names, and {key}.managers is not set", "managers", "swarm.example.com");

        return member is FleetSettings.SwarmManager
            ? swarm.ManagerToken is "" && own.IsSound("swarm") ? ($"needs a token to join, and {key}.managerToken is not set; it names the SecureString parameter that holds it", "managerToken", "/swarm/manager-token") : null
            : swarm.WorkerToken is "" && own.IsSound("swarm") ? ($"needs a token to join, and {key}.workerToken is not set; it names the SecureString parameter that holds it", "workerToken", "/swarm/worker-token") : null;
    }
}
