using System.Text;
using System.Text.Json.Nodes;

namespace Dockerland.Infra.UserData;

/// <summary>How Docker's command finds the registries' passwords: by helpers, so that none lies on the host.</summary>
internal static class RegistryHelpers
{
    public static string RenderConfig(HostSpec host) => JsonText.Render(new()
    {
        ["credHelpers"] = new JsonObject(host.Logins.Select(login => KeyValuePair.Create(login.Server, (JsonNode?)HelperOf(login)))),
    });

    /// <summary>The helper for registries with a password, which it reads when Docker asks.</summary>
    public static string RenderHelper(HostSpec host)
    {
        var script = new StringBuilder($$"""
            #!/bin/sh
            # Docker's protocol of credential helpers: 'get' with the server on standard input.
            set -eu
            [ "${1:-}" = get ] || { echo "docker-credential-dockerland only gets" >&2; exit 1; }
            read -r server || [ -n "$server" ]
            case $server in

            """);
        foreach (var login in host.Logins.OfType<PasswordLogin>())
            script.Append(FormattableString.Invariant($"  {ShellText.Quote(login.Server)}) user={ShellText.Quote(login.User)} parameter={ShellText.Quote(login.PasswordParameter)} ;;\n"));
        script.Append($$"""
              *) echo "docker-credential-dockerland knows nothing of $server" >&2; exit 1 ;;
            esac
            password=$(aws --region {{ShellText.Quote(host.Region)}} ssm get-parameter --with-decryption --query Parameter.Value --output text --name "$parameter")
            json() { printf '%s' "$1" | sed 's/[\\"]/\\&/g'; }
            printf '{"ServerURL":"%s","Username":"%s","Secret":"%s"}\n' "$(json "$server")" "$(json "$user")" "$(json "$password")"

            """);
        return script.ToString();
    }

    private static string HelperOf(RegistryLogin login) => login switch
    {
        EcrLogin => "ecr-login",
        PasswordLogin => "dockerland",
        _ => throw new ArgumentException($"Registry '{login.Server}' has a login of the unknown kind {login.GetType().Name}.", nameof(login)),
    };
}
