using System.Globalization;
using System.Text;
using Dockerland.Contracts;
using Dockerland.Infra.Settings;

namespace Dockerland.Infra.UserData;

/// <summary>Renders the units of a host's containers.</summary>
internal static class SystemdUnit
{
    /// <summary>Of the unit's user, who may talk to Docker and no more.</summary>
    public const string User = "dockerland";

    public const string Metadata = "metadata.service";

    /// <summary>For Docker's command: the registries' helpers are found by PATH, and refuse to work without a HOME.</summary>
    public const string Environment = $"""
        Environment=HOME={HostPaths.Home}
        Environment=DOCKER_CONFIG={HostPaths.DockerConfig}
        Environment=PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
        """;

    // Between Docker's own patience with a container and systemd's with the unit.
    private const int StopMargin = 5;

    public static string NameOf(ContainerSpec container) => container.Name + ".service";

    /// <summary>A container's unit. systemd watches the runner, the runner the container.</summary>
    public static string Render(HostSpec host, ContainerSpec container)
    {
        // Not Requires=: it would stop the unit, and so replace the container, whenever the daemon is restarted.
        var after = host.Metadata is null ? "docker.service" : $"docker.service {Metadata}";
        var unit = new StringBuilder();
        Line(unit, "[Unit]");
        Line(unit, $"Description=Container {container.Name}");
        Line(unit, $"After=network-online.target {after}");
        Line(unit, $"Wants=network-online.target {after}");
        Line(unit, "StartLimitIntervalSec=0");
        Line(unit, "");
        Line(unit, "[Service]");
        Line(unit, "Type=notify");
        Line(unit, "NotifyAccess=all");
        Line(unit, $"User={User}");
        Line(unit, Environment);
        // The host's first: a later file's variables win.
        if (host.Metadata is not null) Line(unit, $"EnvironmentFile={HostPaths.MetadataEnvironment}");
        Line(unit, $"EnvironmentFile={HostPaths.Environment(container.Name)}");
        // Made before each start; the command that makes it can't wait for it.
        Line(unit, $"EnvironmentFile=-{HostPaths.SecretEnvironment(container.Name)}");
        Line(unit, "ExecStartPre=+" + Words(SecretsCommand(host, container)));
        Line(unit, "ExecStart=" + Words([HostPaths.Runner, "--name"]) + " %n " + Words(RunnerArguments(host, container)));
        Line(unit, "Restart=always");
        Line(unit, "RestartSec=10s");
        Line(unit, "TimeoutStartSec=600");
        Line(unit, string.Create(CultureInfo.InvariantCulture, $"TimeoutStopSec={container.Settings.StopSeconds + StopMargin}"));
        Line(unit, "");
        Line(unit, "[Install]");
        Line(unit, "WantedBy=multi-user.target");
        return unit.ToString();
    }

    /// <summary>The unit that turns tags into labels and variables, before any container of the host starts.</summary>
    public static string RenderMetadata(MetadataSpec metadata)
    {
        var unit = new StringBuilder();
        Line(unit, "[Unit]");
        Line(unit, "Description=Tags of this host as labels of Docker and variables of containers");
        Line(unit, "After=network-online.target docker.service");
        Line(unit, "Wants=network-online.target docker.service");
        Line(unit, "StartLimitIntervalSec=0");
        Line(unit, "");
        Line(unit, "[Service]");
        Line(unit, "Type=oneshot");
        Line(unit, "RemainAfterExit=yes");
        Line(unit, $"User={User}");
        Line(unit, Environment);
        Line(unit, "ExecStart=" + Words([HostPaths.Runner, "--name"]) + " %n " + Words(MetadataArguments(metadata)));
        // Docker takes new labels on a reload, and its containers go on.
        Line(unit, $"ExecStartPost=+/bin/sh -c 'if [ -e {HostPaths.MetadataReload} ]; then systemctl reload docker.service && rm {HostPaths.MetadataReload}; fi'");
        Line(unit, "Restart=on-failure");
        // A wrong option and a broken daemon.json are the same the next time.
        Line(unit, "RestartPreventExitStatus=64 78");
        Line(unit, "RestartSec=10s");
        Line(unit, "TimeoutStartSec=600");
        Line(unit, "");
        Line(unit, "[Install]");
        Line(unit, "WantedBy=multi-user.target");
        return unit.ToString();
    }

    private static IEnumerable<string> SecretsCommand(HostSpec host, ContainerSpec container) =>
    [
        HostPaths.Secrets, host.Region, HostPaths.SecretEnvironment(container.Name),
        .. container.Addresses.Select(address => $"{address.Key}=@{address.Value}"),
        .. container.Secrets.Select(secret => $"{secret.Key}={secret.Value}"),
    ];

    private static IEnumerable<string> RunnerArguments(HostSpec host, ContainerSpec container)
    {
        var settings = container.Settings;
        return
        [
            "--image", container.Image,
            .. container.SeesEngine ? ["--engine"] : Array.Empty<string>(),
            string.Create(CultureInfo.InvariantCulture, $"--stop-timeout={settings.StopSeconds}"),
            .. settings.Network is ContainerSettings.BridgeNetwork ? [] : Enumerable.Repeat($"--network={settings.Network}", 1),
            .. settings.Ports.Select(port => string.Create(CultureInfo.InvariantCulture, $"--publish={port.Host}:{port.Container}{(port.Protocol is "tcp" ? "" : "/" + port.Protocol)}")),
            .. settings.Volumes.Select(volume => $"--volume={volume}"),
            .. Variables(host, container),
            .. settings.Health is { } health ? HealthArguments(health) : [],
            .. settings.Command.IsEmpty ? [] : settings.Command.Prepend("--"),
        ];
    }

    // By name alone, so that neither the unit nor a list of processes shows values, unless the unit has one of that name itself.
    private static IEnumerable<string> Variables(HostSpec host, ContainerSpec container) =>
    [
        .. container.Environment.Select(variable => UnitVariables.IsOwn(variable.Key) ? $"--env={variable.Key}={variable.Value}" : $"--env={variable.Key}"),
        .. container.Secrets.Keys
            .Concat(container.Addresses.Keys)
            .Concat(host.Metadata?.Variables.Values ?? [])
            .Append(EnvironmentVariables.Tag)
            .Except(container.Environment.Keys)
            .Order(StringComparer.Ordinal)
            .Select(name => $"--env={name}"),
    ];

    private static IEnumerable<string> HealthArguments(ContainerHealthSettings health) =>
    [
        $"--health-cmd={health.Command}",
        string.Create(CultureInfo.InvariantCulture, $"--health-interval={health.IntervalSeconds}s"),
        string.Create(CultureInfo.InvariantCulture, $"--health-timeout={health.TimeoutSeconds}s"),
        string.Create(CultureInfo.InvariantCulture, $"--health-retries={health.Retries}"),
    ];

    // On the host's network, where the metadata service is one hop away.
    private static IEnumerable<string> MetadataArguments(MetadataSpec metadata) =>
    [
        "--image", metadata.Image,
        "--network=host",
        "--volume=/etc/docker:/etc/docker",
        $"--volume={HostPaths.Metadata}:{HostPaths.Metadata}",
        "--env=AWS_METADATA_LOAD=true",
        $"--env=AWS_METADATA_TAG_PREFIXES={TagKeys.LabelPrefix}",
        $"--env=AWS_METADATA_TAG_VARIABLES={TagVariables(metadata)}",
    ];

    /// <summary>As the metadata image takes them: <c>TAG:VARIABLE</c>, with commas between.</summary>
    public static string TagVariables(MetadataSpec metadata) => string.Join(',', metadata.Variables.Select(pair => $"{pair.Key}:{pair.Value}"));

    private static string Words(IEnumerable<string> words) => string.Join(' ', words.Select(SystemdText.Word));

    private static void Line(StringBuilder unit, string text) => unit.Append(text).Append('\n');
}
