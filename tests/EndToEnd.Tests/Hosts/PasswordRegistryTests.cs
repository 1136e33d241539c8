using Dockerland.Infra.UserData;
using Dockerland.Tests.Support;
using Dockerland.Tests.Support.Docker;
using Dockerland.Tests.Support.Processes;

namespace Dockerland.Tests.EndToEnd.Hosts;

/// <summary>A registry that asks for a user and a password, as a unit on a host logs in to it: by its user, folder and PATH under systemd.</summary>
[Collection(HostTestGroup.Name)]
public sealed class PasswordRegistryTests(BootedHosts hosts)
{
    private const string Server = "127.0.0.1:5000";
    private const string Image = $"{Server}/private/webapp:1";
    private const string Parameter = "/test/registry-password";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [SkippableFact]
    public async Task A_Unit_Pulls_What_Nobody_Gets_Without_The_Password()
    {
        BootedHosts.Require();
        await StartRegistryAsync();
        await InstallAsync();

        Assert.Contains("no basic auth credentials", await hosts.RunAsync("web", $"docker pull {Image} 2>&1 || true"), StringComparison.Ordinal);
        await hosts.RunAsync("web", "systemctl daemon-reload && systemctl start private.service");

        Assert.Equal("active", await hosts.RunAsync("web", "systemctl is-active private.service || journalctl --no-pager -u private.service"));
        Assert.Equal(Image, await hosts.RunAsync("web", "docker inspect --format '{{.Config.Image}}' private.service"));
        await hosts.RunAsync("web", "systemctl stop private.service registry.service");
    }

    private async Task StartRegistryAsync()
    {
        using var folder = new TempFolder();
        await File.WriteAllTextAsync(folder.File("registry/htpasswd"), $"{DockerRegistry.Htpasswd}\n");
        await File.WriteAllTextAsync(folder.File("registry/config.yml"), $$"""
            version: 0.1
            storage: { filesystem: { rootdirectory: /var/lib/registry } }
            http: { addr: "{{Server}}" }
            auth: { htpasswd: { realm: tests, path: /opt/registry/htpasswd } }
            """);
        File.Copy(Tool.Find("docker-registry")!, folder.File("registry/docker-registry"));
        await hosts.Docker.SucceedAsync("cp", folder.File("registry"), $"{hosts["web"].Container.Name}:/opt/registry");
        await hosts.RunAsync("web", "systemd-run --unit registry.service /opt/registry/docker-registry serve /opt/registry/config.yml");
        await Condition.WaitAsync("the registry answers", Patience, async () => await hosts.RunAsync("web", $"curl -s -o /dev/null -w '%{{http_code}}' http://{Server}/v2/ || true") is "401");
        await hosts.RunAsync("web", $"""
            set -e
            docker login --username {DockerRegistry.User} --password '{DockerRegistry.Password}' {Server} >/dev/null 2>&1
            docker tag "$(docker inspect --format '{"{{.Image}}"}' webapp.service)" {Image}
            docker push --quiet {Image}
            docker rmi {Image}
            docker logout {Server}
            aws --region eu-central-1 ssm put-parameter --overwrite --name {Parameter} --type SecureString --value '{DockerRegistry.Password}'
            """);
    }

    // All that user-data writes for it, beside what the host has.
    private async Task InstallAsync()
    {
        var ecr = AwsServer();
        var spec = new HostSpec { Region = "eu-central-1", Logins = [new EcrLogin(ecr), new PasswordLogin(Server, DockerRegistry.User, Parameter)], Containers = [new() { Name = "private", Image = Image }] };
        using var folder = new TempFolder();
        foreach (var file in HostFiles.Of(spec).Where(file => file.Path is HostPaths.CredentialHelper || file.Path.Contains("private", StringComparison.Ordinal) || file.Path.StartsWith(HostPaths.DockerConfig, StringComparison.Ordinal)))
        {
            await File.WriteAllTextAsync(folder.File("file"), file.Content);
            await hosts.Docker.SucceedAsync("cp", folder.File("file"), $"{hosts["web"].Container.Name}:{file.Path}");
            await hosts.RunAsync("web", $"chown root:root {file.Path} && chmod {file.Mode} {file.Path}");
        }
    }

    private string AwsServer() => Dockerland.Cli.Boot.AwsNames.RegistryOf(hosts["web"].Aws.Host.Images.Keys.First());
}
