using System.Collections.Immutable;
using System.Text;
using Dockerland.Infra.Settings;

namespace Dockerland.Infra.UserData;

/// <summary>A file that user-data puts on a host.</summary>
/// <param name="Mode">As <c>chmod</c> takes it.</param>
internal sealed record HostFile(string Path, string Content, string Mode = "0644");

/// <summary>The files of a host with systemd, before any package is installed.</summary>
internal static class HostFiles
{
    private const string SshSettings = "/etc/ssh/sshd_config.d/10-dockerland.conf";
    private const string Private = "0600";
    private const string Program = "0755";

    private static readonly string[] Folders = ["/etc/dockerland/", "/run/dockerland/", HostPaths.Home + "/"];

    public static ImmutableArray<HostFile> Of(HostSpec host) =>
    [
        new(SshSettings, "PermitRootLogin no\nPasswordAuthentication no\n"),
        new(HostPaths.DaemonJson, DaemonJson.Render(host)),
        new(HostPaths.DockerConfig + "/config.json", RegistryHelpers.RenderConfig(host)),
        .. host.Logins.OfType<PasswordLogin>().Any() ? [new HostFile(HostPaths.CredentialHelper, RegistryHelpers.RenderHelper(host), Program)] : Enumerable.Empty<HostFile>(),
        .. host.HasRunner ? [] : Scripts(HostPaths.Runner, HostPaths.Secrets),
        .. host.Metadata is { } metadata
            ? [new HostFile($"{HostPaths.Units}/{SystemdUnit.Metadata}", SystemdUnit.RenderMetadata(metadata)), new HostFile($"{HostPaths.Units}/{HostService.Unit}", HostService.Render(host, metadata))]
            : Enumerable.Empty<HostFile>(),
        .. host.Containers.SelectMany(container => Of(host, container)),
        .. host.Agents.SelectMany(agent => Of(host, agent.Value)),
        new(HostPaths.Setup, SetupScript.Render(host), Program),
        new($"{HostPaths.Units}/{SetupScript.Unit}", SetupScript.RenderUnit()),
    ];

    /// <summary>Whether that path is for hosts themselves: what they read, write or run beside agents. Drop-ins of their units are not.</summary>
    public static bool IsOwn(string path) =>
        path is SshSettings or HostPaths.DaemonJson or LogFiles.Configuration or HostPaths.CredentialHelper or HostPaths.Runner or HostPaths.Secrets or HostPaths.Setup or HostPaths.Agent
        || Folders.Any(folder => path.StartsWith(folder, StringComparison.Ordinal))
        || (path.StartsWith(HostPaths.Units + "/", StringComparison.Ordinal) && path[(HostPaths.Units.Length + 1)..] is var unit && !unit.Contains('/', StringComparison.Ordinal) && HostUnits.AreTaken(Path.GetFileNameWithoutExtension(unit)));

    /// <summary>Where a Debian host has the key of a package repository.</summary>
    public static string Keyring(string repository) => $"/etc/apt/keyrings/{repository}.asc";

    private static IEnumerable<HostFile> Scripts(params string[] paths) => paths.Select(path => new HostFile(path, EmbeddedScript.Read(path), Program));

    private static IEnumerable<HostFile> Of(HostSpec host, ContainerSpec container) =>
    [
        new(HostPaths.Environment(container.Name), EnvironmentFile(container), Private),
        new($"{HostPaths.Units}/{SystemdUnit.NameOf(container)}", SystemdUnit.Render(host, container)),
    ];

    private static string EnvironmentFile(ContainerSpec container)
    {
        var file = new StringBuilder($"# Variables of the container {container.Name}.\n");
        foreach (var (name, value) in container.Environment.Where(variable => !UnitVariables.IsOwn(variable.Key)))
            file.Append(SystemdText.Variable(name, value));
        return file.ToString();
    }

    private static IEnumerable<HostFile> Of(HostSpec host, AgentSettings agent) =>
    [
        .. agent.Repositories.SelectMany(repository => host.System is HostSystem.AmazonLinux ? Dnf(repository.Key, repository.Value) : Apt(repository.Key, repository.Value)),
        .. agent.Files.Select(file => new HostFile(file.Key, AgentPlaceholders.InContent(file.Value, host.LogGroup))),
        .. agent.Units.Select(unit => new HostFile($"{HostPaths.Units}/{unit.Key}", AgentPlaceholders.InContent(unit.Value, host.LogGroup))),
    ];

    // By files of our own: cloud-init needs gpg for its own way, which a plain Debian lacks.
    private static IEnumerable<HostFile> Apt(string name, RepositorySettings repository) =>
    [
        new(Keyring(name), repository.Key.TrimEnd('\n') + "\n"),
        new(HostPaths.Repository(HostSystem.Debian, name), $"deb [signed-by=/etc/apt/keyrings/{name}.asc] {repository.Source}\n"),
    ];

    private static IEnumerable<HostFile> Dnf(string name, RepositorySettings repository) =>
    [
        new(HostPaths.Repository(HostSystem.AmazonLinux, name), $"[{name}]\nname={name}\nbaseurl={repository.Source}\nenabled=1\ngpgcheck=1\ngpgkey={repository.Key}\n"),
    ];
}
