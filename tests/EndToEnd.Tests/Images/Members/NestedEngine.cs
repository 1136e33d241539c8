using System.Net;
using Dockerland.Tests.Support;
using Dockerland.Tests.Support.Docker;
using Dockerland.Tests.Support.Processes;

namespace Dockerland.Tests.EndToEnd.Images.Members;

/// <summary>A host of its own: a container with another Docker Engine, whose containers others reach by its published ports alone.</summary>
internal sealed class NestedEngine : IAsyncDisposable
{
    private const string Label = $"{DockerFixture.Label}=hosts";
    private const string Image = "dockerland-test/engine";

    private const string DockerFile = $"""
        FROM debian:bookworm-slim
        LABEL {Label}
        RUN apt-get update && apt-get install --yes --no-install-recommends docker.io iptables && rm -rf /var/lib/apt/lists/*
        """;

    // All but what the sandboxes that this has to run in refuse.
    private static readonly string[] Rights =
    [
        "--cap-add", "ALL", "--cap-drop", "SYS_RESOURCE", "--security-opt", "seccomp=unconfined", "--security-opt", "apparmor=unconfined", "--cgroupns", "host",
        "--tmpfs", "/run", "--volume", "/sys/fs/cgroup:/sys/fs/cgroup:rw", "--volume", "/var/lib/docker",
    ];

    private readonly DockerEngine _engine;
    private readonly string _name;

    private NestedEngine(DockerEngine engine, string name) => (_engine, _name) = (engine, name);

    /// <summary>By which other hosts reach it.</summary>
    public IPAddress Address { get; private set; } = IPAddress.None;

    /// <param name="images">Of the engine around it, which it gets.</param>
    public static async Task<NestedEngine> StartAsync(DockerEngine engine, string name, params string[] images)
    {
        await new Tool("docker") { Environment = engine.Environment, Input = DockerFile, Deadline = TimeSpan.FromMinutes(10) }.SucceedAsync("build", "--quiet", "--tag", Image, "-");
        var host = new NestedEngine(engine, $"dockerland-host-{name}");
        try
        {
            await host.RemoveAsync();
            await engine.RunAsync(["run", "--detach", "--label", Label, "--name", host._name, .. Rights, Image, "dockerd", "--default-ulimit", "nofile=20000:20000"]);
            host.Address = IPAddress.Parse((await engine.RunAsync("inspect", "--format", "{{.NetworkSettings.IPAddress}}", host._name)).Trim());
            await Condition.WaitAsync($"the engine of {host._name} answers", TimeSpan.FromMinutes(1), host.AnswersAsync);
            await new Tool("bash") { Environment = engine.Environment, Deadline = TimeSpan.FromMinutes(5) }
                .SucceedAsync("-o", "pipefail", "-c", $"docker save {string.Join(' ', images)} | docker exec --interactive {host._name} docker load");
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    /// <summary>Runs a command of its own <c>docker</c>.</summary>
    public async Task<string> DockerAsync(params string[] arguments) => (await _engine.RunAsync(["exec", _name, "docker", .. arguments])).Trim();

    public async ValueTask DisposeAsync() => await RemoveAsync();

    // Also when it isn't there.
    private Task<string> RemoveAsync() => _engine.RunAsync("rm", "--force", "--volumes", _name);

    private async Task<bool> AnswersAsync() => (await new Tool("docker") { Environment = _engine.Environment }.RunAsync("exec", _name, "docker", "info")).ExitCode is 0;
}
