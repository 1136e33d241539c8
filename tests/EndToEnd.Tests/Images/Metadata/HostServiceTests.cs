using Dockerland.Tests.Support;
using Dockerland.Tests.Support.Clouds;
using Dockerland.Tests.Support.Processes;

namespace Dockerland.Tests.EndToEnd.Images.Metadata;

/// <summary>
/// The host service as a host has it, copied out of its image, with real containers. No systemd runs where tests do: a
/// <c>systemctl</c> that stops and starts the units' containers stands for it.
/// </summary>
[Collection(DockerTestGroup.Name)]
public sealed class HostServiceTests(DockerFixture docker) : IAsyncLifetime, IDisposable
{
    private const string Systemctl = """
        #!/bin/sh
        verb=$1
        while [ "$1" != -- ]; do shift; done
        shift
        for unit; do
          if [ "$verb" != show ]; then
            echo "$verb $unit" >>"$CALLS"
            docker "$verb" "$PREFIX$unit" >/dev/null
          elif [ "$(docker inspect --format '{{.State.Running}}' "$PREFIX$unit" 2>/dev/null)" = true ]; then
            printf 'Id=%s\nActiveState=active\nSubState=running\n\n' "$unit"
          else
            printf 'Id=%s\nActiveState=inactive\nSubState=dead\n\n' "$unit"
          fi
        done
        """;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly TempFolder _temp = new();
    private readonly string _prefix = $"dockerland-test-{Guid.NewGuid():N}-";
    private FakeImds _imds = null!;

    public async Task InitializeAsync()
    {
        if (!DockerFixture.CanRun) return;
        await docker.BuildAsync("metadata");
        _imds = await FakeImds.StartAsync();
        Directory.CreateDirectory(_temp.File("bin"));
        await docker.Engine.RunAsync("run", "--rm", "--network=none", $"--volume={_temp.File("bin")}:/host", "dockerland/metadata", "install", "/host/agent");
        await File.WriteAllTextAsync(_temp.File("bin/systemctl"), Systemctl);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(_temp.File("bin/systemctl"), UnixFileMode.UserRead | UnixFileMode.UserExecute);
        foreach (var unit in new[] { "web.service", "proxy.service" })
            await docker.Engine.RunAsync("run", "--detach", "--name", _prefix + unit, "debian:bookworm-slim", "sh", "-c", "trap 'exit 7' TERM; while :; do sleep 0.1; done");
    }

    public async Task DisposeAsync()
    {
        if (!DockerFixture.CanRun) return;
        await docker.Engine.RunAsync("rm", "--force", $"{_prefix}web.service", $"{_prefix}proxy.service");
        await _imds.DisposeAsync();
    }

    public void Dispose() => _temp.Dispose();

    [SkippableFact]
    public async Task A_Host_That_Its_Group_Terminates_Stops_Backends_First_And_All_In_Order()
    {
        DockerFixture.Require();
        await using var service = await StartAsync("--linger", "8");

        _imds.Metadata["autoscaling/target-lifecycle-state"] = "Terminated";
        await Condition.WaitAsync("the backend's container stopped", Patience, async () => await StateAsync("web.service") is "exited 7");
        var proxy = await StateAsync("proxy.service");
        await Condition.WaitAsync("the other's stopped", Patience, async () => await StateAsync("proxy.service") is "exited 7");

        Assert.Equal(("running 0", "stop web.service\nstop proxy.service\n"), (proxy, await CallsAsync()));
    }

    [SkippableFact]
    public async Task A_Spot_Instance_That_Was_Hibernated_Has_Its_Containers_Back()
    {
        DockerFixture.Require();
        await using var service = await StartAsync("--linger", "600");

        _imds.Metadata["spot/instance-action"] = """{"action":"hibernate","time":"2025-01-01T00:00:00Z"}""";
        await Condition.WaitAsync("all stopped", Patience, async () => await StateAsync("web.service") is "exited 7" && await StateAsync("proxy.service") is "exited 7");
        _imds.Metadata.TryRemove("spot/instance-action", out _);
        await Condition.WaitAsync("all run again", Patience, async () => await StateAsync("web.service") is "running 0" && await StateAsync("proxy.service") is "running 0");

        Assert.Contains("leaving: EC2 will hibernate it at 00:00:00", service.Log, StringComparison.Ordinal);
    }

    private async Task<Daemon> StartAsync(params string[] options)
    {
        var tool = new Tool(_temp.File("bin/agent"))
        {
            Deadline = Patience,
            Environment = new Dictionary<string, string?>(docker.Engine.Environment)
            {
                ["PATH"] = $"{_temp.File("bin")}:{Environment.GetEnvironmentVariable("PATH")}",
                ["AWS_EC2_METADATA_SERVICE_ENDPOINT"] = _imds.Endpoint,
                ["CALLS"] = _temp.File("calls"),
                ["PREFIX"] = _prefix,
            },
        };
        return await Daemon.StartAsync(tool, () => Task.FromResult(_imds.Asked.Contains("GET /latest/meta-data/autoscaling/target-lifecycle-state")), ["host", "--first", "web.service", "--then", "proxy.service", "--leaving", _temp.File("leaving"), .. options]);
    }

    private async Task<string> StateAsync(string unit) => (await docker.Engine.RunAsync("inspect", "--format", "{{.State.Status}} {{.State.ExitCode}}", _prefix + unit)).Trim();

    private Task<string> CallsAsync() => File.ReadAllTextAsync(_temp.File("calls"));
}
