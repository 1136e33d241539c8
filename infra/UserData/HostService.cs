using System.Globalization;
using Dockerland.Contracts;

namespace Dockerland.Infra.UserData;

/// <summary>
/// Renders the unit of what takes a host out before it goes, and has it replaced when its containers fail: the metadata image's agent,
/// copied out of it, since on the host itself it has systemd at hand. The image is there by then: the tags' unit pulled it.
/// </summary>
internal static class HostService
{
    public const string Unit = "dockerland-host.service";

    // Of the time that a host has while its records go. Those that aren't stopped by then are, with the machine.
    private const double Share = 0.9;

    public static string Render(HostSpec host, MetadataSpec metadata) => $"""
        [Unit]
        Description=Takes this host out before it goes
        After=docker.service {SystemdUnit.Metadata}
        StartLimitIntervalSec=0

        [Service]
        ExecStartPre=-/usr/bin/docker run --rm --network=none --log-driver=none --volume={Folder(HostPaths.Agent)}:/host {SystemdText.Word(metadata.Image)} install /host/{Path.GetFileName(HostPaths.Agent)}
        ExecStart={HostPaths.Agent} host {string.Join(' ', Arguments(host).Select(SystemdText.Word))}
        Restart=always
        RestartSec=10s

        [Install]
        WantedBy=multi-user.target

        """;

    // Balancers stop to hand requests to a container that left Serf; one that is found by its host's record is still looked for.
    private static IEnumerable<string> Arguments(HostSpec host) =>
    [
        .. host.Containers.SelectMany(container => new[] { container.Settings.Backend ? "--first" : "--then", SystemdUnit.NameOf(container) }),
        .. host.Containers.Where(container => container.Environment.ContainsKey(EnvironmentVariables.RecordZoneId)).SelectMany(container => new[] { "--leave", SystemdUnit.NameOf(container) }),
        "--linger", (host.TerminateSeconds * Share).ToString("0", CultureInfo.InvariantCulture),
    ];

    private static string Folder(string path) => path[..path.LastIndexOf('/')];
}
