using Dockerland.Infra.UserData;
using Dockerland.Tests.EndToEnd.Images;
using Dockerland.Tests.Support;
using Dockerland.Tests.Support.Processes;

namespace Dockerland.Tests.EndToEnd.UserData;

/// <summary>The container runner with a real engine: what it follows, and what it leaves running.</summary>
[Collection(DockerTestGroup.Name)]
public sealed class RunnerTests(DockerFixture docker) : IDisposable
{
    private const string Forever = "trap 'exit 7' TERM; while :; do sleep 0.1; done";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly TempFolder _folder = new();
    private readonly string _name = $"dockerland-test-{Guid.NewGuid():N}.service";

    public void Dispose()
    {
        docker.Engine.RunAsync("rm", "--force", _name, $"{_name}.new").GetAwaiter().GetResult();
        _folder.Dispose();
    }

    [SkippableTheory]
    [InlineData(0)]
    [InlineData(3)]
    public async Task It_Ends_As_The_Container_Does(int code)
    {
        var result = await (await RunnerAsync()).RunAsync(Arguments($"exit {code}"));

        Assert.Equal(code, result.ExitCode);
    }

    [SkippableFact]
    public async Task A_Killed_Container_Ends_It_So_That_Systemd_Restarts_It()
    {
        var run = (await RunnerAsync()).RunAsync(Arguments(Forever));
        await RunsAsync();

        await docker.Engine.RunAsync("kill", _name);

        Assert.Equal(137, (await run).ExitCode);
    }

    [SkippableFact]
    public async Task A_Container_Outlives_Its_Killed_Runner_And_Is_Taken_Over()
    {
        var runner = await Daemon.StartAsync(await RunnerAsync(), IsRunningAsync, Arguments(Forever));
        var id = await IdAsync();
        await KillAsync("KILL");
        await runner.DisposeAsync();

        await using var successor = await Daemon.StartAsync(await RunnerAsync(), IsRunningAsync, Arguments(Forever));
        await Condition.WaitAsync("the successor follows", Patience, () => Task.FromResult(successor.Log.Contains($"{_name} runs already", StringComparison.Ordinal)));

        Assert.Equal(id, await IdAsync());
    }

    [SkippableFact]
    public async Task A_Container_Outlives_The_Client_That_Waits_For_It()
    {
        await using var runner = await Daemon.StartAsync(await RunnerAsync(), IsRunningAsync, Arguments(Forever));
        var id = await IdAsync();
        var client = await ClientAsync();

        await new Tool("kill").SucceedAsync("-KILL", client);
        await Condition.WaitAsync("another client waits", Patience, async () => await ClientAsync() is var next && next is not "" && next != client);

        Assert.Equal(id, await IdAsync());
    }

    [SkippableFact]
    public async Task A_Stop_Is_The_Containers_Too_Within_Its_Time()
    {
        var run = (await RunnerAsync()).RunAsync(Arguments(Forever));
        await RunsAsync();

        await KillAsync("TERM");

        Assert.Equal(0, (await run).ExitCode);
        Assert.Equal("exited 7", (await docker.Engine.RunAsync("inspect", "--format", "{{.State.Status}} {{.State.ExitCode}}", _name)).Trim());
    }

    [SkippableFact]
    public async Task Variables_Reach_The_Container_As_They_Are()
    {
        var runner = await RunnerAsync();
        var value = "two\nlines, \"quotes\", $HOME and %n";

        var result = await (runner with { Environment = new Dictionary<string, string?>(runner.Environment) { ["VALUE"] = value } }).RunAsync(["--name", _name, "--image", Image, "--env=VALUE", "--", "sh", "-c", "printf %s \"$VALUE\""]);

        Assert.Equal((0, value), (result.ExitCode, (await docker.Engine.RunAsync("logs", _name)).TrimEnd('\n')));
    }

    [SkippableFact]
    public async Task What_Cannot_Be_Created_Leaves_The_Predecessor_Running()
    {
        await docker.Engine.EnsureDebianAsync();
        await docker.Engine.RunAsync("run", "--detach", "--name", _name, Image, "sh", "-c", Forever);
        var id = await IdAsync();

        var result = await (await RunnerAsync()).RunAsync("--name", _name, "--image", Image, "--no-such-option=x");

        Assert.NotEqual(0, result.ExitCode);
        Assert.Equal(id, await IdAsync());
    }

    private const string Image = "debian:bookworm-slim";

    private string[] Arguments(string script) => ["--name", _name, "--image", Image, "--stop-timeout=5", "--", "sh", "-c", script];

    private async Task<Tool> RunnerAsync()
    {
        DockerFixture.Require();
        var script = _folder.File("dockerland-run");
        await File.WriteAllTextAsync(script, EmbeddedScript.Read(HostPaths.Runner));
        // No registry has the image: each run shows that the last one that was pulled is good enough.
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(script, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        return new(script) { Environment = docker.Engine.Environment, Deadline = Patience };
    }

    private Task RunsAsync() => Condition.WaitAsync($"{_name} runs", Patience, IsRunningAsync);

    private async Task<bool> IsRunningAsync() => (await docker.Engine.RunAsync("ps", "--quiet", "--filter", $"name=^/{_name}$")).Trim() is not "";

    private async Task<string> IdAsync() => (await docker.Engine.RunAsync("inspect", "--format", "{{.Id}} {{.State.Running}}", _name)).Trim();

    private async Task KillAsync(string signal) => await new Tool("kill").SucceedAsync($"-{signal}", await PidOfAsync($"--name {_name}"));

    // Both the shell's copy of itself and Docker's command have the words; the command is the newest.
    private async Task<string> ClientAsync() => (await new Tool("pgrep").RunAsync("--newest", "--full", $"^docker wait {_name}")).Output.Trim();

    // The oldest of them is the runner, the others are what it started.
    private static async Task<string> PidOfAsync(string words) => (await new Tool("pgrep").SucceedAsync("--oldest", "--full", $"dockerland-run {words}")).Output.Trim();
}
