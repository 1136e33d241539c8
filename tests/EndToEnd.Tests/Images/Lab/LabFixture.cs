using Dockerland.Tests.Support;
using Dockerland.Tests.Support.Processes;

namespace Dockerland.Tests.EndToEnd.Images.Lab;

/// <summary>
/// The lab's containers, by its commands as they are written: a backend that is there before the balancer, the balancer, and a
/// backend that comes after it.
/// </summary>
public sealed class LabFixture(DockerFixture docker) : IAsyncLifetime, IDisposable
{
    private const string Label = $"{DockerFixture.Label}=lab";
    private const string Network = "heig";

    public const string StartBalancer = "docker run -d -e \"ROLE=balancer\" -p 80:80 -p 1936:1936 -p 9999:9999 --restart=always --network heig -v /supervisor:/supervisor --name ha softengheigvd/ha";

    private readonly HttpClient client = new(new SocketsHttpHandler { UseCookies = false }) { Timeout = TimeSpan.FromSeconds(5) };

    public static string StartBackend(string name) => $"docker run -d --restart=always -e \"TAG={name}\" -e \"ROLE=backend\" --network heig --name {name} softengheigvd/webapp";

    public async Task InitializeAsync()
    {
        if (!DockerFixture.CanRun) return;
        await docker.BuildAsync("haproxy", "webapp");
        await NameAsync("dockerland/haproxy", "softengheigvd/ha");
        await NameAsync("dockerland/webapp", "softengheigvd/webapp");
        await RemoveAsync();
        await ShellAsync($"docker network create --driver bridge {Network}");
        await ShellAsync(StartBackend("s1"));
        await ShellAsync(StartBalancer);
        await ShellAsync(StartBackend("s2"));
        await WaitForAsync("s1", "s2");
    }

    public async Task DisposeAsync()
    {
        if (DockerFixture.CanRun) await RemoveAsync();
    }

    public void Dispose() => client.Dispose();

    /// <summary>Runs a line as it is typed.</summary>
    public async Task<string> ShellAsync(string line) => (await Bash.SucceedAsync("-c", line)).Output;

    /// <summary>Answers of the balancer at one of its ports.</summary>
    public async Task<HttpResponseMessage> GetAsync(int port = 80, string path = "/", string? cookie = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"http://127.0.0.1:{port}{path}"));
        if (cookie is not null) request.Headers.Add("Cookie", cookie);
        return await client.SendAsync(request);
    }

    /// <summary>What a command of the balancer's administration answers.</summary>
    public Task<string> AdministerAsync(string command) => ShellAsync($"exec 3<>/dev/tcp/127.0.0.1/9999 && echo '{command}' >&3 && cat <&3");

    /// <summary>Waits until the balancer hands requests to these backends and no other.</summary>
    public Task WaitForAsync(params string[] names) => Condition.WaitAsync($"{string.Join(", ", names)} serve", TimeSpan.FromSeconds(30), async () => (await UpAsync()).SequenceEqual(names));

    /// <summary>The servers that get requests, by their names' order.</summary>
    public async Task<IReadOnlyList<string>> UpAsync()
    {
        try
        {
            using var response = await GetAsync(1936, "/;csv");
            // pxname,svname,…,status as the 18th.
            return [.. (await response.Content.ReadAsStringAsync()).Split('\n').Select(line => line.Split(',')).Where(row => row is ["members", not "BACKEND", ..] && row[17] is "UP").Select(row => row[1]).Order(StringComparer.Ordinal)];
        }
        catch (HttpRequestException)
        {
            return [];
        }
    }

    private Tool Bash => new("bash") { Environment = docker.Engine.Environment, Deadline = TimeSpan.FromMinutes(1) };

    // Containers have their image's labels, and the commands as they are written have none.
    private Task<ToolResult> NameAsync(string image, string name) =>
        new Tool("docker") { Environment = docker.Engine.Environment, Input = $"FROM {image}\nLABEL {Label}\n" }.SucceedAsync("build", "--quiet", "--tag", name, "-");

    private Task<string> RemoveAsync() => ShellAsync($"docker ps --all --quiet --filter label={Label} | xargs --no-run-if-empty docker rm --force --volumes; docker network rm {Network} 2>/dev/null || true");
}
