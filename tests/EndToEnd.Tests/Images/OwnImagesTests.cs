using System.Net;
using System.Text;
using System.Text.Json;
using Dockerland.Tests.Support;

namespace Dockerland.Tests.EndToEnd.Images;

/// <summary>What the images do that the stack builds, each run by itself.</summary>
[Collection(DockerTestGroup.Name)]
public sealed class OwnImagesTests(DockerFixture docker)
{
    [SkippableFact]
    public async Task The_Metadata_Image_Hands_Tags_Over()
    {
        DockerFixture.Require();
        await docker.BuildAsync("metadata");
        using var temp = new TempFolder();
        Directory.CreateDirectory(temp.File("docker"));
        await File.WriteAllTextAsync(temp.File("docker/daemon.json"), """{"log-driver":"journald","labels":["docker.role=old","rack=7"]}""");
        using var imds = new FakeImds(new()
        {
            ["docker.role"] = "web",
            ["example.db.host"] = """db "1" \ $HOME""",
            ["Name"] = "web",
        });

        await docker.Engine.RunAsync(
            "run", "--rm", "--network=host", $"--volume={temp.File("docker")}:/etc/docker", $"--volume={temp.File("run")}:/run/dockerland/metadata",
            $"--env=AWS_EC2_METADATA_SERVICE_ENDPOINT={imds.Address}", "--env=AWS_METADATA_TAG_VARIABLES=example.db.host:DB_HOST,example.gone:GONE",
            "dockerland/metadata");

        Assert.Equal("""DB_HOST="db \"1\" \\ $HOME" """.TrimEnd() + "\n", await File.ReadAllTextAsync(temp.File("run/host.env")));
        var daemon = JsonElement.Parse(await File.ReadAllTextAsync(temp.File("docker/daemon.json")));
        Assert.Equal("""["rack=7","docker.role=web"] journald""", $"{daemon.GetProperty("labels").GetRawText().ReplaceLineEndings("").Replace(" ", "", StringComparison.Ordinal)} {daemon.GetProperty("log-driver")}");
    }

    /// <summary>The metadata service of one instance: tokens first, then its tags.</summary>
    private sealed class FakeImds : IDisposable
    {
        private const string Token = "the-token";
        private readonly HttpListener _listener = new();
        private readonly Dictionary<string, string> _tags;

        public FakeImds(Dictionary<string, string> tags)
        {
            _tags = tags;
            Address = $"http://127.0.0.1:{FreePort.Next()}";
            _listener.Prefixes.Add(Address + "/");
            _listener.Start();
            _ = ServeAsync();
        }

        public string Address { get; }

        public void Dispose() => _listener.Close();

        private async Task ServeAsync()
        {
            try
            {
                while (true)
                {
                    var context = await _listener.GetContextAsync();
                    var (status, text) = Answer(context.Request);
                    context.Response.StatusCode = status;
                    context.Response.Close(Encoding.UTF8.GetBytes(text), willBlock: false);
                }
            }
            catch (Exception error) when (error is HttpListenerException or ObjectDisposedException)
            {
                // Closed at the end of the test.
            }
        }

        private (int Status, string Text) Answer(HttpListenerRequest request) => (request.HttpMethod, request.Url!.AbsolutePath) switch
        {
            ("PUT", "/latest/api/token") when request.Headers["X-aws-ec2-metadata-token-ttl-seconds"] is not null => (200, Token),
            ("GET", _) when request.Headers["X-aws-ec2-metadata-token"] is not Token => (401, ""),
            ("GET", "/latest/meta-data/tags/instance/") => (200, string.Join('\n', _tags.Keys)),
            ("GET", var path) when _tags.TryGetValue(path.Split('/')[^1], out var value) => (200, value),
            _ => (404, ""),
        };
    }
}
