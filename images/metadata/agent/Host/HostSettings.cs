using System.Collections.Immutable;

namespace Dockerland.MetadataAgent.Host;

/// <summary>Which units a host must have, and in which order they go.</summary>
internal sealed record HostSettings
{
    public const string PatienceVariable = "HOST_PATIENCE_SECONDS";

    private const string Docker = "docker.service";
    private const int MostLinger = 7200;
    private const int LeastPatience = 30;
    private const int MostPatience = 3600;

    /// <summary>Units of containers that others find by Serf: they go at once, and their images leave it and drain by themselves.</summary>
    public ImmutableArray<string> First { get; init; } = [];

    /// <summary>Units of containers that are found by a record: they go on while it goes, at most for <see cref="Linger"/>.</summary>
    public ImmutableArray<string> Then { get; init; } = [];

    public TimeSpan Linger { get; init; }

    /// <summary>Those of them that keep records of their own: these go first of all, so that nobody new comes while what is asked is answered.</summary>
    public ImmutableArray<string> Leave { get; init; } = [];

    /// <summary>After how long a unit that failed costs the host.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(3);

    public TimeSpan Interval { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>There while the host is on its way out, with the time since when.</summary>
    public string LeavingFile { get; init; } = "/run/dockerland/host/leaving";

    public IReadOnlyList<string> Containers => [.. First, .. Then];

    /// <summary>Without which the host is of no use.</summary>
    public IReadOnlyList<string> Required => [Docker, .. Containers];

    /// <exception cref="AgentException">An option or a variable is wrong.</exception>
    public static HostSettings Read(IReadOnlyList<string> arguments, Func<string, string?> variable)
    {
        var settings = new HostSettings();
        if (variable(PatienceVariable) is { Length: > 0 } patience) settings = settings with { Patience = Seconds.Parse(PatienceVariable, patience, LeastPatience, MostPatience) };
        for (var index = 0; index < arguments.Count; index += 2)
        {
            var value = index + 1 < arguments.Count ? arguments[index + 1] : throw Wrong($"'{arguments[index]}' needs a value");
            settings = arguments[index] switch
            {
                "--first" => settings with { First = settings.First.Add(Unit(value)) },
                "--then" => settings with { Then = settings.Then.Add(Unit(value)) },
                "--leave" => settings with { Leave = settings.Leave.Add(Unit(value)) },
                "--linger" => settings with { Linger = Seconds.Parse("--linger", value, 0, MostLinger) },
                "--leaving" => settings with { LeavingFile = value },
                var other => throw Wrong($"'{other}' is no option of host"),
            };
        }

        return settings.Leave.FirstOrDefault(unit => !settings.Containers.Contains(unit)) is { } stranger ? throw Wrong($"'--leave {stranger}' is neither a --first nor a --then") : settings;
    }

    private static string Unit(string text) => text.EndsWith(".service", StringComparison.Ordinal) ? text : throw Wrong($"'{text}' isn't a service's unit, such as web.service");

    private static AgentException Wrong(string what) => new(ExitCodes.Usage, $"{what}.");
}
