using System.Collections.Frozen;

namespace Dockerland.Infra.UserData;

/// <summary>
/// Variables that a container's environment files can't have, since the programs that start it go by them or change them: its unit
/// tells Docker their values itself.
/// </summary>
internal static class UnitVariables
{
    /// <summary>What the runner's own variables begin with, which no container's may.</summary>
    public const string RunnerPrefix = "dockerland_";

    // What dash and bash set, count, hide or take for an option when they find it, each tried with both; the rest is Docker's,
    // the dynamic linker's and systemd's.
    private static readonly FrozenSet<string> Names = FrozenSet.ToFrozenSet(
    [
        "ENV", "EPOCHREALTIME", "EPOCHSECONDS", "EUID", "HISTCMD", "HOME", "IFS", "LC_ALL", "LINENO", "NOTIFY_SOCKET", "OLDPWD", "OPTARG", "OPTERR", "OPTIND", "PATH",
        "POSIXLY_CORRECT", "PPID", "PS1", "PS2", "PS4", "PWD", "RANDOM", "SECONDS", "SHELLOPTS", "SHLVL", "SRANDOM", "UID", "_",
    ]);

    private static readonly string[] Families = ["BASH", "DOCKER_", "LD_"];

    public static bool IsOwn(string name) => Names.Contains(name) || Families.Any(family => name.StartsWith(family, StringComparison.Ordinal));

    /// <summary>What is wrong with a variable's name, as the end of a sentence that began with it; null when nothing is.</summary>
    public static string? Problem(string name) =>
        name.StartsWith(RunnerPrefix, StringComparison.Ordinal) ? $"has a name that begins with '{RunnerPrefix}', as those of the program that starts the container; choose another name" : null;
}
