using Dockerland.Infra.UserData;
using Dockerland.Tests.Support.Processes;

namespace Dockerland.Tests.Infra.UserData;

/// <summary>A host that is set up in a folder: its programs tell what they were asked to do.</summary>
internal sealed class SetupHost : IDisposable
{
    /// <summary>What every call of apt begins with.</summary>
    public const string Apt = "apt-get <--yes> <--quiet> <-o> <DPkg::Lock::Timeout=300> <-o> <Dpkg::Options::=--force-confold>";

    private readonly HostScripts _scripts = new();

    public SetupHost()
    {
        foreach (var program in new[] { "install", "systemctl", "apt-get", "cp", "secrets" }) Recorder(program);
        Recorder("dpkg", "[ \"$1\" != --status ]");
        Recorder("docker", "case $1 in info) echo inactive ;; esac; [ \"$2\" != inspect ]");
        Recorder("curl", "while [ $# -gt 1 ]; do [ \"$1\" != --output ] || file=$2; shift; done\necho package > \"$file\"");
        Program("sleep", ":");
        Program("aws", "echo token");
    }

    public string[] Told => _scripts.Told;

    /// <summary>The steps that were done, those of earlier runs among them.</summary>
    public string[] Done => Lines("instance/dockerland-setup/done");

    /// <summary>The steps that were left out.</summary>
    public string[] LeftOut => Lines("instance/dockerland-setup/failed");

    public string? Failing
    {
        set => _scripts.Failing = value;
    }

    public void Dispose() => _scripts.Dispose();

    public void Recorder(string name, string then = "") => _scripts.Recorder(name, then);

    public void Program(string name, string text) => _scripts.Program(name, text);

    public void Write(string name, string text) => File.WriteAllText(_scripts.File(name), text);

    public bool Has(string name) => _scripts.Has(name);

    public string Read(string name) => _scripts.Read(name);

    public void Forget() => _scripts.Forget();

    /// <summary>The first line that was told and has a text; -1 for none.</summary>
    public int IndexOf(string text) => Array.FindIndex(Told, line => line.Contains(text, StringComparison.Ordinal));

    public Task<ToolResult> RunAsync(HostSpec host) => RunAsync(SetupScript.Render(host)
        .Replace("/var/lib/cloud/instance", _scripts.File("instance"), StringComparison.Ordinal)
        .Replace("/etc/apt/sources.list.d", _scripts.File("sources.list.d"), StringComparison.Ordinal)
        .Replace("/etc/dockerland/repositories", _scripts.File("repositories"), StringComparison.Ordinal)
        .Replace(HostPaths.Secrets, "secrets", StringComparison.Ordinal));

    public Task<ToolResult> RunAsync(string script) => _scripts.RunAsync(script);

    private string[] Lines(string name) => Has(name) ? Read(name).Split('\n', StringSplitOptions.RemoveEmptyEntries) : [];
}
