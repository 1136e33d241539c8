using Dockerland.Infra.UserData;

namespace Dockerland.Tests.Infra.UserData;

/// <summary>Docker's socket in a container: its group has another number on each host.</summary>
public sealed class RunnerEngineTests : IDisposable
{
    private readonly HostScripts _host = new();

    public RunnerEngineTests()
    {
        _host.Program("stat", "[ \"$*\" = '-c %g /var/run/docker.sock' ] && echo 998");
        // Not there before it is created; ended as soon as it runs.
        _host.Recorder("docker", """
            case "$*" in
              'container inspect --format {{.State.Running}} {{.State.ExitCode}} NAME') echo 'false 0' ;;
              'container inspect'*) exit 1 ;;
            esac
            """);
    }

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task A_Container_That_May_Gets_The_Socket_And_Its_Group()
    {
        var line = await CreateAsync("--name", "NAME", "--image", "ha:1", "--engine", "--publish=80:80");

        Assert.EndsWith("<--volume=/var/run/docker.sock:/var/run/docker.sock> <--group-add=998> <--publish=80:80> <ha:1>", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Any_Other_Gets_Neither() => Assert.DoesNotContain("docker.sock", await CreateAsync("--name", "NAME", "--image", "web:1", "--publish=80:80"), StringComparison.Ordinal);

    private async Task<string> CreateAsync(params string[] arguments)
    {
        await _host.RunAsync(EmbeddedScript.Read(HostPaths.Runner), arguments);
        return _host.Told.Single(line => line.StartsWith("docker <create>", StringComparison.Ordinal));
    }
}
