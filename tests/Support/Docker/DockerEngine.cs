using Dockerland.Tests.Support.Processes;

namespace Dockerland.Tests.Support.Docker;

/// <summary>The Docker engine that answers on this machine, else one started for the tests with a data folder of its own.</summary>
public sealed class DockerEngine : IAsyncDisposable
{
    /// <summary>What a test needs on PATH.</summary>
    public static readonly string[] Programs = ["docker", "dockerd", "mmdebstrap"];

    private readonly TempFolder temp = new();
    private Daemon? daemon;

    // Logins would otherwise land in the user's own folder.
    private DockerEngine() => Environment = new Dictionary<string, string?> { ["DOCKER_CONFIG"] = temp.File("config") };

    /// <summary>The variables that point the <c>docker</c> command at this engine.</summary>
    public IReadOnlyDictionary<string, string?> Environment { get; private set; }

    public static async Task<DockerEngine> StartAsync()
    {
        var engine = new DockerEngine();
        try
        {
            if (!await engine.AnswersAsync()) await engine.StartDaemonAsync();
            return engine;
        }
        catch
        {
            await engine.DisposeAsync();
            throw;
        }
    }

    public async Task<string> RunAsync(params string[] arguments) => (await Docker.SucceedAsync(arguments)).Output;

    /// <summary>Brings the base of our images, from Debian's packages where no registry has it.</summary>
    public Task EnsureDebianAsync() => new Tool(Path.Combine(Repository.Root, "images/base.sh")) { Environment = Environment, Deadline = TimeSpan.FromMinutes(10) }.SucceedAsync();

    public async ValueTask DisposeAsync()
    {
        if (daemon is not null) await daemon.DisposeAsync();
        temp.Dispose();
    }

    private Tool Docker => new("docker") { Environment = Environment, Deadline = TimeSpan.FromMinutes(10) };

    private async Task<bool> AnswersAsync() => (await Docker.RunAsync("info", "--format", "{{.ServerVersion}}")).ExitCode == 0;

    private async Task StartDaemonAsync()
    {
        var address = $"unix://{temp.File("docker.sock")}";
        Environment = new Dictionary<string, string?>(Environment) { ["DOCKER_HOST"] = address };
        // Sandboxes without CAP_SYS_RESOURCE refuse Docker's own limit of open files.
        daemon = await Daemon.StartAsync(
            new Tool("dockerd") { Deadline = TimeSpan.FromSeconds(60) },
            AnswersAsync,
            "--default-ulimit", "nofile=20000:20000", "-H", address,
            "--data-root", temp.File("data"), "--exec-root", temp.File("exec"), "--pidfile", temp.File("docker.pid"));
    }
}
