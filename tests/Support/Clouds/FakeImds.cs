using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Dockerland.Tests.Support.Clouds;

/// <summary>The metadata service, version 2, of one instance on this machine; what it answers can be changed at any time.</summary>
public sealed class FakeImds : IAsyncDisposable
{
    private const string MetadataPath = "/latest/meta-data/";
    private const string TagsPath = "tags/instance";

    private readonly WebApplication _application;
    private readonly ConcurrentDictionary<string, byte> _tokens = new();
    private readonly ConcurrentQueue<string> _asked = new();
    private int _failures;

    private FakeImds(WebApplication application) => _application = application;

    /// <summary>What <c>AWS_EC2_METADATA_SERVICE_ENDPOINT</c> is, without a slash at its end.</summary>
    public string Endpoint => _application.Urls.Single().TrimEnd('/');

    /// <summary>Path below <c>/latest/meta-data/</c> → text; what isn't there is answered by 404.</summary>
    public ConcurrentDictionary<string, string> Metadata { get; } = new()
    {
        ["ami-id"] = "ami-0a1b2c3d4e5f60718",
        ["hostname"] = "ip-10-0-0-7.eu-central-1.compute.internal",
        ["instance-id"] = "i-0123456789abcdef0",
        ["instance-type"] = "t3.small",
        ["local-ipv4"] = "10.0.0.7",
        ["placement/availability-zone"] = "eu-central-1a",
        ["placement/region"] = "eu-central-1",
        ["public-ipv4"] = "198.51.100.7",
        ["security-groups"] = "web\ninside",
    };

    /// <summary>Null when the instance isn't allowed to see its tags.</summary>
    public IReadOnlyDictionary<string, string>? Tags { get; set; } = new Dictionary<string, string>();

    /// <summary>False as in a container that is a hop too far: the connection stands, and no answer comes.</summary>
    public bool GivesTokens { get; set; } = true;

    /// <summary>How many further questions get 503.</summary>
    public int Failures { get => _failures; set => _failures = value; }

    /// <summary>Methods and paths, in their order.</summary>
    public IReadOnlyCollection<string> Asked => _asked;

    /// <param name="at">On this machine alone, at a free port, by itself.</param>
    public static async Task<FakeImds> StartAsync(IPEndPoint? at = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(options => options.Listen(at ?? new(IPAddress.Loopback, 0)));
        var imds = new FakeImds(builder.Build());
        imds._application.Run(imds.AnswerAsync);
        await imds._application.StartAsync();
        return imds;
    }

    /// <summary>Lets AWS's clients find the credentials of a role.</summary>
    public void GiveRole(string name, string key, string secret)
    {
        const string Path = "iam/security-credentials";
        Metadata[Path] = name;
        Metadata[$"{Path}/{name}"] = $$"""{"Code":"Success","LastUpdated":"2025-01-01T00:00:00Z","Type":"AWS-HMAC","AccessKeyId":"{{key}}","SecretAccessKey":"{{secret}}","Token":"session","Expiration":"2099-01-01T00:00:00Z"}""";
    }

    /// <summary>As if all tokens had expired.</summary>
    public void ForgetTokens() => _tokens.Clear();

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource(TimeSpan.Zero);
        await _application.StopAsync(now.Token);
        await _application.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var (method, path) = (context.Request.Method, context.Request.Path.Value!);
        _asked.Enqueue($"{method} {path}");
        var (status, text) = (method, path) switch
        {
            _ when Interlocked.Decrement(ref _failures) >= 0 => (StatusCodes.Status503ServiceUnavailable, ""),
            ("PUT", "/latest/api/token") when !GivesTokens => await SilenceAsync(context.RequestAborted),
            ("PUT", "/latest/api/token") => GiveToken(context.Request.Headers["X-aws-ec2-metadata-token-ttl-seconds"].ToString()),
            ("GET", _) when !_tokens.ContainsKey(context.Request.Headers["X-aws-ec2-metadata-token"].ToString()) => (StatusCodes.Status401Unauthorized, ""),
            ("GET", _) when path.StartsWith(MetadataPath, StringComparison.Ordinal) && Find(path[MetadataPath.Length..]) is { } found => (StatusCodes.Status200OK, found),
            _ => (StatusCodes.Status404NotFound, ""),
        };
        context.Response.StatusCode = status;
        context.Response.ContentLength = Encoding.UTF8.GetByteCount(text);
        await context.Response.WriteAsync(text);
    }

    // A folder is the same with a slash at its end and without.
    private string? Find(string path) => path.TrimEnd('/') switch
    {
        TagsPath => Tags is { } tags ? string.Join('\n', tags.Keys) : null,
        var tag when tag.StartsWith(TagsPath + "/", StringComparison.Ordinal) => Tags?.GetValueOrDefault(tag[(TagsPath.Length + 1)..]),
        var other => Metadata.GetValueOrDefault(other),
    };

    // As AWS's: 1 second to 6 hours, and without the header it is a bad request.
    private (int, string) GiveToken(string seconds)
    {
        if (!int.TryParse(seconds, CultureInfo.InvariantCulture, out var life) || life is < 1 or > 21600) return (StatusCodes.Status400BadRequest, "");
        var token = Guid.NewGuid().ToString("N");
        _tokens[token] = 0;
        return (StatusCodes.Status200OK, token);
    }

    private static async Task<(int, string)> SilenceAsync(CancellationToken gone)
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, gone);
        return default;
    }
}
