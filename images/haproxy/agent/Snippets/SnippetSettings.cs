namespace Dockerland.HaproxyAgent.Snippets;

/// <summary>Where snippets come from and go to; the image's own places.</summary>
internal sealed record SnippetSettings
{
    public string Folder { get; init; } = "/etc/haproxy/snippets";

    /// <summary>As <see cref="ExtraPort"/> reads it.</summary>
    public string? Ports { get; init; }

    public string MainTemplate { get; init; } = "/etc/haproxy/haproxy.cfg";

    public string MembersTemplate { get; init; } = "/etc/haproxy/members.cfg";

    /// <summary>What HAProxy loads.</summary>
    public string MainFile { get; init; } = "/run/haproxy/haproxy.cfg";

    /// <summary>The pool's backend without its servers.</summary>
    public string MembersHead { get; init; } = "/run/haproxy/members.head";

    /// <summary>The same with them, which the agent's servers are written to.</summary>
    public string MembersFile { get; init; } = "/run/haproxy/members.cfg";

    /// <summary>A file for each service that has lines of its own, by its name.</summary>
    public string ServicesFolder { get; init; } = "/run/haproxy/snippets";

    /// <summary>How often the folder is looked at.</summary>
    public TimeSpan Interval { get; init; } = TimeSpan.FromSeconds(2);

    public string ServiceFile(string name) => $"{ServicesFolder}/{name}";
}
