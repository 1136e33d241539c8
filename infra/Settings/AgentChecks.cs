using Dockerland.Infra.UserData;

namespace Dockerland.Infra.Settings;

/// <summary>What agents would take from hosts or from each other: of two files at one path the last one wins.</summary>
internal static class AgentChecks
{
    public static void Refuse(ConfigSection own, StackSettings settings)
    {
        var holders = new Dictionary<string, string>(StringComparer.Ordinal);
        var systems = settings.Fleets.Values.Select(fleet => fleet.System).ToHashSet();
        foreach (var (name, agent) in settings.Agents)
        {
            var section = own.Section("agents").Section(name);
            foreach (var path in agent.Files.Keys) RefusePath(section, section.FullKey("files", path), path, holders);
            foreach (var unit in agent.Units.Keys) RefusePath(section, section.FullKey("units", unit), $"{HostPaths.Units}/{unit}", holders);
            foreach (var (repository, parts) in agent.Repositories)
            {
                RefuseTwo(section, section.FullKey("repositories", repository), HostFiles.Keyring(repository), holders);
                RefuseKey(section, repository, parts.Key, systems);
            }
        }
    }

    // apt takes a key as it is, dnf by its address. Hosts leave out what is another system's, so that a stack of both names the repository twice.
    private static void RefuseKey(ConfigSection section, string repository, string key, HashSet<string> systems)
    {
        var isAddress = HostRules.IsAddress(key);
        if (systems.Contains(isAddress ? Systems.AmazonLinux : Systems.Debian) || !systems.Contains(isAddress ? Systems.Debian : Systems.AmazonLinux)) return;

        section.Report(
            $"{section.FullKey("repositories", repository)}.key {(isAddress ? $"'{key}' is an address" : "is an armored key")}, which {(isAddress ? "apt" : "dnf")} of the fleets' system can't take",
            isAddress ? "Write what the address answers, the armored key itself, in the stack's configuration file" : "Write the https address of the key in the stack's configuration file");
    }

    private static void RefusePath(ConfigSection section, string key, string path, Dictionary<string, string> holders)
    {
        if (HostFiles.IsOwn(path))
            section.Report($"{key} takes the place of '{path}', which is the hosts' own", path.StartsWith(HostPaths.Units, StringComparison.Ordinal) ? $"Change that unit by a drop-in: {path[(HostPaths.Units.Length + 1)..]}.d/NAME.conf" : ConfigSection.InFile);
        else
            RefuseTwo(section, key, path, holders);
    }

    private static void RefuseTwo(ConfigSection section, string key, string path, Dictionary<string, string> holders)
    {
        if (!holders.TryAdd(path, key))
            section.Report($"{key} makes the file '{path}', as {holders[path]} does; the last would win", ConfigSection.InFile);
    }
}
