using System.Net;
using System.Text;

namespace Dockerland.Cli.Bench.Images;

/// <summary>An instance's metadata service, and EC2 beside it: the same tags by both.</summary>
internal sealed class MetadataServer : IDisposable
{
    private const string Tags = "tags/instance/";

    private static readonly Dictionary<string, string> Metadata = new()
    {
        ["ami-id"] = "ami-0a1b2c3d4e5f60718",
        ["hostname"] = "ip-10-0-0-7.eu-central-1.compute.internal",
        ["instance-id"] = "i-0123456789abcdef0",
        ["instance-type"] = "t3.small",
        ["local-ipv4"] = "10.0.0.7",
        ["placement/availability-zone"] = "eu-central-1a",
        ["placement/region"] = "eu-central-1",
        ["public-ipv4"] = "198.51.100.7",
        ["security-groups"] = "web",
        [Tags] = "Name\ndocker.environment\ndocker.role\nexample.db.host",
        [Tags + "Name"] = "web",
        [Tags + "docker.environment"] = "production",
        [Tags + "docker.role"] = "web",
        [Tags + "example.db.host"] = "db.example.internal",
    };

    private readonly HttpListener _listener = new();

    public MetadataServer()
    {
        Address = $"http://127.0.0.1:{UnusedPort.Next(IPAddress.Loopback)}";
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
            while (true) Answer(await _listener.GetContextAsync());
        }
        catch (Exception error) when (error is HttpListenerException or ObjectDisposedException)
        {
            // Closed at the end.
        }
    }

    private static void Answer(HttpListenerContext context)
    {
        const string Root = "/latest/meta-data/";
        var path = context.Request.Url!.AbsolutePath;
        var text = context.Request.HttpMethod switch
        {
            "PUT" => "token",
            "POST" => DescribedTags(),
            _ => path.StartsWith(Root, StringComparison.Ordinal) ? Metadata.GetValueOrDefault(path[Root.Length..]) : null,
        };
        context.Response.StatusCode = text is null ? 404 : 200;
        context.Response.Close(Encoding.UTF8.GetBytes(text ?? ""), willBlock: false);
    }

    private static string DescribedTags() =>
        $"""<DescribeTagsResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/"><requestId>1</requestId><tagSet>{string.Concat(Metadata.Where(item => item.Key.StartsWith(Tags, StringComparison.Ordinal) && item.Key != Tags).Select(item => $"<item><key>{item.Key[Tags.Length..]}</key><resourceId>{Metadata["instance-id"]}</resourceId><resourceType>instance</resourceType><value>{item.Value}</value></item>"))}</tagSet></DescribeTagsResponse>""";
}
