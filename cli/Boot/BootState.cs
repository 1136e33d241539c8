using System.Collections.Immutable;
using System.Text.Json;

namespace Dockerland.Cli.Boot;

/// <summary>How far a host is, as it says itself.</summary>
internal sealed record BootState
{
    /// <summary>Prints all of it, a line each.</summary>
    public const string Script = """
        echo "system $(systemctl is-system-running)"
        systemctl --failed --plain --no-legend | sed 's/ .*//; s/^/failed /'
        if [ -e /run/cloud-init/result.json ]; then echo "cloud-init $(tr -d '\n' </run/cloud-init/result.json)"; fi
        grep -hE '\[(WARNING|ERROR|CRITICAL)\]' /var/log/cloud-init.log 2>/dev/null | sed 's/^/warning /'
        echo "labels $(docker info --format '{{json .Labels}}' 2>/dev/null)"
        docker ps --format 'container {{.Names}} {{.Status}}' 2>/dev/null
        true
        """;

    /// <summary>As systemd calls it: <c>starting</c>, <c>running</c>, <c>degraded</c> …</summary>
    public string System { get; init; } = "";

    public ImmutableArray<string> FailedUnits { get; init; } = [];

    /// <summary>Whether cloud-init has ended.</summary>
    public bool IsConfigured { get; init; }

    /// <summary>What cloud-init calls errors.</summary>
    public ImmutableArray<string> Errors { get; init; } = [];

    public ImmutableArray<string> Warnings { get; init; } = [];

    /// <summary>Of the Docker daemon, <c>KEY=VALUE</c>.</summary>
    public ImmutableArray<string> Labels { get; init; } = [];

    /// <summary>Name → status as Docker shows it, of those that run.</summary>
    public ImmutableDictionary<string, string> Containers { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Ports on which the host takes connections.</summary>
    public ImmutableHashSet<int> Ports { get; init; } = [];

    public static BootState Parse(string text)
    {
        var lines = text.Split('\n').Select(line => line.Split(' ', 2)).Where(line => line.Length is 2).ToLookup(line => line[0], line => line[1]);
        return new()
        {
            System = lines["system"].LastOrDefault() ?? "",
            FailedUnits = [.. lines["failed"]],
            IsConfigured = lines["cloud-init"].Any(),
            Errors = [.. lines["cloud-init"].SelectMany(result => Texts(JsonElement.Parse(result).GetProperty("v1").GetProperty("errors")))],
            Warnings = [.. lines["warning"]],
            Labels = [.. lines["labels"].Where(label => label.StartsWith('[')).SelectMany(labels => Texts(JsonElement.Parse(labels)))],
            Containers = lines["container"].Select(container => container.Split(' ', 2)).ToImmutableDictionary(container => container[0], container => container[1]),
        };
    }

    private static IEnumerable<string> Texts(JsonElement list) => list.EnumerateArray().Select(element => element.GetString()!);
}
