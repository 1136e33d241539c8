using System.Text.Json;
using Dockerland.Tests.Support.Processes;

namespace Dockerland.Tests.Support.Clouds;

/// <summary>An empty AWS on this machine: moto's server, and boto3 to look into it from outside.</summary>
public sealed class Moto : IAsyncDisposable
{
    /// <summary>What a test needs on PATH; boto3 comes along with moto.</summary>
    public static readonly string[] Programs = ["moto_server", "python3"];

    private readonly Daemon server;

    private Moto(Daemon server, Uri endpoint)
    {
        this.server = server;
        Endpoint = endpoint;
    }

    public Uri Endpoint { get; }

    /// <summary>The variables that point AWS clients here.</summary>
    public IReadOnlyDictionary<string, string?> Environment => new Dictionary<string, string?>
    {
        ["AWS_ENDPOINT_URL"] = Endpoint.OriginalString,
        ["AWS_ACCESS_KEY_ID"] = "test",
        ["AWS_SECRET_ACCESS_KEY"] = "test",
        ["AWS_PROFILE"] = null,
        ["AWS_REGION"] = "us-east-1",
        ["AWS_DEFAULT_REGION"] = "us-east-1",
    };

    /// <param name="address">Where it listens; on all addresses with <c>0.0.0.0</c>, for containers.</param>
    public static async Task<Moto> StartAsync(string address = "127.0.0.1")
    {
        var port = FreePort.Next();
        var endpoint = new Uri($"http://127.0.0.1:{port}");
        var tool = new Tool("moto_server")
        {
            Deadline = TimeSpan.FromSeconds(60),
            // Without it the policies that AWS manages, which roles attach, don't exist.
            Environment = new Dictionary<string, string?> { ["MOTO_IAM_LOAD_MANAGED_POLICIES"] = "true", ["PYTHONPATH"] = Path.Combine(AppContext.BaseDirectory, "Clouds", "moto") },
        };
        using var client = new HttpClient();
        var server = await Daemon.StartAsync(tool, () => AnswersAsync(client, new Uri(endpoint, "moto-api/")), "-H", address, "-p", $"{port}");
        return new Moto(server, endpoint);
    }

    /// <summary>Runs a Python script in which <c>boto3</c> is imported, and reads the value that it leaves in <c>result</c>.</summary>
    public async Task<JsonElement> Boto3Async(string script)
    {
        var python = new Tool("python3")
        {
            Environment = Environment,
            Input = $"import boto3, json\n{script}\nprint(json.dumps(result, default=str))\n",
        };
        return JsonElement.Parse((await python.SucceedAsync("-")).Output);
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private static async Task<bool> AnswersAsync(HttpClient client, Uri address)
    {
        try
        {
            using var response = await client.GetAsync(address);
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
