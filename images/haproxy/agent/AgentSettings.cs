using Dockerland.Contracts;

namespace Dockerland.HaproxyAgent;

/// <summary>Where the agent finds what it works with; the image's own places.</summary>
internal sealed record AgentSettings
{
    /// <summary>HAProxy's backend whose servers are the agent's.</summary>
    public const string Backend = "members";

    private const int MostSeconds = 3600;

    /// <summary>How often it looks without being woken.</summary>
    public TimeSpan Interval { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How often it looks while a server is on its way in or out.</summary>
    public TimeSpan QuickInterval { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>How long it does so after the last change: a server that never gets healthy isn't waited for.</summary>
    public TimeSpan QuickFor { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long what a server still answers may take once it is out.</summary>
    public TimeSpan Drain { get; init; } = TimeSpan.FromSeconds(30);

    public string AdminSocket { get; init; } = "/run/haproxy/admin.sock";

    /// <summary>The configuration that the backend's belongs to.</summary>
    public string MainFile { get; init; } = "/run/haproxy/haproxy.cfg";

    /// <summary>The backend without servers.</summary>
    public string TemplateFile { get; init; } = "/run/haproxy/members.head";

    /// <summary>The backend with them, for HAProxy's next start.</summary>
    public string MembersFile { get; init; } = "/run/haproxy/members.cfg";

    /// <summary>The lines of a service's backend.</summary>
    public string ServiceTemplate { get; init; } = "/etc/haproxy/service.cfg";

    /// <summary>The services' backends.</summary>
    public string ServicesFile { get; init; } = "/run/haproxy/services.cfg";

    /// <summary>Lines of one service's backend, in files by its name.</summary>
    public string SnippetsFolder { get; init; } = "/run/haproxy/snippets";

    /// <summary>Host name → backend.</summary>
    public string HostsMap { get; init; } = "/run/haproxy/hosts.map";

    /// <summary>End of a host name → backend.</summary>
    public string WildcardsMap { get; init; } = "/run/haproxy/wildcards.map";

    /// <summary>What HAProxy is told of its servers across a reload.</summary>
    public string StateFile { get; init; } = "/run/haproxy/servers.state";

    /// <summary>Held by whoever has HAProxy reload.</summary>
    public string ReloadLock { get; init; } = "/run/haproxy/reload.lock";

    /// <summary>What the running agent found wrong in its last pass, and is written in each; other parts of it have files that begin so.</summary>
    public string ProblemsFile { get; init; } = "/run/haproxy/problems";

    public string MasterSocket { get; init; } = "/run/haproxy/master.sock";

    public string DockerSocket { get; init; } = "/var/run/docker.sock";

    /// <summary>Services that are written down.</summary>
    public string SourceFile { get; init; } = "/etc/haproxy/services.json";

    /// <summary>What completes services' names.</summary>
    public IReadOnlyList<string> Zones { get; init; } = [];

    /// <summary>How long a name outlives its last server.</summary>
    public TimeSpan KeepName { get; init; } = TimeSpan.FromSeconds(60);

    /// <exception cref="AgentException">A variable has a value that it can't have.</exception>
    public static AgentSettings Read(Func<string, string?> variable)
    {
        var plain = new AgentSettings();
        return plain with
        {
            Drain = Seconds.Read(variable, "HAPROXY_DRAIN_SECONDS", 0, MostSeconds) ?? plain.Drain,
            KeepName = Seconds.Read(variable, "HAPROXY_NAME_SECONDS", 0, MostSeconds) ?? plain.KeepName,
            Zones = [.. $"{variable(EnvironmentVariables.Zone)} {variable(EnvironmentVariables.RecordZone)}".ToLowerInvariant().Split([' ', ','], StringSplitOptions.RemoveEmptyEntries).Distinct().Select(Zone)],
        };
    }

    private static string Zone(string zone) =>
        DomainName.Problem(zone) is { } problem ? throw new AgentException($"{EnvironmentVariables.Zone} has '{Shown.Of(zone)}', which {Shown.Of(problem)}.") : zone;
}
