namespace Dockerland.Tests.Support;

/// <summary>Values of <c>DOMAIN</c> that are after more than a name.</summary>
public static class HostileNames
{
    public static IReadOnlyList<string> All { get; } =
    [
        "login\n    server evil 10.0.0.9:80",
        "login if { always_true } use_backend members",
        "\"login\"",
        @"login\ evil",
        "$(touch /tmp/evil)",
        "${HAPROXY_ADMIN_ADDRESS}",
        "login#evil",
        // Cyrillic, as 'login' to the eye.
        "lоgin",
        new string('a', 300),
        "-login",
        "login..evil",
        "log*in",
        "%[env(PATH)]",
        ",",
        "ha",
    ];
}
