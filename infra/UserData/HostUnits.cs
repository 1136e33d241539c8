using System.Collections.Frozen;
using Dockerland.Infra.Settings;

namespace Dockerland.Infra.UserData;

/// <summary>
/// Units that hosts have beside those of containers. A container's unit is named after it and lies where systemd looks first:
/// one with the name of another would take its place, and the host be without.
/// </summary>
internal static class HostUnits
{
    private const string Suffix = ".service";

    // What Debian 12 and Amazon Linux 2023 come with, the packages without which no container starts, and AWS's agents.
    private static readonly FrozenSet<string> Names = FrozenSet.ToFrozenSet(
    [
        "acpid", "amazon-cloudwatch-agent", "amazon-ssm-agent", "apparmor", "apt-daily", "apt-daily-upgrade", "apt-news", "atd", "auditd", "autovt", "blk-availability", "chrony", "chrony-wait",
        "chronyd", "cloud-config", "cloud-final", "cloud-init", "cloud-init-hotplugd", "cloud-init-local", "console-getty", "console-setup", "container-getty",
        "containerd", "cron", "crond", "cryptdisks", "cryptdisks-early", "dbus", "dbus-broker", "debug-shell", "dm-event", "dnf-makecache", "docker",
        "dpkg-db-backup", "e2scrub_all", "e2scrub_fail", "e2scrub_reap", "emergency", "firewalld", "fstrim", "getty", "getty-static", "grub-common", "gssproxy",
        "haveged", "hibinit-agent", "hwclock", "ifup", "irqbalance", "kdump", "keyboard-setup", "kmod", "kmod-static-nodes", "ldconfig", "libstoragemgmt", "logrotate",
        "lvm2-lvmpolld", "lvm2-monitor", "man-db", "mdmonitor", "messagebus", "modprobe", "multipathd", "netplan", "network", "networkd-dispatcher", "networking",
        "nftables", "nscd", "ntp", "ntpd", "ntpsec", "oddjobd", "pam_namespace", "policy-routes", "polkit", "procps", "psacct", "quotaon", "rc", "rc-local",
        "refresh-policy-routes", "rescue", "resolvconf", "rngd", "rpcbind", "rsync", "rsyslog", "serial-getty", "smartd", "smartmontools", "ssh", "sshd", "sshd-keygen",
        "sssd", "sudo", "sysctl", "syslog", "sysstat", "system-update-cleanup", "timesyncd", "tuned", "udev", "unattended-upgrades", "update-motd", "user",
        "user-runtime-dir", "uuidd", "wpa_supplicant", "x11-common",
    ]);

    private static readonly string[] Families = ["dbus-org", "dockerland-", "dracut-", "initrd-", "lvm2-", "rpc-", "selinux-", "systemd-"];

    /// <summary>Whether every host has a unit of that name.</summary>
    public static bool AreTaken(string container) =>
        Names.Contains(container) || Families.Any(family => container.StartsWith(family, StringComparison.Ordinal));

    /// <summary>Whether an agent brings a unit of that name, changes it, starts it, or has a package of that name, which may.</summary>
    public static bool IsOf(string container, AgentSettings agent)
    {
        var unit = container + Suffix;
        return agent.Units.Keys.Any(path => path == unit || path.StartsWith($"{unit}.d/", StringComparison.Ordinal))
            || agent.Services.Contains(unit)
            || agent.Packages.Contains(container);
    }
}
