using System.Text;
using Dockerland.Infra.Settings;

namespace Dockerland.Infra.UserData;

/// <summary>Renders what a host does once: the containers first, then all that could fail without them caring.</summary>
internal static class SetupScript
{
    public static string Render(HostSpec host)
    {
        var script = new StringBuilder(EmbeddedScript.Read(HostPaths.Setup)).Append('\n');
        Call(script, "install", "-d", "-o", SystemdUnit.User, "-g", "docker", "-m", "0700", HostPaths.Home);
        Call(script, "systemctl", "daemon-reload");
        Call(script, "systemctl", "enable", "docker.service");
        // An image that has Docker starts it before user-data is there.
        Call(script, "systemctl", "restart", "docker.service");
        foreach (var network in Networks(host)) Call(script, "try", "make_network", network);
        if (Units(host) is not [] and var units) Call(script, ["start", .. units]);
        // Each by itself, so that one that doesn't exist is the only one that isn't there.
        foreach (var package in Packages(host)) Call(script, "try", "install_packages", package);
        foreach (var (name, agent) in host.Agents) RenderAgent(script, host, name, agent);
        if (host.Swarm is { } swarm) Call(script, "join_swarm", host.Region, swarm.TokenParameter, swarm.Managers);
        Call(script, "finish");
        return script.ToString();
    }

    // Amazon Linux has a curl of its own, which the package of that name can't be installed beside.
    private static IEnumerable<string> Packages(HostSpec host) => host.Packages.Except(CloudInit.Packages(host)).Where(package => host.System is not HostSystem.AmazonLinux || package is not "curl");

    private static IEnumerable<string> Networks(HostSpec host) => host.Containers
        .Select(container => container.Settings.Network)
        .Where(network => network is not (ContainerSettings.BridgeNetwork or ContainerSettings.HostNetwork))
        .Distinct(StringComparer.Ordinal)
        .Order(StringComparer.Ordinal);

    private static string[] Units(HostSpec host) =>
        [.. host.Metadata is null ? [] : Enumerable.Repeat(SystemdUnit.Metadata, 1), .. host.Containers.Select(SystemdUnit.NameOf)];

    // Secrets before packages: some start their service as soon as they are installed.
    private static void RenderAgent(StringBuilder script, HostSpec host, string name, AgentSettings agent)
    {
        if (!agent.Secrets.IsEmpty)
            Call(script, ["try", HostPaths.Secrets, host.Region, HostPaths.AgentEnvironment(name), .. agent.Secrets.Select(secret => $"{secret.Key}={secret.Value}")]);
        if (!agent.Packages.IsEmpty) Call(script, ["try", "install_packages", .. agent.Packages]);
        foreach (var download in agent.Downloads) Call(script, "try", "install_download", Address(host, download), download.Sha256);
        foreach (var service in agent.Services)
        {
            Call(script, "try", "systemctl", "enable", service);
            Call(script, "try", "systemctl", "restart", service);
        }
    }

    private static string Address(HostSpec host, DownloadSettings download) => download.Url
        .Replace("{region}", host.Region, StringComparison.Ordinal)
        .Replace("{architecture}", host.Architecture, StringComparison.Ordinal);

    private static void Call(StringBuilder script, params ReadOnlySpan<string> words)
    {
        for (var index = 0; index < words.Length; index++)
            script.Append(index is 0 ? "" : " ").Append(ShellText.Word(words[index]));
        script.Append('\n');
    }
}
