using System.Globalization;
using System.Text;
using Dockerland.Contracts;

namespace Dockerland.Infra.UserData;

/// <summary>The script that a host runs once, at its first boot: read the secrets, log in, pull, run.</summary>
internal static class BootScript
{
    public const string Path = "/usr/local/sbin/dockerland-boot";

    public static string EnvironmentPath(ContainerSpec container) => $"/etc/dockerland/{container.Name}.env";

    public static string Render(HostSpec spec)
    {
        var script = new StringBuilder();
        Line(script, "#!/bin/sh");
        Line(script, "set -eu");
        Line(script, "umask 077");
        Line(script, $"export AWS_DEFAULT_REGION={ShellText.Quote(spec.Region)} HOME=/root");
        Line(script, "");
        Line(script, "secret() { aws ssm get-parameter --with-decryption --query Parameter.Value --output text --name \"$1\"; }");
        Line(script, "read_secret() { value=$(secret \"$1\"); }");
        Line(script, "again() { until \"$@\"; do echo \"dockerland-boot: again in 10 s: $1\" >&2; sleep 10; done; }");
        Line(script, "");
        RenderSecrets(script, spec.Container);
        RenderLogin(script, spec.Login);
        RenderRun(script, spec.Container);
        return script.ToString();
    }

    // In a variable first: a command that fails inside printf's arguments would go unnoticed.
    private static void RenderSecrets(StringBuilder script, ContainerSpec container)
    {
        foreach (var (variable, parameter) in container.Secrets)
        {
            Line(script, $"again read_secret {ShellText.Quote(parameter)}");
            Line(script, $"printf '%s=%s\\n' {ShellText.Quote(variable)} \"$value\" >> {ShellText.Quote(EnvironmentPath(container))}");
        }
    }

    private static void RenderLogin(StringBuilder script, RegistryLogin? login)
    {
        if (login is null) return;

        var (source, user) = login switch
        {
            EcrLogin => ("aws ecr get-login-password", "AWS"),
            PasswordLogin password => ($"secret {ShellText.Quote(password.PasswordParameter)}", password.User),
            _ => throw new ArgumentException($"Registry '{login.Server}' has a login of the unknown kind {login.GetType().Name}.", nameof(login)),
        };
        Line(script, $"login() {{ {source} | docker login --username {ShellText.Quote(user)} --password-stdin {ShellText.Quote(login.Server)}; }}");
        Line(script, "again login");
    }

    private static void RenderRun(StringBuilder script, ContainerSpec container)
    {
        Line(script, $"again docker pull {ShellText.Quote(container.Image)}");
        Line(script, "docker run --detach --restart unless-stopped \\");
        Line(script, $"  --name {ShellText.Quote(container.Name)} \\");
        Line(script, $"  --env-file {ShellText.Quote(EnvironmentPath(container))} \\");
        Line(script, $"  --env \"{EnvironmentVariables.Tag}=$(hostname)\" \\");
        foreach (var (host, inside) in container.Ports)
            Line(script, string.Create(CultureInfo.InvariantCulture, $"  --publish {host}:{inside} \\"));
        Line(script, $"  {ShellText.Quote(container.Image)}");
    }

    private static void Line(StringBuilder script, string text) => script.Append(text).Append('\n');
}
