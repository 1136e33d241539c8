using System.Collections.Immutable;
using System.Globalization;

namespace Dockerland.MetadataAgent.Host;

/// <summary>Which units a host must have, and in which order they go.</summary>
internal sealed record HostSettings
{
    private const string Docker = "docker.service";
    private const int MostLinger = 7200;

    /// <summary>Units of containers that others find by Serf: they go at once, and their images leave it and drain by themselves.</summary>
    public ImmutableArray<string> First { get; init; } = [];

    /// <summary>Units of containers that are found by a record: they go on while it goes, at most for <see cref="Linger"/>.</summary>
    public ImmutableArray<string> Then { get; init; } = [];

    public TimeSpan Linger { get; init; }

    public TimeSpan Interval { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>There while the host is on its way out, with the time since when.</summary>
    public string LeavingFile { get; init; } = "/run/dockerland/host/leaving";

    public IReadOnlyList<string> Containers => [.. First, .. Then];

    /// <summary>Without which the host is of no use.</summary>
    public IReadOnlyList<string> Required => [Docker, .. Containers];

    /// <exception cref="AgentException">An option is wrong.</exception>
    public static HostSettings Read(IReadOnlyList<string> arguments)
    {
        var settings = new HostSettings();
        for (var index = 0; index < arguments.Count; index += 2)
        {
            var value = index + 1 < arguments.Count ? arguments[index + 1] : throw Wrong($"'{arguments[index]}' needs a value");
            settings = arguments[index] switch
            {
                "--first" => settings with { First = settings.First.Add(Unit(value)) },
                "--then" => settings with { Then = settings.Then.Add(Unit(value)) },
                "--linger" => settings with { Linger = Seconds(value) },
                "--leaving" => settings with { LeavingFile = value },
                var other => throw Wrong($"'{other}' is no option of host"),
            };
        }

        return settings;
    }

    private static string Unit(string text) => text.EndsWith(".service", StringComparison.Ordinal) ? text : throw Wrong($"'{text}' isn't a service's unit, such as web.service");

    private static TimeSpan Seconds(string text) =>
        int.TryParse(text, CultureInfo.InvariantCulture, out var seconds) && seconds is >= 0 and <= MostLinger ? TimeSpan.FromSeconds(seconds) : throw Wrong($"'--linger {text}' takes 0 to {MostLinger} seconds");

    private static AgentException Wrong(string what) => new(ExitCodes.Usage, $"{what}.");
}
