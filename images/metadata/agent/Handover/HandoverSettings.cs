using System.Collections.Immutable;
using Dockerland.Contracts;

namespace Dockerland.MetadataAgent.Handover;

/// <summary>What is handed over, and where to: options, and variables where there is no option.</summary>
internal sealed record HandoverSettings
{
    public const string LoadVariable = "AWS_METADATA_LOAD";
    public const string PrefixesVariable = "AWS_METADATA_TAG_PREFIXES";
    public const string VariablesVariable = "AWS_METADATA_TAG_VARIABLES";

    /// <summary>Whether what the instance is becomes variables too.</summary>
    public bool Load { get; init; }

    /// <summary>Tags with one of them become labels.</summary>
    public ImmutableArray<string> Prefixes { get; init; } = [TagKeys.LabelPrefix];

    /// <summary>Variable → the tag that it has the value of.</summary>
    public ImmutableSortedDictionary<string, string> Variables { get; init; } = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>Only say what is to be done.</summary>
    public bool DryRun { get; init; }

    public string DaemonFile { get; init; } = "/etc/docker/daemon.json";

    public string VariablesFile { get; init; } = "/run/dockerland/metadata/host.env";

    /// <summary>There while Docker hasn't taken its new labels: whoever reloads it removes this.</summary>
    public string ReloadFile { get; init; } = "/run/dockerland/metadata/reload";

    /// <summary>RancherOS's own program; where there is one, what is handed over goes to it.</summary>
    public string Ros { get; init; } = "/bin/ros";

    /// <summary>What was merged last, on RancherOS.</summary>
    public string MergedFile { get; init; } = "/var/lib/rancher/conf/metadata.yml";

    /// <exception cref="AgentException">An option or a variable is wrong.</exception>
    public static HandoverSettings Read(IReadOnlyList<string> arguments, Func<string, string?> variable)
    {
        List<string> prefixes = [], variables = [];
        var settings = new HandoverSettings { Load = IsTrue(variable(LoadVariable)) };
        for (var index = 0; index < arguments.Count; index++)
            switch (arguments[index])
            {
                case "-m":
                    settings = settings with { Load = true };
                    break;
                case "--dry-run":
                    settings = settings with { DryRun = true };
                    break;
                case "-t" or "-e" when index + 1 == arguments.Count:
                    throw Wrong($"'{arguments[index]}' needs a value");
                case "-t":
                    prefixes.Add(arguments[++index]);
                    break;
                case "-e":
                    variables.Add(arguments[++index]);
                    break;
                default:
                    throw Wrong($"'{arguments[index]}' is no option");
            }

        return settings with
        {
            Prefixes = prefixes is not [] ? [.. prefixes.Select(Prefix)] : Split(variable(PrefixesVariable)) is { Length: > 0 } listed ? [.. listed] : settings.Prefixes,
            Variables = Pairs(variables is [] ? Split(variable(VariablesVariable)) : [.. variables]),
        };
    }

    private static bool IsTrue(string? value) => value switch
    {
        null or "" or "false" => false,
        "true" => true,
        _ => throw Wrong($"{LoadVariable} is '{value}'; it takes true or false"),
    };

    private static string Prefix(string text) => text is "" ? throw Wrong("a prefix is empty: all tags would become labels, and all labels that others set would go") : text;

    private static ImmutableSortedDictionary<string, string> Pairs(IReadOnlyList<string> texts)
    {
        var pairs = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var text in texts)
        {
            // A tag's key may have colons, a variable's name not.
            var colon = text.LastIndexOf(':');
            if (colon < 1) throw Wrong($"'{text}' isn't TAG:VARIABLE");
            var (tag, name) = (text[..colon], text[(colon + 1)..]);
            if (!EnvironmentVariables.IsName(name)) throw Wrong($"'{name}' of '{text}' can't be a variable's name: it takes letters, digits and '_', and no digit first");
            if (pairs.TryGetValue(name, out var other) && other != tag) throw Wrong($"the variable {name} would be that of two tags, '{other}' and '{tag}'");
            pairs[name] = tag;
        }

        return pairs.ToImmutable();
    }

    // By ';', as it was from the beginning, or ','.
    private static string[] Split(string? list) => (list ?? "").Split([';', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static AgentException Wrong(string what) => new(ExitCodes.Usage, $"{what}.");
}
