using System.Text;
using Dockerland.Tests.Infra.UserData;
using Dockerland.Tests.Support;
using Dockerland.Tests.Support.Processes;

namespace Dockerland.Tests.EndToEnd.UserData;

/// <summary>systemd's own opinion of units and environment files.</summary>
public sealed class SystemdTests
{
    private const string EnvironmentGenerator = "/usr/lib/systemd/user-environment-generators/30-systemd-environment-d-generator";

    public static TheoryData<string> Names => KeptUserData.WithSystemd;

    [SkippableTheory]
    [MemberData(nameof(Names))]
    public async Task Units_Are_Valid(string name)
    {
        using var folder = new TempFolder();

        var (result, _) = await VerifyAsync(name, folder, "info");

        Assert.Equal((0, ""), (result.ExitCode, result.Text));
    }

    [SkippableFact]
    public async Task A_Wrong_Option_Would_Be_Found()
    {
        using var folder = new TempFolder();
        var unit = folder.File("etc/systemd/system/wrong.service");
        await File.WriteAllTextAsync(unit, "[Service]\nExecStart=/bin/true\nRestrat=always\n");

        var result = await VerifyAsync(folder, "info", unit);

        Assert.Contains("'Restrat'", result.Text, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Every_Hostile_Word_Reaches_The_Runner_As_It_Is()
    {
        using var folder = new TempFolder();

        var (result, runner) = await VerifyAsync(KeptUserData.Hostile, folder, "debug");

        // Its own dump of what it has read; what stands for one dollar is made one only when the program is started.
        var line = result.Text.Split('\n').Single(line => line.Contains($"Command Line: {runner} ", StringComparison.Ordinal));
        var words = Words(line[(line.IndexOf("Command Line: ", StringComparison.Ordinal) + 14)..]).Select(word => word.Replace("$$", "$", StringComparison.Ordinal)).ToArray();
        Assert.Equal(["--name", "web.service", "--image", "web:1"], words[1..5]);
        Assert.Equal(HostileText.AnyText, words[^HostileText.AnyText.Length..]);
        Assert.Equal(HostileText.OneLine.Select(text => $"--volume={text}"), words.Where(word => word.StartsWith("--volume=", StringComparison.Ordinal)));
    }

    [SkippableFact]
    public async Task Every_Hostile_Variable_Is_Read_As_It_Is()
    {
        Skip.IfNot(File.Exists(EnvironmentGenerator), $"Not there: {EnvironmentGenerator}.");
        using var folder = new TempFolder();
        KeptUserData.Write(KeptUserData.Hostile, folder);
        File.Copy(folder.File("etc/dockerland/web.env"), folder.File("environment.d/web.conf"));

        var printed = await new Tool(EnvironmentGenerator) { Environment = new Dictionary<string, string?> { ["XDG_CONFIG_HOME"] = folder.Path } }.SucceedAsync();

        // It also replaces variables, which units don't, prints a tilde so that a shell takes it for a folder, and escapes
        // newlines and tabs as no shell does.
        await File.WriteAllTextAsync(folder.File("printed"), printed.Output);
        foreach (var (name, value) in KeptUserData.Container.Environment.Where(variable => !variable.Value.Contains('$', StringComparison.Ordinal) && variable.Value is not "~"))
        {
            var read = (await new Tool("sh").SucceedAsync("-c", $"set -a; . '{folder.File("printed")}'; printf '%s|' \"${name}\"")).Output[..^2];
            Assert.Equal(value, value.Any(char.IsControl) ? read.Replace(@"\n", "\n", StringComparison.Ordinal).Replace(@"\t", "\t", StringComparison.Ordinal) : read);
        }
    }

    private static async Task<(ToolResult Result, string Runner)> VerifyAsync(string name, TempFolder folder, string level)
    {
        KeptUserData.Write(name, folder);
        // systemd misses what isn't there: the programs of a host that this machine has elsewhere or not at all.
        var runner = Program(folder, "usr/local/bin/dockerland-run");
        string[] others = ["/usr/local/sbin/dockerland-agent", "/usr/local/sbin/dockerland-secrets", "/usr/local/sbin/dockerland-setup", "/usr/bin/docker"];
        foreach (var program in others) Program(folder, program.TrimStart('/'));
        var system = folder.File("etc/systemd/system");
        await File.WriteAllTextAsync(folder.File("etc/systemd/system/docker.service"), "[Service]\nExecStart=/bin/true\n");
        var units = Directory.GetFiles(system, "*.service");
        foreach (var unit in units)
            await File.WriteAllTextAsync(unit, others.Prepend("/usr/local/bin/dockerland-run").Aggregate(await File.ReadAllTextAsync(unit), (text, program) => text.Replace(program, folder.File(program.TrimStart('/')), StringComparison.Ordinal)));
        return (await VerifyAsync(folder, level, units), runner);
    }

    private static Task<ToolResult> VerifyAsync(TempFolder folder, string level, params string[] units)
    {
        Prerequisite.Programs("systemd-analyze");
        var environment = new Dictionary<string, string?> { ["SYSTEMD_LOG_LEVEL"] = level, ["SYSTEMD_UNIT_PATH"] = $"{folder.File("etc/systemd/system")}:/lib/systemd/system" };
        return new Tool("systemd-analyze") { Environment = environment }.RunAsync(["verify", "--man=no", .. units]);
    }

    private static string Program(TempFolder folder, string path)
    {
        var file = folder.File(path);
        File.WriteAllText(file, "#!/bin/sh\n");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        return file;
    }

    // As a shell would: systemd quotes what it prints.
    private static List<string> Words(string line)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        var (quoted, begun) = (false, false);
        for (var index = 0; index < line.Length; index++)
        {
            if (line[index] is '"') (quoted, begun) = (!quoted, true);
            else if (line[index] is ' ' && !quoted)
            {
                if (begun) words.Add(word.ToString());
                (begun, _) = (false, word.Clear());
            }
            else
            {
                begun = true;
                word.Append(line[index] is '\\' ? line[++index] switch { 'n' => '\n', 'r' => '\r', 't' => '\t', 'a' => '\a', var other => other } : line[index]);
            }
        }

        if (begun) words.Add(word.ToString());
        return words;
    }
}
