using Dockerland.Tests.Support;
using Dockerland.Tests.Support.Docker;

namespace Dockerland.Tests.EndToEnd.Images.Losses;

/// <summary>A balancer and backends in a network of their own.</summary>
internal sealed class Fleet(DockerEngine engine) : IAsyncDisposable
{
    private const string Label = "dockerland.test=losses";
    private const string Name = "dockerland-losses";
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);

    private readonly int _port = FreePort.Next();
    private readonly HttpClient _client = new() { Timeout = TimeSpan.FromSeconds(5) };

    public Uri Address => new($"http://127.0.0.1:{_port}/");

    /// <param name="careful">Whether the balancer tries another backend, and backends drain: what keeps requests from being lost.</param>
    public static async Task<Fleet> StartAsync(DockerEngine engine, int backends, bool careful)
    {
        var fleet = new Fleet(engine);
        try
        {
            await fleet.RemoveAsync();
            await engine.RunAsync("network", "create", "--label", Label, Name);
            string[] careless = careful ? [] : ["--env", "HAPROXY_RETRIES=0", "--env", "HAPROXY_RETRY_ON=none"];
            await engine.RunAsync(["run", "--detach", "--label", Label, "--network", Name, "--network-alias", "ha", "--name", NameOf("ha"), "--publish", $"127.0.0.1:{fleet._port}:80", .. careless, "dockerland/haproxy"]);
            await Task.WhenAll(Names(backends).Select(name => fleet.AddAsync(name, careful)));
            await fleet.WaitForAsync(Names(backends));
            return fleet;
        }
        catch
        {
            await fleet.DisposeAsync();
            throw;
        }
    }

    private static string[] Names(int backends) => [.. Enumerable.Range(1, backends).Select(number => FormattableString.Invariant($"s{number:00}"))];

    private Task<string> AddAsync(string name, bool careful) =>
        engine.RunAsync(["run", "--detach", "--label", Label, "--network", Name, "--name", NameOf(name), "--env", $"TAG={name}", "--env", "ROLE=backend", .. careful ? Array.Empty<string>() : ["--env", "DRAIN_SECONDS=0"], "dockerland/webapp"]);

    /// <summary>Runs a command of Docker's on one of the containers.</summary>
    public Task<string> DockerAsync(string verb, string name, params string[] arguments) => engine.RunAsync([verb, .. arguments, NameOf(name)]);

    private Task<string> InBalancerAsync(params string[] command) => engine.RunAsync(["exec", NameOf("ha"), .. command]);

    // Until these and no others get requests.
    private Task WaitForAsync(IReadOnlyCollection<string> names) => Condition.WaitAsync($"{string.Join(", ", names)} serve", Deadline, async () => (await UpAsync()).SetEquals(names));

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await RemoveAsync();
    }

    private async Task<HashSet<string>> UpAsync()
    {
        var rows = (await InBalancerAsync("bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/1936 && printf 'GET /;csv HTTP/1.0\\r\\n\\r\\n' >&3 && cat <&3 || true")).Split('\n').Select(line => line.Split(','));
        return [.. rows.Where(row => row is ["members", not "BACKEND", ..] && row[17] is "UP").Select(row => row[1])];
    }

    private static string NameOf(string name) => $"{Name}-{name}";

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
