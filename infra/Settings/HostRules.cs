using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Dockerland.Infra.Settings;

/// <summary>What may be on a host beside containers; see <see cref="Rules"/> for the form.</summary>
internal static partial class HostRules
{
    public const string KeyExample = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI...";

    // Users and groups that Debian 12, Amazon Linux 2023, Docker and the stack make, and the word that cloud-init's own user has.
    private static readonly FrozenSet<string> SystemUsers = FrozenSet.ToFrozenSet(
    [
        "adm", "audio", "backup", "bin", "cdrom", "chrony", "crontab", "daemon", "dbus", "default", "dialout", "dip", "disk", "docker", "dockerland", "fax", "floppy", "ftp",
        "games", "gnats", "halt", "input", "irc", "kmem", "kvm", "libstoragemgmt", "list", "lock", "lp", "mail", "man", "mem", "messagebus", "news", "nobody", "nogroup",
        "operator", "plugdev", "polkitd", "proxy", "render", "rngd", "rpc", "rpcuser", "sasl", "sgx", "shadow", "shutdown", "src", "sshd", "ssm-user", "staff", "stapdev",
        "stapsys", "stapusr", "sudo", "sync", "sys", "tape", "tcpdump", "tss", "tty", "users", "utempter", "utmp", "uucp", "uuidd", "video", "voice", "wheel", "www-data",
    ]);

    public static string? User(string value) =>
        value is "root" ? "can't log in; name a user who becomes root by sudo"
        : SystemUsers.Contains(value) || value.StartsWith("systemd-", StringComparison.Ordinal) ? "is a user or group of the system, or what cloud-init takes for its own; choose another name"
        : UserPattern().IsMatch(value) ? null
        : "is not a user's name: 1 to 32 small letters, digits, '_' and '-', beginning with a letter";

    public static string? PublicKey(string value) =>
        Rules.Any(value) is null && PublicKeyPattern().IsMatch(value) ? null : "is not an SSH public key: its type, then its base64, then perhaps a comment";

    public static string? Package(string value) =>
        PackagePattern().IsMatch(value) ? null : "is not a package's name";

    public static string? AgentName(string value) =>
        AgentPattern().IsMatch(value) ? null : "is not 2 to 30 small letters, digits and '-', beginning with a letter";

    public static string? Unit(string value) =>
        UnitPattern().IsMatch(value) ? null : "is not a unit's name, such as agent.service";

    public static string? UnitFile(string path, string content) =>
        UnitFilePattern().IsMatch(path) ? Content(content) : "has a path that is neither a unit's name nor one of its drop-ins, such as agent.service or agent.service.d/key.conf";

    public static string? File(string path, string content) =>
        !PathPattern().IsMatch(path) || path.Split('/').Contains("..") ? "has a path that is not absolute and plain, such as /etc/agent/agent.yaml" : Content(content);

    private static string? Content(string text) => text is "" ? "is empty; leave the file out" : Rules.Lines(text) ?? AgentPlaceholders.ContentProblem(text);

    public static string? DownloadUrl(string value) =>
        Rules.SecureUrl(AgentPlaceholders.InUrl(value, "r", "a")) is not null || value.Contains(' ', StringComparison.Ordinal) ? "is not an https address without user or password" : AgentPlaceholders.UrlProblem(value);

    public static string? RepositorySource(string value) =>
        Rules.SecureUrl(value.Split(' ')[0]) is null && Rules.Any(value) is null ? null : "is not an https address, for apt with a suite and components behind";

    /// <summary>Whether a signing key is where to find one.</summary>
    public static bool IsAddress(string key) => Rules.SecureUrl(key) is null;

    public static string? SigningKey(string value) =>
        value.StartsWith("-----BEGIN PGP PUBLIC KEY BLOCK-----\n", StringComparison.Ordinal) ? Rules.Lines(value)
        : IsAddress(value) ? null
        : "is neither an armored public key nor its https address";

    public static string? Sha256(string value) =>
        Sha256Pattern().IsMatch(value) ? null : "is not 64 hexadecimal digits in small letters";

    public static string? Discovery(string value) =>
        DiscoveryPattern().IsMatch(value) ? null : "is not a discovery address, such as consul://consul.example.internal:8500";

    [GeneratedRegex(@"^[a-z][a-z0-9_-]{0,31}\z")]
    private static partial Regex UserPattern();

    [GeneratedRegex(@"^(ssh-ed25519|ssh-rsa|ecdsa-sha2-nistp(256|384|521)|sk-ssh-ed25519@openssh\.com|sk-ecdsa-sha2-nistp256@openssh\.com) [A-Za-z0-9+/]{16,}={0,3}( .*)?\z")]
    private static partial Regex PublicKeyPattern();

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9+._:~=-]{0,127}\z")]
    private static partial Regex PackagePattern();

    [GeneratedRegex(@"^[a-z][a-z0-9-]{1,29}\z")]
    private static partial Regex AgentPattern();

    [GeneratedRegex(@"^[A-Za-z0-9:_.@-]{1,200}\.(service|timer|socket|path|mount|target)\z")]
    private static partial Regex UnitPattern();

    [GeneratedRegex(@"^[A-Za-z0-9:_.@-]{1,200}\.(service|timer|socket|path|mount|target)(\.d/[A-Za-z0-9:_.@-]{1,200}\.conf)?\z")]
    private static partial Regex UnitFilePattern();

    [GeneratedRegex(@"^(/[A-Za-z0-9_.+@-]+)+\z")]
    private static partial Regex PathPattern();

    [GeneratedRegex(@"^[0-9a-f]{64}\z")]
    private static partial Regex Sha256Pattern();

    [GeneratedRegex(@"^(consul|etcd|zk|token)://[A-Za-z0-9.,:/_-]+\z")]
    private static partial Regex DiscoveryPattern();
}
