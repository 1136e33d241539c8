using Dockerland.Tests.Support;
using Dockerland.Tests.Support.Docker;

namespace Dockerland.Tests.EndToEnd.Images.Snippets;

/// <summary>A balancer with a folder of snippets.</summary>
internal sealed class SnippetBalancer : IAsyncDisposable
{
    private readonly DockerEngine _engine;
    private readonly TempFolder _temp = new();
    private readonly string _name = $"dockerland-snippets-{Guid.NewGuid():N}";

    private SnippetBalancer(DockerEngine engine) => _engine = engine;

    public int Http { get; } = FreePort.Next();

    public static async Task<SnippetBalancer> StartAsync(DockerEngine engine, params string[] options)
    {
        var balancer = new SnippetBalancer(engine);
        try
        {
            Directory.CreateDirectory(balancer.PathOf(""));
            await engine.RunAsync([
                "run", "--detach", "--label", "dockerland.test=snippets", "--name", balancer._name, "--volume", $"{balancer.PathOf("")}:/etc/haproxy/snippets:ro",
                "--publish", $"127.0.0.1:{balancer.Http}:80", .. options, "dockerland/haproxy",
            ]);
            return balancer;
        }
        catch
        {
            await balancer.DisposeAsync();
            throw;
        }
    }

    public string PathOf(string name) => _temp.File($"snippets/{name}");

    public Task<string> LogAsync() => _engine.RunAsync("logs", _name);

    public async ValueTask DisposeAsync()
    {
        await _engine.RunAsync("rm", "--force", "--volumes", _name);
        _temp.Dispose();
    }
}
