using Dockerland.Contracts;
using Dockerland.Infra.UserData;

namespace Dockerland.Infra.Settings;

/// <summary>A fleet's tags become variables beside those of its environment; each variable has one source.</summary>
internal static class FleetVariables
{
    public static void RefuseClashes(ConfigSection fleet, FleetSettings settings, string prefix)
    {
        var sources = settings.Environment.Keys.ToDictionary(name => name, name => fleet.FullKey("environment", name), StringComparer.Ordinal);
        foreach (var tag in settings.Tags.Keys)
        {
            if (EnvironmentVariables.OfTag(tag, prefix) is not { } variable) continue;

            var key = fleet.FullKey("tags", tag);
            if (Problem(variable, sources.GetValueOrDefault(variable)) is { } problem)
                fleet.Report($"{key} becomes the variable {variable}, {problem}", "Rename it in the stack's configuration file");
            else
                sources.Add(variable, key);
        }
    }

    private static string? Problem(string variable, string? other) =>
        !EnvironmentVariables.IsName(variable) ? "whose name begins with a digit"
        : EnvironmentVariables.Reserved.Contains(variable) ? "which the host sets"
        : UnitVariables.IsOwn(variable) ? "which the units of containers need for themselves"
        : other is not null ? $"as does {other}"
        : null;
}
