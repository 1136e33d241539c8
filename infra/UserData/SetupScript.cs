using System.Collections.Immutable;
using System.Text;
using Dockerland.Infra.Settings;

namespace Dockerland.Infra.UserData;

/// <summary>
/// Renders how a host is set up: the containers first, then all that could fail without them caring. Neither the agent that lets
/// people in nor the Swarm, which may have no manager yet, waits for anything or lets anything wait.
/// </summary>
internal static class SetupScript
{
    public const string Unit = "dockerland-setup.service";

    // Without these no container starts. Debian's kernel has AppArmor, and Docker then loads its profile by apparmor's program.
    private static readonly ImmutableArray<string> Debian = ["amazon-ecr-credential-helper", "apparmor", "awscli", "ca-certificates", "curl", "docker.io"];
    private static readonly ImmutableArray<string> AmazonLinux = ["amazon-ecr-credential-helper", "awscli-2", "curl-minimal", "docker"];

    public static string Render(HostSpec host)
    {
        var script = new StringBuilder(EmbeddedScript.Read(HostPaths.Setup)).Append('\n');
        if (host.Agents.TryGetValue(HostMapping.SsmAgent, out var door)) InBackground(script, steps => RenderAgent(steps, host, HostMapping.SsmAgent, door));
        Call(script, "try", "install", "-d", "-o", SystemdUnit.User, "-g", "docker", "-m", "0700", HostPaths.Home);
        Call(script, ["essentials", .. Essentials(host)]);
        Call(script, "try", "systemctl", "enable", "docker.service");
        // An image that has Docker starts it before user-data is there.
        Call(script, "try", "systemctl", "restart", "docker.service");
        if (host.Swarm is { } swarm) InBackground(script, steps => Call(steps, "join_swarm", host.Region, swarm.TokenParameter, swarm.Managers));
        foreach (var network in Networks(host)) Call(script, "try", "make_network", network);
        foreach (var unit in Units(host)) Call(script, "try", "systemctl", "enable", "--now", "--no-block", unit);
        // Each by itself, so that one that doesn't exist is the only one that isn't there.
        foreach (var package in Packages(host)) Call(script, "try", "install_packages", package);
        foreach (var (name, agent) in host.Agents.Where(agent => agent.Key is not HostMapping.SsmAgent)) RenderAgent(script, host, name, agent);
        Call(script, "try", "upgrade_packages");
        Call(script, "finish");
        return script.ToString();
    }

    /// <summary>Runs the script at each boot, which is over at once where all is done, and again some times where something isn't.</summary>
    public static string RenderUnit() => $"""
        [Unit]
        Description=Docker, containers and agents of this host
        After=network-online.target
        Wants=network-online.target
        StartLimitIntervalSec=3600
        StartLimitBurst=10

        [Service]
        Type=oneshot
        ExecStart={HostPaths.Setup}
        StandardOutput=journal+console
        Restart=on-failure
        RestartSec=60s

        [Install]
        WantedBy=multi-user.target

        """;

    private static ImmutableArray<string> Essentials(HostSpec host) => host.System is HostSystem.AmazonLinux ? AmazonLinux : Debian;

    // Amazon Linux has a curl of its own, which the package of that name can't be installed beside.
    private static IEnumerable<string> Packages(HostSpec host) => host.Packages.Except(Essentials(host)).Where(package => host.System is not HostSystem.AmazonLinux || package is not "curl");

    private static IEnumerable<string> Networks(HostSpec host) => host.Containers
        .Select(container => container.Settings.Network)
        .Where(network => network is not (ContainerSettings.BridgeNetwork or ContainerSettings.HostNetwork))
        .Distinct(StringComparer.Ordinal)
        .Order(StringComparer.Ordinal);

    private static IEnumerable<string> Units(HostSpec host) =>
        host.Metadata is null ? host.Containers.Select(SystemdUnit.NameOf) : [SystemdUnit.Metadata, .. host.Containers.Select(SystemdUnit.NameOf), HostService.Unit];

    // Secrets before packages: some start their service as soon as they are installed.
    private static void RenderAgent(StringBuilder script, HostSpec host, string name, AgentSettings agent)
    {
        if (!agent.Secrets.IsEmpty)
            Call(script, ["try", HostPaths.Secrets, host.Region, HostPaths.AgentEnvironment(name), .. agent.Secrets.Select(secret => $"{secret.Key}={secret.Value}")]);
        foreach (var repository in agent.Repositories.Keys) Call(script, "try", "add_repository", HostPaths.Repository(host.System, repository), HostPaths.RepositoryFolder(host.System));
        if (!agent.Packages.IsEmpty) Call(script, ["try", "install_packages", .. agent.Packages]);
        foreach (var download in agent.Downloads) Call(script, "try", "install_download", AgentPlaceholders.InUrl(download.Url, host.Region, host.Architecture), download.Sha256);
        foreach (var service in agent.Services)
        {
            Call(script, "try", "systemctl", "enable", service);
            Call(script, "try", "systemctl", "restart", service);
        }
    }

    private static void InBackground(StringBuilder script, Action<StringBuilder> steps)
    {
        script.Append("(\n");
        steps(script);
        script.Append(") &\n");
    }

    private static void Call(StringBuilder script, params ReadOnlySpan<string> words)
    {
        for (var index = 0; index < words.Length; index++)
            script.Append(index is 0 ? "" : " ").Append(ShellText.Word(words[index]));
        script.Append('\n');
    }
}
