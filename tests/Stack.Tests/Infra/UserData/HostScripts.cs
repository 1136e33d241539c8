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

    /// <summary>A program that appends its words, one per line, to a file of its name.</summary>
    public void Recorder(string name, string then = "") =>
        Program(name, $"{{ printf '{name}'; for word; do printf ' <%s>' \"$word\"; done; echo; }} >> {_folder.Path}/told\n{then}");

    public string[] Told => Has("told") ? Read("told").TrimEnd('\n').Split('\n') : [];

    public Task<ToolResult> RunAsync(string script, params string[] arguments) => RunAsync(script, "", arguments);

    public async Task<ToolResult> RunAsync(string script, string input, string[] arguments)
    {
        var file = _folder.File("script");
        await System.IO.File.WriteAllTextAsync(file, script);
        var path = _folder.File("bin") + ":" + Environment.GetEnvironmentVariable("PATH");
        return await new Tool("sh") { Folder = _folder.Path, Input = input, Environment = new Dictionary<string, string?> { ["PATH"] = path }, Deadline = TimeSpan.FromMinutes(1) }
            .RunAsync([file, .. arguments]);
    }
}
