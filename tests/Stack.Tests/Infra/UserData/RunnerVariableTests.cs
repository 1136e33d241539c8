using System.Collections.Immutable;
using Dockerland.Infra.UserData;
using Dockerland.Tests.Support.Processes;

namespace Dockerland.Tests.Infra.UserData;

/// <summary>A container's variables, by its unit and the runner, with the shells that hosts have: dash in Debian, bash in Amazon Linux.</summary>
public sealed class RunnerVariableTests : IDisposable
{
    private const string Value = "of the container";

    private static readonly ImmutableSortedDictionary<string, string> None = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    private readonly HostScripts _host = new();

    public RunnerVariableTests()
    {
        File.CreateSymbolicLink(_host.File("shells/sh"), "/bin/bash");
        _host.Program("systemd-notify", ":");
        // Not there before it is created; ended as soon as it runs. What is created shows the environment that Docker is given.
        _host.Recorder("docker", $$$"""
            case "$*" in
              'container inspect --format {{.State.Running}} {{.State.ExitCode}} NAME') echo 'false 0' ;;
              'container inspect'*) exit 1 ;;
              create*) env -0 > {{{_host.File("environment")}}} ;;
              *) env >> {{{_host.File("others")}}} ;;
            esac
            """);
    }

    /// <summary>Such as a script has for itself, and what shells, the linker, Docker and systemd go by.</summary>
    private static readonly string[] Names =
    [
        "name", "image", "words", "word", "placed", "spec", "pause", "tries", "patience", "wait_for", "found", "most_pause", "x", "PWD", "OLDPWD", "SHLVL", "_", "IFS", "BASH_ENV", "ENV",
        "LD_PRELOAD", "PATH", "HOME", "DOCKER_HOST", "DOCKER_CONFIG", "PS1", "PS4", "OPTIND", "OPTARG", "PPID", "UID", "RANDOM", "SECONDS", "LINENO", "SHELLOPTS", "BASHOPTS", "BASH_VERSION",
        "POSIXLY_CORRECT", "CDPATH", "TMPDIR", "LANG", "LC_ALL", "TZ", "USER", "LOGNAME", "SHELL", "TERM", "HOSTNAME", "REPLY", "GLOBIGNORE", "NOTIFY_SOCKET", "GODEBUG", "HTTP_PROXY",
    ];

    public void Dispose() => _host.Dispose();

    [Theory]
    [InlineData("sh")]
    [InlineData("bash")]
    public async Task They_Reach_The_Container(string shell)
    {
        await RunAsync(shell, Names.ToImmutableSortedDictionary(name => name, _ => Value, StringComparer.Ordinal));

        Assert.Equal(Names, Names.Where(name => Received(name) is Value));
    }

    [Theory]
    [InlineData("sh")]
    [InlineData("bash")]
    public async Task They_Change_Nothing_Else(string shell)
    {
        var plain = await RunAsync(shell, None.Add("OTHER", "1"));
        var calls = Calls;
        _host.Forget();

        var result = await RunAsync(shell, Names.ToImmutableSortedDictionary(name => name, _ => Value, StringComparer.Ordinal));

        Assert.Equal((0, plain.Error), (result.ExitCode, result.Error));
        Assert.Equal(calls, Calls);
        Assert.DoesNotContain(Value, _host.Read("others"), StringComparison.Ordinal);
    }

    private string[] Calls => [.. _host.Told.Where(line => !line.StartsWith("docker <create>", StringComparison.Ordinal))];

    // As systemd does: the variables of the environment file, then the words of the unit.
    private async Task<ToolResult> RunAsync(string shell, ImmutableSortedDictionary<string, string> variables)
    {
        var host = RenderedHost.Of(new() { Region = "eu-central-1", Containers = [new() { Name = "web", Image = "web:1", Environment = variables }] });
        var told = host.Files["/etc/dockerland/web.env"].Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => !line.StartsWith('#')).Select(line => line.Split("=\""));
        var environment = told.ToDictionary(variable => variable[0], variable => (string?)variable[1].TrimEnd('"'));
        var words = UnitReader.Words(host.Unit("web.service"), "ExecStart");
        return await _host.RunAsync(shell is "bash" ? _host.File("shells/sh") : "sh", EmbeddedScript.Read(HostPaths.Runner), environment, "", words[1..]);
    }

    // As Docker does: the value that the option has, or else that of its own environment.
    private string? Received(string name)
    {
        var created = _host.Told.Single(line => line.StartsWith("docker <create>", StringComparison.Ordinal));
        if (created.Contains($"<--env={name}={Value}>", StringComparison.Ordinal)) return Value;
        if (!created.Contains($"<--env={name}>", StringComparison.Ordinal)) return null;

        return _host.Read("environment").Split('\0').FirstOrDefault(variable => variable.StartsWith(name + "=", StringComparison.Ordinal))?[(name.Length + 1)..];
    }
}
