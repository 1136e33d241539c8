using System.Collections.Immutable;
using Dockerland.Contracts;

namespace Dockerland.HaproxyAgent.Tls;

/// <summary>Where certificates come from and go to; the image's own places.</summary>
internal sealed record TlsSettings
{
    private const int LeastRefresh = 5;
    private const int MostRefresh = 86_400;

    /// <summary>What whoever runs the container mounts.</summary>
    public string SourceFolder { get; init; } = "/etc/haproxy/tls";

    /// <summary>What HAProxy loads.</summary>
    public string ServedFolder { get; init; } = "/run/haproxy/tls";

    /// <summary>A configuration with the candidate alone.</summary>
    public string CheckFile { get; init; } = "/etc/haproxy/candidate.cfg";

    /// <summary>Parameters of SSM with certificates, beside the folder.</summary>
    public ImmutableArray<string> Parameters { get; init; } = [];

    /// <summary>How often they are read.</summary>
    public TimeSpan Refresh { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How often the folder is looked at, and HAProxy compared with it.</summary>
    public TimeSpan Interval { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How long before a certificate's end it is to be renewed.</summary>
    public TimeSpan Notice { get; init; } = TimeSpan.FromDays(14);

    public string CandidateFile => PathOf("candidate");

    public string PlaceholderFile => PathOf("placeholder");

    public string ListFile => PathOf("list");

    public string StateFile => PathOf("state");

    /// <summary>Who writes there holds it: HAProxy's start does, beside the agent.</summary>
    public string LockFile => $"{ServedFolder}.lock";

    public string PathOf(string place) => $"{ServedFolder}/{place}";

    /// <exception cref="AgentException">A variable isn't what it should be.</exception>
    public static TlsSettings Read(Func<string, string?> variable)
    {
        var plain = new TlsSettings();
        return plain with
        {
            Parameters = [.. (variable(EnvironmentVariables.CertificateParameters) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct()],
            Refresh = Seconds.Read(variable, "HAPROXY_CERTIFICATE_SECONDS", LeastRefresh, MostRefresh) ?? plain.Refresh,
        };
    }
}
