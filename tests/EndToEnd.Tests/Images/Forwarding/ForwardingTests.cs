using System.Net;
using System.Text.Json;
using Dockerland.Tests.EndToEnd.Images.Services;
using Dockerland.Tests.Support;

namespace Dockerland.Tests.EndToEnd.Images.Forwarding;

/// <summary>What becomes of a request on its way through the balancer.</summary>
[Collection(DockerTestGroup.Name)]
public sealed class ForwardingTests(DockerFixture docker) : IDisposable
{
    private const string Name = "echo";

    // Answers with what it was sent; at /lost it takes the request, and then there is nothing.
    private const string Echo = """
        require('node:http').createServer((request, response) => {
          console.log(request.method, request.url);
          if (request.url === '/lost') return request.socket.destroy();
          response.end(JSON.stringify(request.headers));
        }).listen(3000);
        """;

    private readonly HttpClient _client = new() { Timeout = TimeSpan.FromSeconds(10) };

    [SkippableTheory]
    [InlineData("GET", 4)]
    [InlineData("DELETE", 4)]
    [InlineData("POST", 1)]
    [InlineData("PATCH", 1)]
    public async Task A_Request_That_May_Have_Done_Something_Is_Sent_Once(string method, int times)
    {
        await using var fleet = await StartAsync();

        using var response = await AskAsync(fleet, new(method), "/lost");

        Assert.Equal(HttpStatusCode.BadGateway, response.StatusCode);
        Assert.Equal(times, (await fleet.DockerAsync("logs", ServiceFleet.NameOf(Name))).Split('\n').Count(line => line == $"{method} /lost"));
    }

    [SkippableFact]
    public async Task What_Visitors_Say_Of_Themselves_Does_Not_Pass()
    {
        await using var fleet = await StartAsync();

        using var response = await AskAsync(
            fleet, HttpMethod.Get, "/",
            ("X-Forwarded-For", "6.6.6.6"), ("X-Forwarded-Proto", "https"), ("X-Forwarded-Port", "1"), ("X-Forwarded-Host", "evil"), ("X-Forwarded-User", "root"),
            ("Forwarded", "for=6.6.6.6"), ("X-Real-IP", "6.6.6.6"), ("X-Mine", "stays"));

        var headers = JsonElement.Parse(await response.Content.ReadAsStringAsync()).EnumerateObject().ToDictionary(header => header.Name, header => header.Value.GetString()!);
        Assert.Equal(("http", "80", Name, "stays"), (headers["x-forwarded-proto"], headers["x-forwarded-port"], headers["x-forwarded-host"], headers["x-mine"]));
        Assert.NotEqual("6.6.6.6", IPAddress.Parse(headers["x-forwarded-for"]).ToString());
        Assert.Empty(headers.Keys.Intersect(["forwarded", "x-real-ip", "x-forwarded-user"]));
    }

    public void Dispose() => _client.Dispose();

    private async Task<HttpResponseMessage> AskAsync(ServiceFleet fleet, HttpMethod method, string path, params (string Name, string Value)[] headers)
    {
        var published = (await fleet.DockerAsync("port", ServiceFleet.NameOf("ha"), "80/tcp")).Trim();
        using var request = new HttpRequestMessage(method, new Uri($"http://{published}{path}"));
        request.Headers.Host = Name;
        // On a connection that was used before, the client itself would try again.
        request.Headers.ConnectionClose = true;
        foreach (var (name, value) in headers) request.Headers.Add(name, value);
        return await _client.SendAsync(request);
    }

    private async Task<ServiceFleet> StartAsync()
    {
        DockerFixture.Require();
        await docker.BuildAsync("haproxy", "webapp");
        var fleet = await ServiceFleet.StartAsync(docker.Engine);
        await fleet.DockerAsync(
            "run", "--detach", "--label", "dockerland.test=services", "--network", ServiceFleet.Name, "--name", ServiceFleet.NameOf(Name), "--no-healthcheck",
            "--env", $"DOMAIN={Name}", "--entrypoint", "node", "dockerland/webapp", "-e", Echo);
        await Condition.WaitAsync("it answers", TimeSpan.FromSeconds(30), async () =>
        {
            using var response = await AskAsync(fleet, HttpMethod.Get, "/");
            return response.StatusCode is HttpStatusCode.OK;
        });
        return fleet;
    }
}
