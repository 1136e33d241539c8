using Dockerland.Infra.UserData;

namespace Dockerland.Infra.Settings;

/// <summary>What agents would take from hosts or from each other: of two files at one path the last one wins.</summary>
internal static class AgentChecks
{
    public static void Refuse(ConfigSection own, StackSettings settings)
    {
        var holders = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, agent) in settings.Agents)
        {
            var section = own.Section("agents").Section(name);
            foreach (var path in agent.Files.Keys) RefusePath(section, section.FullKey("files", path), path, holders);
            foreach (var unit in agent.Units.Keys) RefusePath(section, section.FullKey("units", unit), $"{HostPaths.Units}/{unit}", holders);
            foreach (var repository in agent.Repositories.Keys) RefuseTwo(section, section.FullKey("repositories", repository), HostFiles.Keyring(repository), holders);
        }
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
