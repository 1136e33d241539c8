using System.Collections.Immutable;
using Dockerland.Contracts;

namespace Dockerland.Cli.Boot;

/// <summary>What a host that has booted is held against.</summary>
/// <param name="Labels">That its Docker shall have.</param>
/// <param name="Expected">Parts of the warnings of cloud-init that are no fault.</param>
internal sealed record BootChecks(ImmutableArray<string> Labels, ImmutableArray<HostUnit> Units, ImmutableArray<string> Expected)
{
    public static BootChecks Of(HostPlan host, string warnings) => new(
        [.. host.Tags.Where(tag => tag.Key.StartsWith(TagKeys.LabelPrefix, StringComparison.Ordinal)).Select(tag => $"{tag.Key}={tag.Value}")],
        HostUnits.Read(host.UserData),
        [.. warnings.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0 && !line.StartsWith('#'))]);

    /// <summary>What it lacks; nothing for one that has booted well.</summary>
    public IEnumerable<string> Judge(BootState state)
    {
        if (state.System is not "running") yield return $"systemd is {(state.System is "" ? "not there yet" : state.System)}";
        foreach (var unit in state.FailedUnits) yield return $"{unit} failed";
        if (!state.IsConfigured) yield return "cloud-init goes on";
        foreach (var error in state.Errors) yield return $"cloud-init: {error}";
        foreach (var warning in state.Warnings.Where(warning => !Expected.Any(part => warning.Contains(part, StringComparison.Ordinal)))) yield return $"cloud-init: {warning}";
        if (!state.Labels.Order(StringComparer.Ordinal).SequenceEqual(Labels.Order(StringComparer.Ordinal)))
            yield return $"Docker's labels are '{string.Join(", ", state.Labels)}', and the tags '{string.Join(", ", Labels)}'";
        foreach (var unit in Units)
        {
            if (!state.Containers.TryGetValue(unit.Name, out var status)) yield return $"container {unit.Name} doesn't run";
            else if (status.EndsWith("(health: starting)", StringComparison.Ordinal)) yield return $"container {unit.Name} hasn't checked its health yet";
            else if (!IsWell(status)) yield return $"container {unit.Name} is {status}";
            foreach (var port in unit.Ports.Where(port => !state.Ports.Contains(port))) yield return $"nobody answers on port {port} ({unit.Name})";
        }
    }

    // Docker writes the health behind the time, where the image has a check.
    private static bool IsWell(string status) => status.StartsWith("Up ", StringComparison.Ordinal) && !status.EndsWith("(unhealthy)", StringComparison.Ordinal);
}
