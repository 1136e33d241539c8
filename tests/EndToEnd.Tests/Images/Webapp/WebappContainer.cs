using System.Net;
using System.Text;
using System.Text.Json;
using Dockerland.Tests.Support;
using Dockerland.Tests.Support.Docker;

namespace Dockerland.Tests.EndToEnd.Images.Webapp;

/// <summary>A web application alone, asked at its published port.</summary>
internal sealed class WebappContainer : IAsyncDisposable
{
    private readonly DockerEngine _engine;
    private readonly string _name = $"dockerland-webapp-{Guid.NewGuid():N}";
    private readonly int _port = FreePort.Next();
    private readonly HttpClient _client = new(new SocketsHttpHandler { UseCookies = false }) { Timeout = TimeSpan.FromSeconds(10) };

    private WebappContainer(DockerEngine engine) => _engine = engine;

    public static async Task<WebappContainer> StartAsync(DockerEngine engine, params string[] options)
    {
        var container = new WebappContainer(engine);
        try
        {
            await engine.RunAsync(["run", "--detach", "--label", $"{DockerFixture.Label}=webapp", "--name", container._name, "--publish", $"127.0.0.1:{container._port}:3000", .. options, "dockerland/webapp"]);
            await Condition.WaitAsync("the application answers", TimeSpan.FromSeconds(30), async () => await container.StatusAsync("/health") is HttpStatusCode.OK);
            return container;
        }
        catch
        {
            await container.DisposeAsync();
            throw;
        }
    }

    public Task<HttpResponseMessage> GetAsync(string path) => _client.GetAsync(new Uri($"http://127.0.0.1:{_port}{path}"));

    /// <summary>Null while nobody answers.</summary>
    public async Task<HttpStatusCode?> StatusAsync(string path)
    {
        try
        {
            using var response = await GetAsync(path);
            return response.StatusCode;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    /// <summary>Sets how long each answer takes; gives the status, and what it says.</summary>
    public async Task<(HttpStatusCode Status, string Text)> DelayAsync(string json)
    {
        using var content = new StringContent(json, Encoding.UTF8, "application/json");
        using var response = await _client.PostAsync(new Uri($"http://127.0.0.1:{_port}/delay"), content);
        var answer = JsonElement.Parse(await response.Content.ReadAsStringAsync());
        return (response.StatusCode, (answer.TryGetProperty("error", out var error) ? error : answer.GetProperty("message")).GetString()!);
    }

    public async Task<string> DockerAsync(string verb, params string[] arguments) => (await _engine.RunAsync([verb, .. arguments, _name])).Trim();

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _engine.RunAsync("rm", "--force", "--volumes", _name);
    }
}
