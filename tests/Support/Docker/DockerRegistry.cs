using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Dockerland.Tests.Support.Processes;

namespace Dockerland.Tests.Support.Docker;

/// <summary>Debian's image registry on a free port, which answers only to those who log in.</summary>
public sealed class DockerRegistry : IAsyncDisposable
{
    public const string User = "tester";
    public const string Password = "a password for tests";

    // The registry takes bcrypt alone; this is the password above.
    private const string PasswordHash = "$2y$05$dockerlandregistryteseXegCdbm6Gk.vBqKbS8kj5PQzgXkmdD6";

    /// <summary>The one line of its file of users.</summary>
    public const string Htpasswd = $"{User}:{PasswordHash}";

    /// <summary>What a test needs on PATH.</summary>
    public static readonly string[] Programs = ["docker-registry"];

    private readonly TempFolder temp = new();
    private readonly HttpClient client = new();
    private Daemon? server;

    private DockerRegistry()
    {
        var credentials = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{User}:{Password}"));
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", credentials);
    }

    /// <summary>Host and port, as image names begin. Docker takes the loopback's registries without TLS.</summary>
    public string Server { get; } = $"127.0.0.1:{FreePort.Next()}";

    public static async Task<DockerRegistry> StartAsync()
    {
        var registry = new DockerRegistry();
        try
        {
            await registry.StartServerAsync();
            return registry;
        }
        catch
        {
            await registry.DisposeAsync();
            throw;
        }
    }

    /// <summary>The tags that were pushed to a repository; none when there is no such repository.</summary>
    public async Task<IReadOnlyList<string>> TagsAsync(string repository)
    {
        using var response = await client.GetAsync(new Uri($"http://{Server}/v2/{repository}/tags/list"));
        if (!response.IsSuccessStatusCode) return [];
        var body = JsonElement.Parse(await response.Content.ReadAsStringAsync());
        return [.. body.GetProperty("tags").EnumerateArray().Select(tag => tag.GetString()!)];
    }

    public async ValueTask DisposeAsync()
    {
        if (server is not null) await server.DisposeAsync();
        client.Dispose();
        temp.Dispose();
    }

    private async Task StartServerAsync()
    {
        await File.WriteAllTextAsync(temp.File("htpasswd"), $"{Htpasswd}\n");
        await File.WriteAllTextAsync(temp.File("config.yml"), $$"""
            version: 0.1
            storage: { filesystem: { rootdirectory: {{temp.File("images")}} } }
            http: { addr: "{{Server}}" }
            auth: { htpasswd: { realm: tests, path: {{temp.File("htpasswd")}} } }
            """);
        server = await Daemon.StartAsync(
            new Tool("docker-registry") { Deadline = TimeSpan.FromSeconds(30) }, AnswersAsync, "serve", temp.File("config.yml"));
    }

    private async Task<bool> AnswersAsync()
    {
        try
        {
            using var response = await client.GetAsync(new Uri($"http://{Server}/v2/"));
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
