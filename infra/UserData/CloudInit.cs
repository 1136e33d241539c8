using System.Collections.Immutable;
using System.Text;

namespace Dockerland.Infra.UserData;

/// <summary>Renders user-data for cloud-init. Same spec, same bytes: a host is replaced only when its spec changes.</summary>
internal static class CloudInit
{
    public static string Render(HostSpec host)
    {
        var document = new StringBuilder($"""
            #cloud-config
            timezone: {YamlText.Quote(host.Timezone)}
            disable_root: true
            ssh_pwauth: false
            groups: [docker]
            users:
              - default
              - name: {SystemdUnit.User}
                system: true
                primary_group: docker
                homedir: {HostPaths.Home}
                shell: /usr/sbin/nologin
                lock_passwd: true

            """);
        foreach (var (name, keys) in host.Administrators) RenderAdministrator(document, name, keys);
        document.Append("write_files:\n");
        foreach (var file in HostFiles.Of(host)) RenderFile(document, file);
        // What cloud-init itself installs it tries once.
        document.Append($"runcmd:\n  - [systemctl, enable, --now, {SetupScript.Unit}]\n");
        return document.ToString();
    }

    private static void RenderAdministrator(StringBuilder document, string name, ImmutableArray<string> keys)
    {
        document.Append($"""
              - name: {YamlText.Quote(name)}
                groups: [adm, docker]
                shell: /bin/bash
                sudo: "ALL=(ALL) NOPASSWD:ALL"
                lock_passwd: true
                ssh_authorized_keys:

            """);
        foreach (var key in keys) document.Append("      - ").Append(YamlText.Quote(key)).Append('\n');
    }

    private static void RenderFile(StringBuilder document, HostFile file) => document.Append($"""
          - path: {YamlText.Quote(file.Path)}
            permissions: "{file.Mode}"
            content: {YamlText.Block(file.Content, indent: 6)}

        """);
}
