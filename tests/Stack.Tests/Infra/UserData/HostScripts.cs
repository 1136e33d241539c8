using Dockerland.Tests.Support;
using Dockerland.Tests.Support.Processes;

namespace Dockerland.Tests.Infra.UserData;

/// <summary>Runs a host's scripts, with programs in the place of the host's that write down what they are told.</summary>
internal sealed class HostScripts : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public string File(string name) => _folder.File(name);

    public string Read(string name) => System.IO.File.ReadAllText(_folder.File(name));

    public bool Has(string name) => System.IO.File.Exists(_folder.File(name));

    /// <summary>Puts a program first on PATH.</summary>
    public void Program(string name, string text)
    {
        var file = _folder.File($"bin/{name}");
        System.IO.File.WriteAllText(file, "#!/bin/sh\n" + text + "\n");
        if (!OperatingSystem.IsWindows()) System.IO.File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    /// <summary>A program that appends its name and words, as one line, to what was told, and fails where they have <see cref="Failing"/>.</summary>
    public void Recorder(string name, string then = "") => Program(name, $"""
        line=$(printf '{name}'; for word; do printf ' <%s>' "$word"; done)
        printf '%s\n' "$line" >> {_folder.Path}/told
        if grep -qF -f {_folder.File("failing")} <<EOF 2>/dev/null
        $line
        EOF
        then exit 1; fi
        {then}
        """);

    /// <summary>What recorders told, in words between angle brackets.</summary>
    public string[] Told => Has("told") ? Read("told").TrimEnd('\n').Split('\n') : [];

    /// <summary>Part of the line at which a recorder fails from now on; null for none.</summary>
    public string? Failing
    {
        set
        {
            if (value is null) System.IO.File.Delete(_folder.File("failing"));
            else System.IO.File.WriteAllText(_folder.File("failing"), value + "\n");
        }
    }

    public void Forget() => System.IO.File.Delete(_folder.File("told"));

    public Task<ToolResult> RunAsync(string script, params string[] arguments) => RunAsync(script, "", arguments);

    public Task<ToolResult> RunAsync(string script, string input, string[] arguments) => RunAsync("sh", script, new Dictionary<string, string?>(), input, arguments);

    /// <param name="shell">What reads the script.</param>
    /// <param name="environment">Beside PATH.</param>
    public async Task<ToolResult> RunAsync(string shell, string script, IReadOnlyDictionary<string, string?> environment, string input, string[] arguments)
    {
        var file = _folder.File("script");
        await System.IO.File.WriteAllTextAsync(file, script);
        var path = _folder.File("bin") + ":" + Environment.GetEnvironmentVariable("PATH");
        return await new Tool(shell) { Folder = _folder.Path, Input = input, Environment = new Dictionary<string, string?>(environment) { ["PATH"] = path }, Deadline = TimeSpan.FromMinutes(1) }
            .RunAsync([file, .. arguments]);
    }
}
