using System.Net;
using Dockerland.Cli.Images.Fleets;
using Dockerland.Tests.Support;
using Dockerland.Tests.Support.Docker;
using Dockerland.Tests.Support.Processes;

namespace Dockerland.Tests.EndToEnd.Images.Services;

/// <summary>A balancer that asks the engine who is there, in a network of its own.</summary>
internal sealed class ServiceFleet(DockerEngine engine, FleetOptions options) : IAsyncDisposable
{
    public const string Name = "dockerland-services";

    /// <summary>What completes names.</summary>
    public const string Zone = "example.com";

    private const string Label = "dockerland.test=services";
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);

    private readonly int _port = FreePort.Next();
    private readonly HttpClient _client = new(new SocketsHttpHandler { UseCookies = false }) { Timeout = TimeSpan.FromSeconds(5) };

    /// <summary>How fleets are run that nothing else is said of: a name goes soon after its last container.</summary>
    public static FleetOptions Options => new(Name) { Balancer = NameSeconds(2) };

    /// <summary>Where load comes to.</summary>
    public FleetBalancer Balancer { get; private set; } = null!;

    /// <summary>What tells a balancer how long a name outlives its last container.</summary>
    public static string[] NameSeconds(int seconds) => ["--env", $"HAPROXY_NAME_SECONDS={seconds}"];

    /// <summary>What lets a balancer ask the engine.</summary>
    public static async Task<string[]> SocketArgumentsAsync(DockerEngine engine)
    {
        var socket = (engine.Environment.GetValueOrDefault("DOCKER_HOST") ?? Environment.GetEnvironmentVariable("DOCKER_HOST") ?? "unix:///var/run/docker.sock")["unix://".Length..];
        return ["--volume", $"{socket}:/var/run/docker.sock", "--group-add", (await new Tool("stat").SucceedAsync("-c", "%g", socket)).Output.Trim()];
    }

    public static async Task<ServiceFleet> StartAsync(DockerEngine engine, FleetOptions? options = null)
    {
        var used = options ?? Options;
        var fleet = new ServiceFleet(engine, used);
        try
        {
            await fleet.RemoveAsync();
            await engine.RunAsync("network", "create", "--label", Label, Name);
            await engine.RunAsync([
                "run", "--detach", "--label", Label, "--network", Name, "--name", $"{Name}-ha", "--publish", $"127.0.0.1:{fleet._port}:80", "--env", $"ZONE={Zone}",
                .. await SocketArgumentsAsync(engine), .. used.BalancerArguments, "dockerland/haproxy",
            ]);
            fleet.Balancer = new(IPAddress.Parse((await engine.RunAsync("inspect", NameOf("ha"), "--format", $"{{{{(index .NetworkSettings.Networks \"{Name}\").IPAddress}}}}")).Trim()));
            await Condition.WaitAsync("the agent is well", Deadline, async () => (await fleet.StatusAsync()).ExitCode is 0);
            return fleet;
        }
        catch
        {
            await fleet.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts a web application; what it says of itself as <c>tag</c> is its name.</summary>
    /// <param name="domain">Null for none.</param>
    public Task<string> AddAsync(string name, string? domain) =>
        engine.RunAsync(["run", "--detach", "--label", Label, "--network", Name, "--name", $"{Name}-{name}", "--no-healthcheck", "--env", $"TAG={name}", .. domain is null ? Array.Empty<string>() : ["--env", $"DOMAIN={domain}"], .. options.BackendArguments, "dockerland/webapp"]);

    public Task<string> DockerAsync(params string[] arguments) => engine.RunAsync(arguments);

    public static string NameOf(string name) => $"{Name}-{name}";

    /// <summary>Who answers to a host name at a balancer's address, this one's unless another is given: its <c>tag</c>, else the status.</summary>
    public async Task<string> AskAsync(string host, Uri? at = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, at ?? new Uri($"http://127.0.0.1:{_port}/"));
        request.Headers.Host = host;
        request.Headers.ConnectionClose = true;
        using var response = await _client.SendAsync(request);
        return response.IsSuccessStatusCode
            ? System.Text.Json.JsonElement.Parse(await response.Content.ReadAsStringAsync()).GetProperty("tag").GetString()!
            : $"{(int)response.StatusCode}";
    }

    public Task WaitForAsync(string host, string answer, Uri? at = null) => Condition.WaitAsync($"{host} is answered by {answer}", Deadline, async () => await AskAsync(host, at) == answer);

    /// <summary>The files by which HAProxy knows services.</summary>
    public Task<string> FilesAsync() => engine.RunAsync("exec", NameOf("ha"), "bash", "-c", "cd /run/haproxy && tail -n +1 haproxy.cfg members.cfg services.cfg hosts.map wildcards.map");

    public Task<ToolResult> StatusAsync() => new Tool("docker") { Environment = engine.Environment }.RunAsync("exec", NameOf("ha"), "agent", "status");

    /// <summary>How often HAProxy was reloaded.</summary>
    public async Task<int> ReloadsAsync() =>
        int.Parse((await StatusAsync()).Output.Split('\n').First(line => line.StartsWith("reloads", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], System.Globalization.CultureInfo.InvariantCulture);

    public Task<string> LogAsync() => new Tool("bash") { Environment = engine.Environment }.SucceedAsync("-c", $"docker logs {NameOf("ha")} 2>&1").ContinueWith(run => run.Result.Output, TaskScheduler.Default);

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await RemoveAsync();
    }

    private async Task RemoveAsync()
    {
        await RemoveAsync(["ps", "--all", "--quiet"], ["rm", "--force", "--volumes"]);
        await RemoveAsync(["network", "ls", "--quiet"], ["network", "rm"]);
    }

    private async Task RemoveAsync(string[] list, string[] remove)
    {
        var found = (await engine.RunAsync([.. list, "--filter", $"label={Label}"])).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        if (found is not []) await engine.RunAsync([.. remove, .. found]);
    }
}
