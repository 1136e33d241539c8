namespace Dockerland.MetadataAgent.Handover;

/// <summary>From what an instance is to what is handed over.</summary>
/// <param name="Labels">Of Docker.</param>
/// <param name="Variables">Of containers and services.</param>
/// <param name="Problems">What was left out, and why.</param>
internal sealed record HandoverPlan(IReadOnlyDictionary<string, string> Labels, IReadOnlyDictionary<string, string> Variables, IReadOnlyList<string> Problems)
{
    /// <param name="instance">The instance's own variables; a tag's wins over one of them.</param>
    public static HandoverPlan Of(HandoverSettings settings, IReadOnlyDictionary<string, string> tags, IReadOnlyDictionary<string, string> instance)
    {
        var labels = new Dictionary<string, string>();
        var variables = new SortedDictionary<string, string>(instance.ToDictionary(), StringComparer.Ordinal);
        var problems = new List<string>();
        foreach (var (key, value) in tags.Where(tag => settings.Prefixes.Any(prefix => tag.Key.StartsWith(prefix, StringComparison.Ordinal))))
        {
            if (Targets.DaemonLabels.WhyNot(key) is { } reason) problems.Add($"the tag '{key}' becomes no label: {reason}");
            else labels[key] = value;
        }

        foreach (var (name, tag) in settings.Variables)
        {
            if (!tags.TryGetValue(tag, out var value)) continue;
            if (Targets.VariablesFile.CanHold(value)) variables[name] = value;
            else problems.Add($"{name} is left out: the tag '{tag}' has a control character, and systemd takes none but tabs and ends of lines.");
        }

        return new(labels, variables, problems);
    }
}
