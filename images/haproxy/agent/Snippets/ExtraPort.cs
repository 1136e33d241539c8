using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Dockerland.Contracts;

namespace Dockerland.HaproxyAgent.Snippets;

/// <summary>A port beside 80 and 443, whose visitors all get one backend whatever name they ask for.</summary>
/// <param name="Service">A service's name, or <c>members</c> for the pool.</param>
internal sealed partial record ExtraPort(int Port, bool IsTls, string Service)
{
    public const string Variable = "HAPROXY_PORTS";

    // HAProxy's own in this container, and Serf's.
    private static readonly ImmutableHashSet<int> Taken = [Ports.Traffic, Ports.TrafficTls, Ports.Stats, Ports.Admin, Ports.Gossip, Ports.SerfRpc, 10_000];

    /// <summary>Reads <c>8080=login 8443/tls=members</c>. What isn't one is left out and told.</summary>
    public static ImmutableArray<ExtraPort> Read(string? text, List<string> problems)
    {
        var ports = ImmutableSortedDictionary.CreateBuilder<int, ExtraPort>();
        foreach (var part in (text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var found = Pattern().Match(part) is { Success: true } match && int.TryParse(match.Groups[1].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var port)
                ? new ExtraPort(port, match.Groups[2].Success, match.Groups[3].Value.ToLowerInvariant())
                : null;
            var problem = found switch
            {
                null => "isn't like 8080=SERVICE or 8443/tls=SERVICE",
                { Port: < 1 or > 65_535 } => "has a port that isn't 1 to 65535",
                _ when Taken.Contains(found.Port) => "has a port of the balancer's own",
                _ when ports.ContainsKey(found.Port) => "has a port that stands there before",
                _ => null,
            };
            if (problem is null) ports[found!.Port] = found;
            else problems.Add($"{Variable} has '{Shown(part)}', which {problem}; it is left out");
        }

        return [.. ports.Values];
    }

    /// <summary>The frontend. Its backend is looked for with each request: a service may come and go.</summary>
    public string Render() => string.Create(CultureInfo.InvariantCulture, $$"""

        frontend port:{{Port}}
            bind :{{Port}}{{(IsTls ? " name tls ssl crt-list /run/haproxy/tls/list alpn h2,http/1.1" : "")}}
        {{(IsTls ? "    tcp-request connection reject if { str(certificates),map(/run/haproxy/tls/state,none) -m str none }\n" : "")}}    http-request del-header X-Forwarded- -m beg
            http-request del-header Forwarded
            http-request del-header X-Real-IP
            http-request set-header X-Forwarded-For %[src]
            http-request set-header X-Forwarded-Proto {{(IsTls ? "https" : "http")}}
            http-request set-header X-Forwarded-Port %[dst_port]
            http-request set-header X-Forwarded-Host %[req.hdr(host)] if { req.hdr(host) -m found }
            use_backend %[str({{BackendName}})]

        """);

    private string BackendName => Service is AgentSettings.Backend ? Service : $"service:{Service}";

    private static string Shown(string text) => string.Concat(text.Take(80).Select(character => char.IsControl(character) ? '?' : character));

    [GeneratedRegex(@"^(\d{1,5})(/tls)?=([A-Za-z0-9_]([A-Za-z0-9_.-]{0,251}[A-Za-z0-9_])?)\z")]
    private static partial Regex Pattern();
}
