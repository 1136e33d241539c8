namespace Dockerland.HaproxyAgent;

/// <summary>Where the agent finds what it works with; the image's own places.</summary>
internal sealed record AgentSettings
{
    /// <summary>HAProxy's backend whose servers are the agent's.</summary>
    public const string Backend = "members";

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

    /// <exception cref="AgentException">The variable isn't a number of seconds in its range.</exception>
    public static AgentSettings Read(Func<string, string?> variable)
    {
        const string Name = "HAPROXY_DRAIN_SECONDS";
        const int Max = 3600;
        return variable(Name) switch
        {
            null or "" => new(),
            var text when int.TryParse(text, out var seconds) && seconds is >= 0 and <= Max => new() { Drain = TimeSpan.FromSeconds(seconds) },
            var text => throw new AgentException($"{Name} is '{text}'; it takes 0 to {Max} seconds."),
        };
    }
}
