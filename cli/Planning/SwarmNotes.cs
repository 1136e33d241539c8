using Dockerland.Infra.Settings;

namespace Dockerland.Cli.Planning;

/// <summary>Says what hosts in a Swarm can't do that others can.</summary>
internal static class SwarmNotes
{
    public static IEnumerable<string> Describe(StackSettings settings) => settings.Fleets
        .Where(fleet => fleet.Value.Swarm is not FleetSettings.NoSwarm)
        .Select(fleet => $"{SettingsReader.Project}:fleets.{fleet.Key}.swarm '{fleet.Value.Swarm}': Docker's live-restore is off on these hosts, as a Swarm excludes it, so that a restart of the daemon restarts their containers.");
}
